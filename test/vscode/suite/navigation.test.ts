import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, placeOf, until, untilEqual, untilSome } from './window';

const INSPECTION = 'id: leeds-2022\nauthority: Leeds\nevent: ILACS short inspection\nfieldwork:\n  start: 2022-02-21\n  end: 2022-02-25\n';
const VISIT = 'id: leeds-2024-visit\nauthority: Leeds\nevent: ILACS focused visit\nfieldwork: {start: 2024-05-14, end: 2024-05-15}\nfollows: leeds-2022\n';
const FILES = { 'leeds-2022.inspection.yaml': INSPECTION, 'leeds-2024.inspection.yaml': VISIT };

const folder = () => vscode.workspace.workspaceFolders![0]!.uri;
const fileOf = (name: string) => vscode.Uri.joinPath(folder(), name);

describe('ids across files', () => {
  beforeEach(() => Promise.all(Object.entries(FILES).map(([name, text]) => vscode.workspace.fs.writeFile(fileOf(name), new TextEncoder().encode(text)))));
  afterEach(async () => {
    await closeAll();
    for (const name of Object.keys(FILES)) await vscode.workspace.fs.delete(fileOf(name));
  });

  /** What a provider answers about some words of a document. */
  const at = <T>(command: string, { document }: vscode.TextEditor, words: string, ...more: unknown[]) =>
    vscode.commands.executeCommand<T>(`vscode.${command}`, document.uri, placeOf(document, words), ...more);
  /** Each place as the name of its file and its words. */
  const told = (places: readonly vscode.Location[]) => Promise.all(places.map(async ({ uri, range }) => {
    const document = await vscode.workspace.openTextDocument(uri);
    return `${uri.path.split('/').at(-1)}: ${document.lineAt(range.start.line).text}`;
  }));
  const leads = (expected: string[], places: () => PromiseLike<readonly vscode.Location[]>) => untilEqual(expected, async () => (await told(await places())).sort());

  it('lead from what follows a record to it, and from it to all that do', async () => {
    const visit = await open('leeds-2024.inspection.yaml');
    await leads(['leeds-2022.inspection.yaml: id: leeds-2022'], () => at('executeDefinitionProvider', visit, 'leeds-2022'));
    const inspection = await open('leeds-2022.inspection.yaml');
    await leads(['leeds-2022.inspection.yaml: id: leeds-2022', 'leeds-2024.inspection.yaml: follows: leeds-2022'], () => at('executeReferenceProvider', inspection, 'leeds-2022'));
  });

  it('are renamed in every file at once', async () => {
    const visit = await open('leeds-2024.inspection.yaml');
    await untilSome('definitions', () => at<vscode.Location[]>('executeDefinitionProvider', visit, 'leeds-2022'));
    const { placeholder } = await at<{ placeholder: string }>('prepareRename', visit, 'leeds-2022');
    assert.equal(placeholder, 'leeds-2022');
    const edit = await at<vscode.WorkspaceEdit>('executeDocumentRenameProvider', visit, 'leeds-2022', 'leeds-february-2022');
    assert.equal(edit.size, 2);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(visit.document.getText(), VISIT.replace('leeds-2022', 'leeds-february-2022'));
    const other = await vscode.workspace.openTextDocument(fileOf('leeds-2022.inspection.yaml'));
    assert.equal(other.getText(), INSPECTION.replace('leeds-2022', 'leeds-february-2022'));
  });

  it('are the only words that can be renamed, and it is said why', async () => {
    const visit = await open('leeds-2024.inspection.yaml');
    await assert.rejects(async () => await at('prepareRename', visit, 'Leeds'), /Only the id of a record can be renamed/);
    await assert.rejects(async () => await at('executeDocumentRenameProvider', visit, 'leeds-2022', 'Leeds 2022'), /An id holds only small letters/);
  });

  it('are found from anywhere, with authority, event and date', async () => {
    await open('leeds-2024.inspection.yaml');
    const find = async (query: string) => (await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query)).filter(({ location }) => /inspection\.yaml$/.test(location.uri.path));
    const [found] = await until('the record', async () => { const all = await find('leeds short'); return all.length === 1 && all; });
    assert.deepEqual([found!.name, found!.containerName, found!.location.uri.path.split('/').at(-1)], ['Leeds, ILACS short inspection, 2022-02-21', 'leeds-2022', 'leeds-2022.inspection.yaml']);
    assert.deepEqual((await find('leeds-2024-visit')).map(({ name }) => name), ['Leeds, ILACS focused visit, 2024-05-14']);
  });
});
