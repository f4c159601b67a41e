import assert from 'node:assert/strict';
import { DidChangeWatchedFilesNotification, FileChangeType, type ClientCapabilities, type Diagnostic } from 'vscode-languageserver-protocol';
import { Editor, LISTENS, PULLS } from '../support/editor';
import { TemporaryFolder } from '../support/folder';

const CONFIGURATION = 'inspection-records.config.yaml';
/** With one warning, `authority-spelling`, and one error, `unknown-grade`. */
const RECORD = `authority: kent
event: ILACS standard inspection
fieldwork:
  start: 2022-05-09
judgements:
  The impact of leaders on social work practice with children and families: Goood
  The experiences and progress of children who need help and protection: Good
  The experiences and progress of children in care and care leavers: Good
  Overall effectiveness: Good
`;
const severities = (diagnostics: readonly Diagnostic[]) => Object.fromEntries(diagnostics.map(({ code, severity }) => [code, severity]));
const are = (expected: Record<string, number>) => (diagnostics: readonly Diagnostic[]) => JSON.stringify(severities(diagnostics)) === JSON.stringify(expected);

describe('the configuration of a workspace, over stdio', () => {
  let editor: Editor;
  let folder: TemporaryFolder;
  afterEach(async () => {
    await editor.stop();
    folder.remove();
  });

  async function open(configuration: string | undefined, capabilities: ClientCapabilities = PULLS, name = 'kent.inspection.yaml'): Promise<string> {
    folder = new TemporaryFolder({ [name]: RECORD, ...(configuration !== undefined && { [CONFIGURATION]: configuration }) });
    editor = await Editor.start(capabilities, folder.path);
    await editor.open(folder.uri(name), RECORD);
    return folder.uri(name);
  }
  const tell = (type: FileChangeType) => editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: folder.uri(CONFIGURATION), type }] });

  it('holds from the first finding on', async () => {
    const uri = await open('rules: {authority-spelling: off, unknown-grade: hint}\n');
    assert.deepEqual(severities(await editor.findings(uri)), { 'unknown-grade': 4 });
  });

  it('takes effect when it is saved, changed and removed by any program', async () => {
    const uri = await open(undefined);
    await editor.findingsWhen(uri, are({ 'authority-spelling': 2, 'unknown-grade': 1 }));
    folder.write(CONFIGURATION, 'rules:\n  authority-spelling: off\n');
    await tell(FileChangeType.Created);
    await editor.findingsWhen(uri, are({ 'unknown-grade': 1 }));
    folder.write(CONFIGURATION, 'rules:\n  authority-spelling: error\noverrides:\n  - files: kent*\n    rules: {unknown-grade: information}\n');
    await tell(FileChangeType.Changed);
    await editor.findingsWhen(uri, are({ 'authority-spelling': 1, 'unknown-grade': 3 }));
    folder.remove(CONFIGURATION);
    await tell(FileChangeType.Deleted);
    await editor.findingsWhen(uri, are({ 'authority-spelling': 2, 'unknown-grade': 1 }));
  });

  it('takes effect when it is saved in an editor that watches no files, but not before', async () => {
    const uri = await open('', LISTENS);
    await editor.listen(uri, are({ 'authority-spelling': 2, 'unknown-grade': 1 }));
    await editor.open(folder.uri(CONFIGURATION), '');
    await editor.change(folder.uri(CONFIGURATION), editor.rangeOf(folder.uri(CONFIGURATION), ''), 'rules: {authority-spelling: off}\n');
    await editor.listen(folder.uri(CONFIGURATION), diagnostics => diagnostics.length === 0);
    assert.deepEqual(severities(await editor.listen(uri)), { 'authority-spelling': 2, 'unknown-grade': 1 });
    await editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri: folder.uri(CONFIGURATION) } });
    await editor.listen(uri, are({ 'unknown-grade': 1 }));
  });

  it('leaves files out that it ignores, open or not, and takes them in again', async () => {
    const uri = await open('ignore: ["drafts/**"]\n', PULLS, 'drafts/kent.inspection.yaml');
    folder.write('b.inspection.yaml', 'id: one\nauthority: Kent\nevent: ILACS focused visit\npublished: 2023\n');
    const other = folder.uri('b.inspection.yaml');
    await editor.open(other, folder.read('b.inspection.yaml'));
    await editor.replace(uri, 'authority:', 'id: one\nauthority:');
    assert.deepEqual(await editor.findings(uri), []);
    assert.deepEqual(await editor.actions(uri, editor.rangeOf(uri, 'Goood'), ['quickfix']), []);
    assert.deepEqual(await editor.findings(other), [], 'others do not see it');
    folder.write(CONFIGURATION, 'ignore: []\n');
    await tell(FileChangeType.Changed);
    await editor.findingsWhen(uri, diagnostics => 'duplicate-id' in severities(diagnostics));
    await editor.findingsWhen(other, are({ 'duplicate-id': 1 }));
  });

  it('of the nearest folder counts', async () => {
    const uri = await open('rules: {authority-spelling: off}\n', PULLS, 'old/kent.inspection.yaml');
    await editor.findingsWhen(uri, are({ 'unknown-grade': 1 }));
    folder.write(`old/${CONFIGURATION}`, 'rules: {unknown-grade: off}\n');
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: folder.uri(`old/${CONFIGURATION}`), type: FileChangeType.Created }] });
    await editor.findingsWhen(uri, are({ 'authority-spelling': 2 }));
  });

  it('that cannot be read counts as far as it can', async () => {
    const uri = await open('rules: {authority-spelling: off, nonsense: 1}\nrulez: "\n');
    assert.deepEqual(severities(await editor.findings(uri)), { 'unknown-grade': 1 });
  });

  it('makes a client ask again', async () => {
    const uri = await open('', { ...PULLS, workspace: { diagnostics: { refreshSupport: true } } });
    await editor.findings(uri);
    folder.write(CONFIGURATION, 'rules: {authority-spelling: off}\n');
    const asked = editor.asked('workspace/diagnostic/refresh', { anew: true });
    await tell(FileChangeType.Changed);
    await asked;
    assert.deepEqual(severities(await editor.findings(uri)), { 'unknown-grade': 1 });
  });
});
