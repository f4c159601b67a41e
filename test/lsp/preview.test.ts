import assert from 'node:assert/strict';
import { previewChangedNotification, previewRequest, type PreviewResult } from '../../server/lsp/protocol';
import { Editor } from '../support/editor';

const URI = 'file:///records/kirklees.inspection.yaml';
const RECORD = 'authority: Kirklees\nevent: ILACS focused visit\npublished: 2024-08-28\n';

describe('the preview over stdio', () => {
  let editor: Editor;
  /** Told at every news of a changed preview. */
  let heard: () => void = () => undefined;
  beforeEach(async () => {
    editor = await Editor.start();
    editor.connection.onNotification(previewChangedNotification, () => heard());
    await editor.open(URI, RECORD);
  });
  afterEach(() => editor.stop());

  const ask = (line = 0) => editor.connection.sendRequest<PreviewResult>(previewRequest, { textDocument: { uri: URI }, position: { line, character: 0 } });
  const rules = ({ html }: PreviewResult) => [...html.matchAll(/\b(unknown-authority|missing-field|unknown-event|unknown-field)\b/g)].map(([rule]) => rule);
  const type = (at: string, was: string, text: string) => {
    const { end } = editor.rangeOf(URI, at);
    return editor.change(URI, { start: { ...end, character: end.character - was.length }, end }, text);
  };

  it('says nothing of a word that is half typed until the keys rest, and is asked for again then', async () => {
    assert.deepEqual(rules(await ask()), []);
    await type('Kirklees', 'lees', '');
    const typed = await ask();
    assert.match(typed.html, /Kirk/);
    assert.deepEqual(rules(typed), []);
    await new Promise<void>(rested => { heard = rested; });
    assert.deepEqual(rules(await ask()), ['unknown-authority']);
  });

  it('says at once what is certainly wrong, and what is wrong in another record', async () => {
    await type('published: 2024-08-28', '', '\n---\nauthority: Kirkleez\nevent: ILACS focused visit\npublished: 2024-08-28');
    await ask();
    await type('event: ILACS focused visit', 'visit', 'visx');
    assert.deepEqual(rules(await ask()), ['unknown-event']);
    assert.deepEqual(rules(await ask(5)), ['unknown-authority']);
  });

  it('keeps the problems that were shown already', async () => {
    await type('Kirklees', 'lees', 'lez');
    assert.deepEqual(rules(await ask()), ['unknown-authority']);
    await type('Kirklez', 'z', '');
    assert.deepEqual(rules(await ask()), ['unknown-authority']);
  });
});
