import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { DidChangeWatchedFilesNotification, DidSaveTextDocumentNotification, FileChangeType, type ClientCapabilities, type Diagnostic, type Hover, type RegistrationParams, type UnregistrationParams, type WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol';
import { Editor, LISTENS, PULLS } from '../support/editor';
import { TemporaryFolder } from '../support/folder';

const CONFIGURATION = 'inspection-records.config.yaml';
const PACK = 'frameworks/estyn.yaml';
const ESTYN = fs.readFileSync('samples/packs/estyn/frameworks/estyn.yaml', 'utf8');
const RECORD = 'authority: Cardiff\nevent: LAESCYP inspection\nfieldwork:\n  start: 2012-05-14\n  end: 2012-05-18\njudgements:\n  Overall judgement: Goood\n';
const FILES = { [CONFIGURATION]: 'frameworks: ["frameworks/*.yaml"]\n', [PACK]: ESTYN, 'cardiff.inspection.yaml': RECORD };

const WITHOUT = { [CONFIGURATION]: FILES[CONFIGURATION]!, 'cardiff.inspection.yaml': RECORD };

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const has = (code: string) => (diagnostics: readonly Diagnostic[]) => codes(diagnostics).includes(code);
const known = (diagnostics: readonly Diagnostic[]) => !has('unknown-event')(diagnostics) && !has('unknown-authority')(diagnostics);

describe('further frameworks, over stdio', () => {
  let editor: Editor;
  let folder: TemporaryFolder;
  afterEach(async () => {
    await editor.stop();
    folder.remove();
  });

  async function start(files: Readonly<Record<string, string>> = FILES, capabilities = PULLS): Promise<string> {
    folder = new TemporaryFolder(files);
    editor = await Editor.start(capabilities, folder.path);
    const uri = folder.uri('cardiff.inspection.yaml');
    await editor.open(uri, RECORD);
    return uri;
  }
  const tell = (type: FileChangeType, ...names: string[]) =>
    editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: names.map(name => ({ uri: folder.uri(name), type })) });
  const save = (name: string) => editor.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: folder.uri(name) } });

  it('hold from the first answer on, in findings and in what is offered', async () => {
    const uri = await start();
    assert.deepEqual(codes(await editor.findings(uri)).sort(), ['missing-judgement', 'unknown-grade']);
    const end = editor.rangeOf(uri, 'Goood').end;
    await editor.change(uri, editor.rangeOf(uri, 'Goood'), '');
    assert.deepEqual((await editor.complete(uri, { ...end, character: end.character - 5 })).map(({ label }) => label), ['Excellent', 'Good', 'Adequate', 'Unsatisfactory']);
  });

  it('hold for the files of their configuration, and no others', async () => {
    const other = 'authority: Kent\nevent: LAESCYP inspection\npublished: 2012-05-14\n';
    await start({ 'wales/x.inspection.yaml': RECORD, 'kent.inspection.yaml': other, [`wales/${CONFIGURATION}`]: FILES[CONFIGURATION]!, [`wales/${PACK}`]: ESTYN });
    const [wales, kent] = ['wales/x.inspection.yaml', 'kent.inspection.yaml'].map(name => folder.uri(name)) as [string, string];
    await editor.open(wales, RECORD);
    await editor.open(kent, other);
    await editor.findingsWhen(wales, known);
    assert.ok(has('unknown-event')(await editor.findings(kent)));
  });

  it('come, change and go with their files', async () => {
    const uri = await start(WITHOUT);
    await editor.findingsWhen(uri, has('unknown-event'));
    folder.write(PACK, ESTYN);
    await tell(FileChangeType.Created, PACK);
    await editor.findingsWhen(uri, known);
    folder.write(PACK, ESTYN.replace('name: Good,', 'name: Goood,'));
    await tell(FileChangeType.Changed, PACK);
    await editor.findingsWhen(uri, findings => known(findings) && !has('unknown-grade')(findings));
    folder.remove('frameworks');
    await tell(FileChangeType.Deleted, 'frameworks');
    await editor.findingsWhen(uri, has('unknown-event'));
  });

  it('are forgotten when they are deleted while nobody names them', async () => {
    const uri = await start();
    await editor.findingsWhen(uri, known);
    folder.write(CONFIGURATION, '# none any more\n');
    await tell(FileChangeType.Changed, CONFIGURATION);
    await editor.findingsWhen(uri, has('unknown-event'));
    folder.remove(PACK);
    await tell(FileChangeType.Deleted, PACK);
    folder.write(CONFIGURATION, FILES[CONFIGURATION]!);
    await tell(FileChangeType.Changed, CONFIGURATION);
    await editor.connection.sendRequest('workspace/symbol', { query: '' });
    assert.ok(has('unknown-event')(await editor.findings(uri)));
  });

  it('take effect when the configuration that names them, or one of them, is saved', async () => {
    const uri = await start({ ...FILES, [CONFIGURATION]: '# none yet\n' });
    const configuration = folder.uri(CONFIGURATION);
    await editor.findingsWhen(uri, has('unknown-event'));
    await editor.open(configuration, '# none yet\n');
    await editor.change(configuration, { start: { line: 0, character: 0 }, end: { line: 0, character: 10 } }, FILES[CONFIGURATION]!.trim());
    assert.ok(has('unknown-event')(await editor.findings(uri)));
    await save(CONFIGURATION);
    await editor.findingsWhen(uri, known);
    await editor.open(folder.uri(PACK), ESTYN);
    await editor.replace(folder.uri(PACK), 'name: LAESCYP inspection', 'name: LAESCYP');
    assert.ok(known(await editor.findings(uri)));
    await save(PACK);
    await editor.findingsWhen(uri, has('unknown-event'));
  });

  it('have their mistakes told where they are made, as they are typed, and where they are named', async () => {
    const uri = await start({ ...FILES, [PACK]: ESTYN.replace('letter: E', 'letter: EE') });
    const [pack, configuration] = [folder.uri(PACK), folder.uri(CONFIGURATION)];
    await editor.findings(uri);
    await editor.open(configuration, FILES[CONFIGURATION]!);
    const [named] = await editor.findings(configuration);
    assert.equal(String(named!.message), "frameworks/estyn.yaml, line 5: 'EE' is not of the form that is needed here, as in 'G'.");
    assert.deepEqual(named!.range, { start: { line: 0, character: 13 }, end: { line: 0, character: 32 } });
    await editor.open(pack, folder.read(PACK));
    const [made] = await editor.findings(pack);
    assert.deepEqual([made!.code, made!.severity, made!.range.start.line], ['reference-data', 1, 4]);
    await editor.replace(pack, 'letter: EE', 'letter: E');
    assert.deepEqual(await editor.findings(pack), []);
  });

  it('have their mistakes among those of the whole workspace, when no file is open', async () => {
    folder = new TemporaryFolder({ ...FILES, [PACK]: ESTYN.replace('letter: E', 'letter: EE') });
    editor = await Editor.start(PULLS, folder.path);
    let items: WorkspaceDiagnosticReport['items'] = [];
    while (!items.length) ({ items } = await editor.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] }));
    const told = items.flatMap(item => (item.kind === 'full' ? [[item.uri, item.items.map(({ code }) => code)]] : []));
    assert.deepEqual(told.slice(0, 2), [[folder.uri(CONFIGURATION), ['configuration']], [folder.uri(PACK), ['reference-data']]]);
  });

  it('are records like any other while they are open and no configuration names them any more', async () => {
    await start();
    await editor.open(folder.uri(PACK), RECORD);
    await editor.findingsWhen(folder.uri(PACK), has('reference-data'));
    folder.write(CONFIGURATION, '');
    await tell(FileChangeType.Changed, CONFIGURATION);
    const expected = codes(await editor.findingsWhen(folder.uri(PACK), has('unknown-event')));
    const { items } = await editor.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
    assert.deepEqual(items.flatMap(item => (item.kind === 'full' && item.uri === folder.uri(PACK) ? [codes(item.items)] : [])), [expected]);
  });

  it('have a pattern that no file fits told in the configuration', async () => {
    await start({ ...FILES, [CONFIGURATION]: 'frameworks: ["frameworks/*.yml", "frameworks/*.yaml"]\n' });
    await editor.findings(folder.uri('cardiff.inspection.yaml'));
    await editor.open(folder.uri(CONFIGURATION), 'frameworks: ["frameworks/*.yml", "frameworks/*.yaml"]\n');
    assert.deepEqual((await editor.findings(folder.uri(CONFIGURATION))).map(({ message, severity }) => [String(message), severity]), [['No YAML file below this folder fits this pattern: nothing is read by it.', 3]]);
  });

  it('are not read through links that lead out of the folder', async () => {
    const outside = new TemporaryFolder({ 'estyn.yaml': ESTYN });
    try {
      folder = new TemporaryFolder({ ...WITHOUT, 'frameworks/.gitkeep': '' });
      fs.symlinkSync(path.join(outside.path, 'estyn.yaml'), path.join(folder.path, PACK));
      editor = await Editor.start(PULLS, folder.path);
      await editor.open(folder.uri('cardiff.inspection.yaml'), RECORD);
      await tell(FileChangeType.Created, PACK);
      // What is told later is read later.
      folder.write('kent.inspection.yaml', 'authority: Kent\n');
      await tell(FileChangeType.Created, 'kent.inspection.yaml');
      const found = () => editor.connection.sendRequest<unknown[]>('workspace/symbol', { query: 'Kent' });
      while (!(await found()).length) await new Promise(resolve => setTimeout(resolve, 20));
      assert.ok(has('unknown-event')(await editor.findings(folder.uri('cardiff.inspection.yaml'))));
    } finally {
      outside.remove();
    }
  });

  it('are told to clients that listen, too', async () => {
    await start({ ...FILES, [PACK]: ESTYN.replace('letter: E', 'letter: EE') }, LISTENS);
    await editor.listen(folder.uri('cardiff.inspection.yaml'), known);
    await editor.open(folder.uri(PACK), folder.read(PACK));
    await editor.listen(folder.uri(PACK), has('reference-data'));
  });

  describe('are asked for by name', () => {
    const ASKS: ClientCapabilities = { ...PULLS, textDocument: { ...PULLS.textDocument, synchronization: { dynamicRegistration: true } } };
    const selectors = ({ registrations }: RegistrationParams) => registrations.map(({ method, registerOptions }) => [method, (registerOptions as { documentSelector: unknown }).documentSelector]);
    const found = async () => {
      const { items } = await editor.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
      return items.flatMap(item => (item.kind === 'full' && item.uri === folder.uri(PACK) ? item.items.map(({ message }) => String(message)) : []));
    };

    it('while a configuration names them, as no language id tells them from other YAML', async () => {
      await start(FILES, ASKS);
      const filter = [{ scheme: 'file', pattern: path.join(folder.path, PACK) }];
      assert.deepEqual(selectors(await editor.asked<RegistrationParams>('client/registerCapability')), ['didOpen', 'didChange', 'didSave', 'didClose'].map(method => [`textDocument/${method}`, filter]));
      folder.write(CONFIGURATION, '# none any more\n');
      const gone = editor.asked<UnregistrationParams>('client/unregisterCapability', { anew: true });
      await tell(FileChangeType.Changed, CONFIGURATION);
      assert.deepEqual((await gone).unregisterations.map(({ method }) => method), ['didOpen', 'didChange', 'didSave', 'didClose'].map(method => `textDocument/${method}`));
    });

    it('are completed and explained', async () => {
      await start(FILES, { ...ASKS, textDocument: { ...ASKS.textDocument, completion: { dynamicRegistration: true }, hover: { dynamicRegistration: true } } });
      const { registrations } = await editor.asked<RegistrationParams>('client/registerCapability');
      assert.deepEqual(registrations.slice(4).map(({ method }) => method), ['textDocument/completion', 'textDocument/hover']);
      const uri = folder.uri(PACK);
      await editor.open(uri, ESTYN);
      const { end } = editor.rangeOf(uri, 'grade_scale: estyn_2010');
      const labels = (await editor.complete(uri, end)).map(({ label }) => label);
      assert.deepEqual(labels.slice(0, 2), ['estyn_2010', 'estyn_2017']);
      const hover = await editor.connection.sendRequest<Hover>('textDocument/hover', { textDocument: { uri }, position: editor.rangeOf(uri, 'grade_scale: ').start });
      assert.match(JSON.stringify(hover.contents), /grade_scale/);
    });

    for (const wholeWorkspace of [true, false]) {
      it(`and while they are open, their mistakes are told as they are typed, ${wholeWorkspace ? 'among those of the whole workspace' : 'also where only open files are to be told of'}`, async () => {
        await start(FILES, ASKS);
        await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: { inspectionRecords: { wholeWorkspace } } });
        await editor.open(folder.uri(PACK), ESTYN);
        assert.deepEqual(await found(), []);
        await editor.replace(folder.uri(PACK), 'letter: E', 'letter: EE');
        assert.deepEqual(await found(), ["'EE' is not of the form that is needed here, as in 'G'."]);
      });
    }
  });
});
