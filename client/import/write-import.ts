import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { placeImportRequest, type ImportPlace, type PlacedEdit, type PlacedFile, type PlaceImportParams, type PlaceImportResult } from '../../server/lsp/protocol';
import { LANGUAGE } from '../languages';
import { nameOf } from './choose-place';

/** What an import came to: the documents that records went into, and what to say of it. */
export interface Written extends Pick<PlaceImportResult, 'added' | 'completed' | 'notes'> {
  uris: vscode.Uri[];
}

/**
 * Writes an import to its place, as one edit that can be undone. No file is overwritten: where one is there already, the user is asked.
 * Undefined where the user thought better of it; throws where nothing could be written.
 */
export async function writeImport(client: BaseLanguageClient, id: number, into: ImportPlace): Promise<Written | undefined> {
  if (into.kind === 'document') await vscode.workspace.openTextDocument(client.protocol2CodeConverter.asUri(into.textDocument.uri));
  const asked = into.kind === 'new files' ? await withoutOverwriting(client, id, into) : into;
  if (!asked) return undefined;
  const { files, ...rest } = 'files' in asked ? asked : await placeInOpenDocuments(client, id, asked);
  const [unnamed] = files.filter(({ uri }) => uri === undefined);
  if (unnamed) return { ...rest, uris: [(await newDocument(unnamed)).uri] };
  const uris = await write(client, files);
  if (uris[0]) await vscode.window.showTextDocument(uris[0], { preview: false });
  return { ...rest, uris };
}

async function newDocument(file: PlacedFile): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: LANGUAGE, content: 'text' in file ? file.text : '' });
  await vscode.window.showTextDocument(document);
  return document;
}

function place(client: BaseLanguageClient, id: number, into: ImportPlace): Promise<PlaceImportResult> {
  const params: PlaceImportParams = { import: id, into };
  return client.sendRequest<PlaceImportResult>(placeImportRequest, params);
}

/** An edit is worked out for documents as VS Code has them: those that are closed are opened, and then it is asked once more. */
async function placeInOpenDocuments(client: BaseLanguageClient, id: number, into: ImportPlace): Promise<PlaceImportResult> {
  const placed = await place(client, id, into);
  const closed = placed.files.filter(file => 'edits' in file && file.version === null);
  if (closed.length === 0) return placed;
  await Promise.all(closed.map(({ uri }) => vscode.workspace.openTextDocument(client.protocol2CodeConverter.asUri(uri!))));
  return place(client, id, into);
}

const ADD = 'Add What They Lack';
const NEW_ONLY = 'Write Only the Others';

/** New files that are not there yet; or, where some are, what the user wants done about them. */
async function withoutOverwriting(client: BaseLanguageClient, id: number, into: ImportPlace & { kind: 'new files' }): Promise<PlaceImportResult | ImportPlace | undefined> {
  const placed = await place(client, id, into);
  const there: string[] = [];
  const others: PlacedFile[] = [];
  for (const file of placed.files) {
    const uri = client.protocol2CodeConverter.asUri(file.uri!);
    if (await isThere(uri)) there.push(nameOf(uri));
    else others.push(file);
  }
  if (there.length === 0) return placed;
  const which = there.length === 1 ? `${there[0]} is there already.` : `${there.length} files are there already.`;
  const detail = `${there.length > 1 ? `${there.slice(0, 10).join(', ')}${there.length > 10 ? ' …' : ''}\n\n` : ''}Nothing in ${there.length === 1 ? 'it is overwritten: its' : 'them is overwritten: their'} records can get what they lack, and other inspections come behind them.`;
  const answer = await vscode.window.showWarningMessage(which, { modal: true, detail }, ADD, ...(others.length > 0 ? [NEW_ONLY] : []));
  if (answer === ADD) return { kind: 'folder', folder: into.folder };
  return answer === NEW_ONLY ? { ...placed, files: others, added: others.reduce((sum, file) => sum + ('records' in file ? file.records : 0), 0) } : undefined;
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** Makes and changes files in one step. What was open stays unsaved, for the user to look at; what was closed is saved. */
async function write(client: BaseLanguageClient, files: readonly PlacedFile[]): Promise<vscode.Uri[]> {
  const edit = new vscode.WorkspaceEdit();
  const tabs = new Set(vscode.window.tabGroups.all.flatMap(group => group.tabs.map(({ input }) => (input instanceof vscode.TabInputText ? input.uri.toString() : ''))));
  const uris = files.map(file => {
    const uri = client.protocol2CodeConverter.asUri(file.uri!);
    if ('edits' in file) {
      const document = vscode.workspace.textDocuments.find(each => each.uri.toString() === uri.toString());
      if (document && file.version !== null && document.version !== file.version) throw new Error(`${nameOf(uri)} was changed meanwhile. Try again.`);
      edit.set(uri, textEdits(file.edits));
    } else edit.createFile(uri, { contents: new TextEncoder().encode(file.text), overwrite: false, ignoreIfExists: false });
    return uri;
  });
  if (files.length > 0 && !await vscode.workspace.applyEdit(edit)) throw new Error('VS Code refused to write the records. Nothing was written.');
  const unseen = vscode.workspace.textDocuments.filter(({ uri, isDirty }) => isDirty && uris.some(each => each.toString() === uri.toString()) && !tabs.has(uri.toString()));
  for (const document of unseen) await document.save();
  return uris;
}

export function textEdits(edits: readonly PlacedEdit[]): vscode.TextEdit[] {
  return edits.map(({ range: { start, end }, newText }) => new vscode.TextEdit(new vscode.Range(start.line, start.character, end.line, end.character), newText));
}
