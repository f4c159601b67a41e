import assert from 'node:assert/strict';
import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver-protocol';
import { readFileRequest, readFolderRequest, type FileParams, type FolderEntry } from '../../server/lsp/protocol';
import { Editor, PULLS } from '../support/editor';

const ROOT = 'memory:/records';
const VISIT = `${ROOT}/visit.inspection.yaml`;
const RECORDS = {
  'visit.inspection.yaml': 'id: kent-2023\nauthority: Kent\nevent: ILACS focused visit\npublished: 2023-05-02\nfollows: kent-2022\n',
  'a folder/inspection.inspection.yaml': 'id: kent-2022\nauthority: Kent\nevent: ILACS focused visit\npublished: 2022-07-08\n',
  'node_modules/other.inspection.yaml': 'id: kent-2023\nauthority: Kent\nevent: ILACS focused visit\npublished: 2023-05-02\n',
  'readme.md': '',
};
const FOLDERS: ClientCapabilities = { ...PULLS, workspace: { ...PULLS.workspace, workspaceFolders: true } };

const none = (diagnostics: readonly Diagnostic[]) => diagnostics.length === 0;

/** What a client would list in a folder of these files. */
function entriesIn(folder: string, files: Readonly<Record<string, string>>): FolderEntry[] {
  const below = Object.keys(files).map(name => `${ROOT}/${encodeURI(name)}`).filter(uri => uri.startsWith(`${folder}/`));
  const steps = new Map(below.map(uri => { const [step, ...more] = uri.slice(folder.length + 1).split('/'); return [step!, more.length > 0]; }));
  return [...steps].map(([step, isFolder]) => ({ uri: `${folder}/${step}`, isFolder }));
}

describe('a folder that lies on no disk, over stdio', () => {
  let editor: Editor;
  const asked: string[] = [];
  afterEach(() => editor.stop());

  /** The visit is open in the editor; `files`: what its client can read, if it can. */
  async function open(files?: Readonly<Record<string, string>>): Promise<void> {
    asked.length = 0;
    editor = await Editor.start(FOLDERS);
    if (files) {
      editor.connection.onRequest(readFolderRequest, ({ uri }: FileParams) => entriesIn(uri, files));
      editor.connection.onRequest(readFileRequest, ({ uri }: FileParams) => {
        asked.push(uri);
        return files[decodeURI(uri.slice(ROOT.length + 1))] ?? null;
      });
    }
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: ROOT, name: 'records' }], removed: [] } });
    await editor.open(VISIT, RECORDS['visit.inspection.yaml']);
  }

  it('is read through the client: records know each other, and nothing but records is fetched', async () => {
    await open(RECORDS);
    await editor.findingsWhen(VISIT, none);
    await editor.replace(VISIT, 'follows: kent-2022', 'follows: kent-2021');
    const [finding] = await editor.findingsWhen(VISIT, found => found.length > 0);
    assert.match(String(finding!.message), /Did you mean 'kent-2022'\?$/);
    // The visit need not be fetched, as it is open.
    assert.deepEqual(asked.filter(uri => !uri.endsWith('.config.yaml') && uri !== VISIT), [`${ROOT}/a%20folder/inspection.inspection.yaml`]);
  });

  it('does no harm with a client that cannot read it', async () => {
    await open();
    await editor.findingsWhen(VISIT, none);
    await editor.replace(VISIT, 'authority: Kent', 'authority: Kentt');
    const [finding] = await editor.findingsWhen(VISIT, found => found.length > 0);
    assert.equal(finding!.code, 'unknown-authority');
  });
});
