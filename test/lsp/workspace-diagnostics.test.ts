import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DidChangeWatchedFilesNotification, FileChangeType, type WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol/node';
import { Editor } from '../support/editor';

describe('findings of the whole workspace', () => {
  let editor: Editor;
  let folder: string;
  const uri = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const ask = async (previousResultIds: { uri: string; value: string }[] = []) => (await editor.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds })).items;

  beforeEach(async () => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'inspection-records-')));
    fs.writeFileSync(path.join(folder, 'bad.inspection.yaml'), 'authority: Kirklee\nevent: Monitoring visit\nfieldwork: {start: 2018-07}\n');
    fs.writeFileSync(path.join(folder, 'good.inspection.yaml'), 'authority: Kirklees\nevent: Monitoring visit\nfieldwork: {start: 2018-07}\n');
    editor = await Editor.start(undefined, folder);
  });
  afterEach(async () => {
    await editor.stop();
    fs.rmSync(folder, { recursive: true });
  });

  it('names what is wrong in files that are not open, and says nothing of those that are right', async () => {
    const items = await ask();
    assert.deepEqual(items.map(item => [item.kind, item.uri, item.version]), [['full', uri('bad.inspection.yaml'), null]]);
    assert.equal(items[0]!.kind === 'full' && items[0]!.items[0]!.code, 'unknown-authority');
  });

  it('names a file whose records nobody knows, as it is not text in UTF-8, until it is mended or opened', async () => {
    const name = 'old.inspection.yaml';
    const told = async () => {
      await editor.connection.sendRequest('workspace/symbol', { query: '' });
      return (await ask()).flatMap(item => (item.kind === 'full' && item.uri === uri(name) ? item.items.map(({ code }) => code) : []));
    };
    const tell = (type: FileChangeType) => editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: uri(name), type }] });
    const text = 'authority: Kent\nevent: ILACS focused visit\npublished: 2022-07-08\nnotes: café\n';
    fs.writeFileSync(path.join(folder, name), text, 'latin1');
    await tell(FileChangeType.Created);
    assert.deepEqual(await told(), ['unreadable-file']);
    await editor.open(uri(name), text);
    assert.deepEqual(await told(), []);
    await editor.close(uri(name));
    assert.deepEqual(await told(), ['unreadable-file']);
    fs.writeFileSync(path.join(folder, name), text);
    await tell(FileChangeType.Changed);
    assert.deepEqual(await told(), []);
    fs.writeFileSync(path.join(folder, name), text, 'latin1');
    await tell(FileChangeType.Changed);
    fs.rmSync(path.join(folder, name));
    await tell(FileChangeType.Deleted);
    assert.deepEqual(await told(), []);
  });

  it('waits with its next answer until something has changed, then says only what is new', async () => {
    const [known] = await ask();
    let answered = false;
    const second = ask([{ uri: known!.uri, value: known!.resultId! }]).then(items => { answered = true; return items; });
    await new Promise(resolve => setTimeout(resolve, 700));
    assert.equal(answered, false);
    await editor.open(uri('bad.inspection.yaml'), 'authority: Kirklees\nevent: Monitoring visit\npublished: 2018-08\n');
    assert.deepEqual((await second).map(item => (item.kind === 'full' ? item.items : item.kind)), [[]]);
  });

  it('does not let a client wait that has forgotten what it was told', async () => {
    const [known] = await ask();
    const [again] = await ask();
    assert.deepEqual(again, known);
    assert.deepEqual((await ask()).length, 1);
  });

  it('says that a file is as it was by the id of the last answer, and clears what is gone', async () => {
    const [known] = await ask();
    await editor.open(uri('another.inspection.yaml'), 'authority: Nowhere\nevent: Monitoring visit\npublished: 2018-08\n');
    const previous = [{ uri: known!.uri, value: known!.resultId! }, { uri: uri('gone.inspection.yaml'), value: 'old' }];
    const items = await ask(previous);
    assert.deepEqual(items.map(item => [item.uri, item.kind]).sort(), [
      [uri('another.inspection.yaml'), 'full'], [uri('bad.inspection.yaml'), 'unchanged'], [uri('gone.inspection.yaml'), 'full'],
    ]);
    assert.deepEqual(items.flatMap(item => (item.uri === uri('gone.inspection.yaml') && item.kind === 'full' ? item.items : [])), []);
  });

  it('are of open files only, where that is wanted: what was told of others is cleared', async () => {
    const [known] = await ask();
    const cleared = ask([{ uri: known!.uri, value: known!.resultId! }]);
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: { inspectionRecords: { wholeWorkspace: false } } });
    assert.deepEqual((await cleared).map(item => [item.uri, item.kind === 'full' && item.items]), [[known!.uri, []]]);
    await editor.open(uri('bad.inspection.yaml'), fs.readFileSync(path.join(folder, 'bad.inspection.yaml'), 'utf8'));
    assert.deepEqual((await editor.findings(uri('bad.inspection.yaml'))).map(({ code }) => code), ['unknown-authority']);
  });
});
