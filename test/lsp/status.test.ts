import assert from 'node:assert/strict';
import { statusChangedNotification, statusRequest, type StatusResult } from '../../server/lsp/protocol';
import { Editor } from '../support/editor';
import { TemporaryFolder } from '../support/folder';

const CONFIGURATION = 'inspection-records.config.yaml';
const RECORDS = 'authority: Kirklees\nevent: ILACS standard inspection\nfieldwork: {start: 2024-07-08}\n---\nauthority: Kirklees\nevent: ILACS focused visit\npublished: 2025-06-02\n';

describe('the status of a document, over stdio', () => {
  let editor: Editor;
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = new TemporaryFolder({ [CONFIGURATION]: 'ignore: [drafts, "old/**"]\n', 'old/a b.inspection.yaml': RECORDS, 'a.inspection.yaml': RECORDS });
    editor = await Editor.start(undefined, folder.path);
  });
  afterEach(async () => {
    await editor.stop();
    folder.remove();
  });

  const ask = (name: string, line = 0) => editor.connection.sendRequest<StatusResult | null>(statusRequest, { textDocument: { uri: folder.uri(name) }, position: { line, character: 0 } });

  it('says by which pattern of which configuration a file is ignored, until it is so no more', async () => {
    await editor.open(folder.uri('old/a b.inspection.yaml'), RECORDS);
    assert.deepEqual((await ask('old/a b.inspection.yaml'))!.ignoredBy, { configuration: folder.uri(CONFIGURATION), pattern: 'old/**' });
    await editor.open(folder.uri('a.inspection.yaml'), RECORDS);
    assert.equal((await ask('a.inspection.yaml'))!.ignoredBy, null);
    await editor.open(folder.uri(CONFIGURATION), 'ignore: [drafts]\n');
    const told = new Promise<void>(resolve => { editor.connection.onNotification(statusChangedNotification, () => resolve()); });
    await editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri: folder.uri(CONFIGURATION) } });
    await told;
    assert.equal((await ask('old/a b.inspection.yaml'))!.ignoredBy, null);
  });

  it('says which framework is in force for a record, where it is graded by one', async () => {
    await editor.open(folder.uri('a.inspection.yaml'), RECORDS);
    assert.deepEqual([(await ask('a.inspection.yaml'))!.framework, (await ask('a.inspection.yaml', 4))!.framework], ['ILACS, January 2023 to March 2026', null]);
    assert.equal(await ask('not-open.inspection.yaml'), null);
  });
});
