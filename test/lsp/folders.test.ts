import assert from 'node:assert/strict';
import { DidChangeWatchedFilesNotification, FileChangeType, RegistrationRequest, type ClientCapabilities, type Diagnostic, type RegistrationParams } from 'vscode-languageserver-protocol';
import { Editor, LISTENS, PULLS } from '../support/editor';
import { TemporaryFolder } from '../support/folder';

const INSPECTION = 'id: kent-2022\nauthority: Kent\nevent: ILACS focused visit\npublished: 2022-07-08\n';
const VISIT = 'id: kent-2023\nauthority: Kent\nevent: ILACS focused visit\npublished: 2023-05-02\nfollows: kent-2022\n';
const CONFIGURATION = 'inspection-records.config.yaml';

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const none = (diagnostics: readonly Diagnostic[]) => diagnostics.length === 0;
const has = (code: string) => (diagnostics: readonly Diagnostic[]) => codes(diagnostics).includes(code);

describe('the folders of a workspace, over stdio', () => {
  let editor: Editor;
  let folder: TemporaryFolder;
  const others: TemporaryFolder[] = [];
  afterEach(async () => {
    await editor.stop();
    for (const each of [folder, ...others.splice(0)]) each.remove();
  });

  /** The visit is open in the editor. */
  async function open(files: Record<string, string> = { 'inspection.inspection.yaml': INSPECTION }, capabilities: ClientCapabilities = PULLS): Promise<string> {
    folder = new TemporaryFolder({ ...files, 'visit.inspection.yaml': VISIT });
    editor = await Editor.start(capabilities, folder.path);
    const uri = folder.uri('visit.inspection.yaml');
    await editor.open(uri, VISIT);
    return uri;
  }
  /** Tells the server of files, as an editor does that watches them. */
  const tell = (type: FileChangeType, ...names: string[]) =>
    editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: names.map(name => ({ uri: folder.uri(name), type })) });

  it('follows a file that comes, changes, moves and goes', async () => {
    const uri = await open({});
    await editor.findingsWhen(uri, none);
    folder.write('inspection.inspection.yaml', INSPECTION.replace('kent-2022', 'kent-2021'));
    await tell(FileChangeType.Created, 'inspection.inspection.yaml');
    const [finding] = await editor.findingsWhen(uri, has('unknown-record'));
    assert.match(String(finding!.message), /Did you mean 'kent-2021'\?$/);
    folder.write('inspection.inspection.yaml', INSPECTION);
    await tell(FileChangeType.Changed, 'inspection.inspection.yaml');
    await editor.findingsWhen(uri, none);
    folder.write('inspection.inspection.yaml', INSPECTION.replace('kent-2022', 'kent-2023'));
    folder.rename('inspection.inspection.yaml', 'renamed.inspection.yml');
    await tell(FileChangeType.Deleted, 'inspection.inspection.yaml');
    await tell(FileChangeType.Created, 'renamed.inspection.yml');
    const [duplicate] = await editor.findingsWhen(uri, has('duplicate-id'));
    assert.deepEqual(duplicate!.relatedInformation!.map(({ location }) => location), [{ uri: folder.uri('renamed.inspection.yml'), range: { start: { line: 0, character: 4 }, end: { line: 0, character: 13 } } }]);
    folder.remove('renamed.inspection.yml');
    await tell(FileChangeType.Deleted, 'renamed.inspection.yml');
    await editor.findingsWhen(uri, none);
  });

  it('follows whole folders, of which an editor tells in one word', async () => {
    const uri = await open({ 'old/kent/inspection.inspection.yaml': INSPECTION.replace('kent-2022', 'kent-2023'), 'old/.gitkeep': '' });
    await editor.findingsWhen(uri, has('duplicate-id'));
    folder.rename('old', 'new');
    await tell(FileChangeType.Deleted, 'old');
    await editor.findingsWhen(uri, none);
    await tell(FileChangeType.Created, 'new');
    await editor.findingsWhen(uri, has('duplicate-id'));
  });

  it('follows a folder that is replaced, of which an editor tells in two words of one message', async () => {
    const uri = await open({ 'kent/inspection.inspection.yaml': INSPECTION.replace('kent-2022', 'kent-2023') });
    await editor.findingsWhen(uri, has('duplicate-id'));
    folder.remove('kent');
    folder.write('kent/another.inspection.yaml', INSPECTION);
    const replaced = folder.uri('kent');
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: replaced, type: FileChangeType.Deleted }, { uri: replaced, type: FileChangeType.Created }] });
    await editor.findingsWhen(uri, none);
  });

  it('follows a folder of the workspace itself that goes from disk, and comes back', async () => {
    const other = new TemporaryFolder({ 'x.inspection.yaml': VISIT });
    others.push(other);
    folder = new TemporaryFolder({ 'inspection.inspection.yaml': INSPECTION, 'visit.inspection.yaml': VISIT });
    editor = await Editor.start(PULLS, folder.path, other.path);
    const uri = folder.uri('visit.inspection.yaml');
    await editor.open(uri, VISIT);
    await editor.findingsWhen(uri, has('duplicate-id'));
    const tellOf = (type: FileChangeType) => editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: other.uri(''), type }] });
    other.remove();
    await tellOf(FileChangeType.Deleted);
    await editor.findingsWhen(uri, none);
    other.write('x.inspection.yaml', VISIT);
    await tellOf(FileChangeType.Created);
    await editor.findingsWhen(uri, has('duplicate-id'));
  });

  it('does not look into folders that hold other people\'s files', async () => {
    const uri = await open({ 'node_modules/a/x.inspection.yaml': VISIT, '.git/x.inspection.yaml': VISIT, [`node_modules/${CONFIGURATION}`]: 'rules: {}\n' });
    await editor.findingsWhen(uri, none);
    await tell(FileChangeType.Created, 'node_modules', 'node_modules/a/x.inspection.yaml', '.git/x.inspection.yaml');
    await new Promise(resolve => setTimeout(resolve, 100));
    assert.deepEqual(await editor.findings(uri), []);
  });

  it('holds what is written in the editor against what is on disk, and forgets it when the file is closed unsaved', async () => {
    const uri = await open();
    const other = folder.uri('inspection.inspection.yaml');
    await editor.findingsWhen(uri, none);
    await editor.open(other, INSPECTION);
    await editor.replace(other, 'kent-2022', 'kent-2023');
    await editor.findingsWhen(uri, has('duplicate-id'));
    folder.write('inspection.inspection.yaml', `# saved by another program\n${INSPECTION}`);
    await tell(FileChangeType.Changed, 'inspection.inspection.yaml');
    await new Promise(resolve => setTimeout(resolve, 100));
    assert.ok(has('duplicate-id')(await editor.findings(uri)), 'what is open wins');
    await editor.close(other);
    await editor.findingsWhen(uri, none);
  });

  it('forgets a file from elsewhere when it is closed', async () => {
    const uri = await open();
    others.push(new TemporaryFolder({ 'x.inspection.yaml': VISIT }));
    await editor.open(others[0]!.uri('x.inspection.yaml'), VISIT);
    await editor.findingsWhen(uri, has('duplicate-id'));
    await editor.close(others[0]!.uri('x.inspection.yaml'));
    await editor.findingsWhen(uri, none);
  });

  it('are several, of which some come and go', async () => {
    const [second, third] = [VISIT, VISIT.replace('published: 2023-05-02', 'published: 2023')].map(text => new TemporaryFolder({ 'x.inspection.yaml': text })) as [TemporaryFolder, TemporaryFolder];
    others.push(second, third);
    folder = new TemporaryFolder({ 'inspection.inspection.yaml': INSPECTION, 'visit.inspection.yaml': VISIT });
    editor = await Editor.start({ ...PULLS, workspace: { workspaceFolders: true } }, folder.path, second.path);
    const uri = folder.uri('visit.inspection.yaml');
    await editor.open(uri, VISIT);
    const change = (added: TemporaryFolder[], removed: TemporaryFolder[]) => editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: added.map(each => ({ uri: each.uri('.').replace(/\/$/, ''), name: '' })), removed: removed.map(each => ({ uri: each.uri('.').replace(/\/$/, ''), name: '' })) },
    });
    const others2 = async (uris: string[]) => {
      const related = (diagnostics: readonly Diagnostic[]) => diagnostics.filter(({ code }) => code === 'duplicate-id').flatMap(({ relatedInformation }) => relatedInformation!.map(({ location }) => location.uri));
      await editor.findingsWhen(uri, diagnostics => JSON.stringify(related(diagnostics)) === JSON.stringify(uris));
    };
    await others2([second.uri('x.inspection.yaml')]);
    await change([third], [second]);
    await others2([third.uri('x.inspection.yaml')]);
    await change([], [third]);
    await others2([]);
  });

  it('are several, one in another: when the outer one is taken away, what its configuration ignored in the inner one counts', async () => {
    folder = new TemporaryFolder({ [CONFIGURATION]: 'ignore: ["inner/x*"]\n', 'inner/x.inspection.yaml': VISIT, 'inner/visit.inspection.yaml': VISIT });
    editor = await Editor.start(PULLS, folder.path, `${folder.path}/inner`);
    const uri = folder.uri('inner/visit.inspection.yaml');
    await editor.open(uri, VISIT);
    await editor.connection.sendRequest('workspace/symbol', { query: '' });
    assert.ok(!has('duplicate-id')(await editor.findings(uri)));
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [{ uri: folder.uri('').replace(/\/$/, ''), name: '' }] } });
    await editor.findingsWhen(uri, has('duplicate-id'));
  });

  it('names the other file of a finding as the editor spells it, where that has it open', async () => {
    const uri = await open();
    const other = folder.uri('inspection.inspection.yaml').replace('n.i', 'n%2Ei');
    await editor.open(other, INSPECTION.replace('kent-2022', 'kent-2023'));
    const duplicate = (await editor.findingsWhen(uri, has('duplicate-id'))).find(({ code }) => code === 'duplicate-id');
    assert.deepEqual(duplicate!.relatedInformation!.map(({ location }) => location.uri), [other]);
  });

  it('asks to be told of files that change, and of everything that comes or goes, as folders do', async () => {
    folder = new TemporaryFolder();
    editor = await Editor.start({ ...PULLS, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } }, folder.path);
    const { registrations } = await editor.asked<RegistrationParams>(RegistrationRequest.method);
    const [{ method, registerOptions }] = registrations as [RegistrationParams['registrations'][number]];
    assert.equal(method, 'workspace/didChangeWatchedFiles');
    assert.deepEqual(registerOptions, { watchers: [{ globPattern: '**/*', kind: 5 }, { globPattern: '**/*.{yaml,yml}', kind: 2 }] });
  });

  it('tells a client that listens of other open files too, when what is written in one bears on them', async () => {
    const uri = await open(undefined, LISTENS);
    const other = folder.uri('inspection.inspection.yaml');
    await editor.open(other, INSPECTION);
    await editor.listen(uri, none);
    await editor.replace(other, 'kent-2022', 'kent-2023');
    await editor.listen(uri, has('duplicate-id'));
    await editor.listen(other, has('duplicate-id'));
    await editor.replace(other, 'kent-2023', 'kent-2022');
    await editor.listen(uri, none);
  });
});
