import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Whether this is VS Code for the Web, where extensions are web workers. */
export const isInBrowser = vscode.env.uiKind === vscode.UIKind.Web && vscode.env.remoteName === undefined;

/** The place of the first `text` in a document. */
export function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`'${text}' does not stand in ${document.fileName}`);
  return document.positionAt(offset);
}

/** Waits until `look` gives something, and returns it. */
export async function until<T>(what: string, look: () => T | undefined | false | PromiseLike<T | undefined | false>, limit = 15_000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited ${limit / 1000} s for ${what}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** Waits until there are some of what `look` finds. */
export function untilSome<T>(what: string, look: () => PromiseLike<T[] | undefined>): Promise<T[]> {
  return until(what, async () => { const found = await look(); return found?.length ? found : undefined; });
}

/** Waits until `look` gives what is expected; says what it gave last if it never does. */
export async function untilEqual<T>(expected: T, look: () => PromiseLike<T>, limit = 15_000): Promise<void> {
  const end = Date.now() + limit;
  for (;;) {
    const found = await look();
    try {
      return assert.deepEqual(found, expected);
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** Opens a file of the workspace in an editor, with the cursor at its beginning: VS Code remembers where another test has left it. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  return vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, selection: new vscode.Range(0, 0, 0, 0) });
}

/** Puts `now` in the place of the first `was`. */
export async function replace(editor: vscode.TextEditor, was: string, now: string): Promise<void> {
  const start = placeOf(editor.document, was);
  const range = new vscode.Range(start, editor.document.positionAt(editor.document.offsetAt(start) + was.length));
  if (!await editor.edit(edit => edit.replace(range, now))) throw new Error('the edit was refused');
}

/** What the findings on a document say. */
export function findings(uri: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics(uri).map(({ message }) => message);
}

/** The words of the findings, as the text has them. */
export function underlined(document: vscode.TextDocument): string[] {
  return vscode.languages.getDiagnostics(document.uri).map(({ range }) => document.getText(range));
}

/** Throws away every change to a record and closes every tab. VS Code has documents of its own at times, such as its settings. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty, languageId }) => isDirty && languageId === 'inspection-record')) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
