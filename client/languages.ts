import * as vscode from 'vscode';

/** The language id of records, as package.json gives it to their files. */
export const LANGUAGE = 'inspection-record';

/** Where documents are that are worked on: files, unsaved text, and files of whatever folders are open; not, say, the old side of a comparison. */
const SCHEMES = [...new Set(['file', 'untitled', 'vscode-vfs', ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)])];

export const RECORD_SELECTOR = SCHEMES.map(scheme => ({ scheme, language: LANGUAGE }));

/**
 * Configurations of workspaces. They have a language of their own for the same reason as records: an extension for all YAML would check
 * and format them too. Who has given every YAML file that language is helped none the less.
 */
const CONFIGURATION_SELECTOR = SCHEMES.flatMap(scheme => [
  { scheme, language: 'inspection-records-config' },
  { scheme, language: 'yaml', pattern: '**/inspection-records.config.yaml' },
]);

/** The documents that the server reads. */
export const SERVER_SELECTOR = [...RECORD_SELECTOR, ...CONFIGURATION_SELECTOR];

export function isRecord(document: vscode.TextDocument): boolean {
  return vscode.languages.match(RECORD_SELECTOR, document) > 0;
}

/** The editor that a command is about: that with the cursor. Where the user is in none, such as in a walkthrough, the cursor goes to a record that is to be seen. */
export async function editorMeant(): Promise<vscode.TextEditor | undefined> {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const other = activeTextEditor ? undefined : visibleTextEditors.find(({ document }) => isRecord(document));
  return other ? vscode.window.showTextDocument(other.document, other.viewColumn) : activeTextEditor;
}
