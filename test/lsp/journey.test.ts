import assert from 'node:assert/strict';
import type { JourneyResult } from '../../server/lsp/protocol';
import { Editor } from '../support/editor';
import { TemporaryFolder } from '../support/folder';

const CUMBRIA = 'authority: Cumbria\nevent: ILACS standard inspection\nfieldwork:\n  start: 2022-11-07\njudgements:\n  Overall effectiveness: Requires improvement to be good\n';
const VISIT = 'authority: Cumberland\nevent: ILACS focused visit\nfieldwork:\n  start: 2024-06-04\n';
const TWICE = 'authority: Cumberland\nevent: ILACS focused visit\nfieldwork:\n  start: 2024-06-04\ntheme: Front door\nnotes: Told in full here.\n';

describe('the journey of an authority, over stdio', () => {
  let editor: Editor;
  let folder: TemporaryFolder;
  afterEach(async () => {
    await editor.stop();
    folder.remove();
  });

  async function journeyAt(name: string, line = 0): Promise<JourneyResult | null> {
    folder = new TemporaryFolder({ 'old.inspection.yaml': CUMBRIA, 'a.inspection.yaml': `authority: Cumberland\nevent: ILACS standard inspection\n---\n${VISIT}`, 'b.inspection.yaml': TWICE });
    editor = await Editor.start(undefined, folder.path);
    const uri = folder.uri(name);
    await editor.open(uri, folder.read(name));
    return await editor.connection.sendRequest('inspectionRecords/journey', { textDocument: { uri }, position: { line, character: 0 } });
  }

  it('holds each event once, after those of the council that was there before, which are marked so', async () => {
    const journey = await journeyAt('a.inspection.yaml', 3);
    assert.equal(journey!.authority, 'Cumberland');
    assert.deepEqual(journey!.steps.map(({ place, ...step }) => ({ ...step, line: place.line })), [
      { event: 'ILACS standard inspection', date: '7 November 2022', grade: 'Requires improvement to be good', uri: folder.uri('old.inspection.yaml'), told: 1, current: false, predecessor: 'Cumbria', line: 0 },
      { event: 'ILACS focused visit', date: '4 June 2024', grade: '', uri: folder.uri('a.inspection.yaml'), told: 2, current: true, line: 3 },
      { event: 'ILACS standard inspection', date: '', grade: '', uri: folder.uri('a.inspection.yaml'), told: 1, current: false, line: 0 },
    ]);
  });

  it('leads to the record of the same file, or else to the one that says most', async () => {
    assert.deepEqual((await journeyAt('b.inspection.yaml'))!.steps[1]!.uri, folder.uri('b.inspection.yaml'));
    await editor.stop();
    folder.remove();
    const { steps } = (await journeyAt('a.inspection.yaml'))!;
    assert.deepEqual([steps[1]!.uri, steps[1]!.current], [folder.uri('a.inspection.yaml'), false]);
  });

  it('does not run on into what came after a council', async () => {
    assert.deepEqual((await journeyAt('old.inspection.yaml'))!.steps.map(({ date }) => date), ['7 November 2022']);
  });

  it('of nobody is none', async () => {
    folder = new TemporaryFolder({ 'x.inspection.yaml': 'authority: Nowhere\n' });
    editor = await Editor.start(undefined, folder.path);
    await editor.open(folder.uri('x.inspection.yaml'), 'authority: Nowhere\n');
    assert.equal(await editor.connection.sendRequest('inspectionRecords/journey', { textDocument: { uri: folder.uri('x.inspection.yaml') }, position: { line: 0, character: 0 } }), null);
  });
});
