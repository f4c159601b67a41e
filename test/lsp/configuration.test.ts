import assert from 'node:assert/strict';
import { DidChangeWatchedFilesNotification, FileChangeType, type ClientCapabilities, type Diagnostic, type Hover, type MarkupContent } from 'vscode-languageserver-protocol';
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

  it('leaves the server alive where a client refuses to ask again', async () => {
    const uri = await open('', { ...PULLS, workspace: { diagnostics: { refreshSupport: true } } });
    const refused = new Promise<void>(resolve => editor.connection.onRequest('workspace/diagnostic/refresh', () => {
      resolve();
      throw new Error('Not now.');
    }));
    folder.write(CONFIGURATION, 'rules: {authority-spelling: off}\n');
    await tell(FileChangeType.Changed);
    await refused;
    assert.deepEqual(severities(await editor.findings(uri)), { 'unknown-grade': 1 });
  });

  describe('open in the editor', () => {
    const TEXT = '# ours\r\nrules:\r\n  unknown-grad: off\r\n  unknown-grade: eror\r\nrulez: {}\r\n';
    let uri: string;

    async function openIt(text = TEXT, capabilities: ClientCapabilities = PULLS): Promise<void> {
      await open(undefined, capabilities);
      uri = folder.uri(CONFIGURATION);
      await editor.open(uri, text);
    }
    const ask = <T>(method: string, params: object = {}) => editor.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, ...params });

    it('has its mistakes named where they stand, as it is typed', async () => {
      await openIt();
      const findings = await editor.findings(uri);
      assert.deepEqual(findings.map(({ range: { start, end }, severity, code, source }) => [start.line, start.character, end.character, severity, code, source]), [
        [2, 2, 14, 1, 'configuration', 'inspection-records'], [3, 17, 21, 1, 'configuration', 'inspection-records'], [4, 0, 5, 1, 'configuration', 'inspection-records'],
      ]);
      assert.equal(findings[0]!.message, "There is no rule 'unknown-grad'. Did you mean 'unknown-grade'?");
      await editor.replace(uri, 'unknown-grad:', 'publication-gap:');
      const report = await editor.pull(uri);
      assert.equal(report.kind === 'full' && report.items.length, 2);
      assert.equal((await editor.pull(uri, report.resultId)).kind, 'unchanged');
      await editor.close(uri);
      assert.deepEqual(await editor.findings(uri), []);
    });

    it('has them told to a client that listens', async () => {
      await openIt(TEXT, LISTENS);
      await editor.listen(uri, diagnostics => diagnostics.length === 3);
      await editor.replace(uri, 'rulez: {}', '');
      await editor.listen(uri, diagnostics => diagnostics.length === 2);
      await editor.close(uri);
      await editor.listen(uri, diagnostics => diagnostics.length === 0);
    });

    it('is completed and explained', async () => {
      await openIt();
      const levels = await editor.complete(uri, editor.rangeOf(uri, 'eror').start);
      assert.deepEqual(levels.map(({ label }) => label), ['error', 'warning', 'information', 'hint', 'off']);
      assert.deepEqual(levels[0]!.textEdit, { range: editor.rangeOf(uri, 'eror'), newText: 'error' });
      const { contents, range } = await ask<Hover>('hover', { position: editor.rangeOf(uri, 'unknown-grade:').start });
      assert.deepEqual(range, editor.rangeOf(uri, 'unknown-grade'));
      assert.match((contents as MarkupContent).value, /Where nothing else is said: error\.$/);
    });

    it('is mended where it is clear what is meant', async () => {
      await openIt();
      const [action, ...others] = await editor.actions(uri, editor.rangeOf(uri, 'eror'), ['quickfix']);
      assert.deepEqual(others, []);
      assert.deepEqual([action!.title, action!.kind, action!.isPreferred], ["Change to 'error'", 'quickfix', true]);
      assert.match(String(action!.diagnostics![0]!.message), /Did you mean 'error'\?$/);
      assert.equal(editor.edited(uri, action!.edit!), editor.text(uri).replace('eror', 'error'));
    });

    it('is no record to anything else', async () => {
      await openIt('authority: kent\nid: one\nnotes:   x\n');
      assert.ok((await editor.findings(uri)).every(({ code }) => code === 'configuration'));
      assert.deepEqual(await ask('documentSymbol'), []);
      assert.deepEqual(await ask('codeLens'), []);
      assert.equal(await ask('foldingRange'), null, 'the editor folds it by its indentation');
      assert.deepEqual(await ask('semanticTokens/full'), { data: [] });
      assert.deepEqual(await ask('inlayHint', { range: editor.rangeOf(uri, 'kent') }), []);
      assert.deepEqual(await ask('formatting', { options: { tabSize: 2, insertSpaces: true } }), []);
      assert.deepEqual(await editor.actions(uri, editor.rangeOf(uri, 'kent')), []);
      assert.deepEqual(await ask('definition', { position: editor.rangeOf(uri, 'one').start }), []);
      assert.deepEqual((await editor.complete(uri, { line: 0, character: 11 })), []);
      assert.deepEqual((await editor.connection.sendRequest<unknown[]>('workspace/symbol', { query: 'one' })), []);
      assert.equal((await editor.connection.sendRequest<{ version: unknown }>('inspectionRecords/preview', { preview: 'a', textDocument: { uri } })).version, null);
    });
  });
});
