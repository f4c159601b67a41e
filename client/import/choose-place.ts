import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { GatherResult, ImportPlace } from '../../server/lsp/protocol';
import { isRecord } from '../languages';

interface Choice extends vscode.QuickPickItem {
  /** Undefined where the user has yet to say which folder. */
  place?: ImportPlace;
}

/**
 * Asks where records that were read are to go; undefined where the user thought better of it.
 * @param from the folder of the first file, if it lies in one
 */
export async function choosePlace(client: BaseLanguageClient, gathered: GatherResult, from: vscode.Uri | undefined): Promise<ImportPlace | undefined> {
  const choices = [...documentChoices(client, gathered), ...folderChoices(client, gathered, from)];
  const chosen = await vscode.window.showQuickPick(choices, { title: `Import: ${inWords(gathered)}`, placeHolder: 'Where to? What is there already is never overwritten.', ignoreFocusOut: true });
  if (!chosen) return undefined;
  return chosen.place ?? otherFolder(client, from);
}

/** "3 records of Kirklees and Kent" */
export function inWords({ records, authorities }: Pick<GatherResult, 'records' | 'authorities'>): string {
  const names = authorities.length > 3 ? `${authorities.length} authorities` : new Intl.ListFormat('en-GB').format(authorities);
  return `${records} ${records === 1 ? 'record' : 'records'}${names === '' ? '' : ` of ${names}`}`;
}

function documentChoices(client: BaseLanguageClient, { homes }: GatherResult): Choice[] {
  const active = vscode.window.activeTextEditor;
  const open = active && isRecord(active.document) ? active : undefined;
  const others = homes.map(uri => client.protocol2CodeConverter.asUri(uri)).filter(uri => uri.toString() !== open?.document.uri.toString());
  return [
    { label: '$(new-file) A new document', description: 'nothing is saved until you save it', place: { kind: 'new document' } },
    ...(open ? [{ label: `$(edit) ${nameOf(open.document.uri)}`, description: 'is open: its records get what they lack, others follow', place: inDocument(client, open.document.uri, open.selection.active) }] : []),
    ...(others.length === 1 ? [{ label: `$(file) ${nameOf(others[0]!)}`, description: 'where records of this authority are', place: inDocument(client, others[0]!) }] : []),
  ];
}

export function inDocument(client: BaseLanguageClient, uri: vscode.Uri, position?: vscode.Position): ImportPlace {
  return { kind: 'document', textDocument: { uri: client.code2ProtocolConverter.asUri(uri) }, ...(position && { position: { line: position.line, character: position.character } }) };
}

function folderChoices(client: BaseLanguageClient, { authorities }: GatherResult, from: vscode.Uri | undefined): Choice[] {
  const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const { asUri } = client.code2ProtocolConverter;
  const near = from && vscode.workspace.getWorkspaceFolder(from) ? from : roots[0];
  return [
    ...(near ? [{ label: `$(files) New files in ${nameOf(near)}`, description: authorities.length > 1 ? 'one for each authority' : 'named after the authority', place: { kind: 'new files', folder: asUri(near) } as const }] : []),
    ...roots.map(root => ({ label: `$(folder) The records in ${nameOf(root)}`, description: 'they get what they lack; others go to the file of their authority', place: { kind: 'folder', folder: asUri(root) } as const })),
    { label: '$(folder-opened) Another folder…' },
  ];
}

async function otherFolder(client: BaseLanguageClient, from: vscode.Uri | undefined): Promise<ImportPlace | undefined> {
  const [folder] = await vscode.window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, defaultUri: from, openLabel: 'Import Here', title: 'The folder that the records are to go to' }) ?? [];
  return folder && { kind: 'folder', folder: client.code2ProtocolConverter.asUri(folder) };
}

export function nameOf({ path }: vscode.Uri): string {
  return path.replace(/\/$/, '').split('/').at(-1) ?? path;
}
