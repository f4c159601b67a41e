import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { readFileRequest, readFolderRequest, type FileParams, type FolderEntry } from '../server/lsp/protocol';

/** Larger files are not read: no data set of the whole country comes near. In bytes. */
const LARGEST_FILE = 64 * 1024 * 1024;

/** Reads files for a server that cannot: one in a web worker, or any where a workspace lies on no disk. */
export function readFilesFor(client: BaseLanguageClient): vscode.Disposable {
  const { asUri } = client.code2ProtocolConverter;
  const toUri = ({ uri }: FileParams): vscode.Uri => client.protocol2CodeConverter.asUri(uri);
  return vscode.Disposable.from(
    client.onRequest(readFolderRequest, async (params: FileParams) => (await entriesOf(toUri(params))).map(({ uri, isFolder }): FolderEntry => ({ uri: asUri(uri), isFolder }))),
    client.onRequest(readFileRequest, (params: FileParams) => textOf(toUri(params))),
  );
}

async function entriesOf(folder: vscode.Uri): Promise<{ uri: vscode.Uri; isFolder: boolean }[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.filter(([, type]) => !(type & vscode.FileType.SymbolicLink))
      .map(([name, type]) => ({ uri: vscode.Uri.joinPath(folder, name), isFolder: type === vscode.FileType.Directory }));
  } catch {
    return [];
  }
}

async function textOf(file: vscode.Uri): Promise<string | null> {
  try {
    if ((await vscode.workspace.fs.stat(file)).size > LARGEST_FILE) return null;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return null;
  }
}
