import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { choicesRequest, journeyRequest, type ChoicesParams, type ChoicesResult, type JourneyParams, type JourneyResult, type JourneySubject, type Place } from '../../server/lsp/protocol';
import { isRecord } from '../languages';

/** The journey of the record at a place, else of the one with the cursor, else of an authority that the user chooses; undefined where there is none. */
export async function chooseJourney(client: BaseLanguageClient, uri?: string, place?: Place): Promise<JourneySubject | undefined> {
  const at = uri !== undefined && place ? { textDocument: { uri }, position: place } : atCursor(client);
  const found = at && await client.sendRequest<JourneyResult | null>(journeyRequest, at);
  if (at && found) return { kind: 'journey', authority: found.authority, near: at.textDocument.uri };
  const near = at?.textDocument.uri ?? folderOf(vscode.workspace.workspaceFolders?.[0]?.uri, client);
  const authority = await chooseAuthority(client, near);
  return authority === undefined ? undefined : { kind: 'journey', authority, near: near ?? '' };
}

/** Address of the folder that was meant: the one given, the only one of the workspace, or one that the user chooses. */
export async function chooseFolder(client: BaseLanguageClient, given?: vscode.Uri): Promise<string | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (!given && !folders.length) {
    void vscode.window.showInformationMessage('Open a folder with inspection records first.');
    return undefined;
  }
  const folder = given ?? (folders.length === 1 ? folders[0]!.uri : (await vscode.window.showWorkspaceFolderPick({ placeHolder: 'Folder to show an overview of' }))?.uri);
  return folder && client.code2ProtocolConverter.asUri(folder);
}

function atCursor(client: BaseLanguageClient): JourneyParams | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && isRecord(editor.document) ? { textDocument: { uri: client.code2ProtocolConverter.asUri(editor.document.uri) }, position: editor.selection.active } : undefined;
}

async function chooseAuthority(client: BaseLanguageClient, near: string | undefined): Promise<string | undefined> {
  const params: ChoicesParams = { near };
  const { authorities } = await client.sendRequest<ChoicesResult>(choicesRequest, params);
  return (await vscode.window.showQuickPick(authorities, { title: 'Show Journey', placeHolder: 'Authority whose journey to show', matchOnDescription: true }))?.label;
}

/** What holds for a file of the folder holds for what is asked about it. */
function folderOf(folder: vscode.Uri | undefined, client: BaseLanguageClient): string | undefined {
  return folder && client.code2ProtocolConverter.asUri(vscode.Uri.joinPath(folder, 'x.inspection.yaml'));
}
