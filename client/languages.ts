import * as vscode from 'vscode';

/** The language id of records, as package.json gives it to their files. */
export const LANGUAGE = 'inspection-record';

/** The documents that the server reads: files, unsaved text, and files of a virtual workspace; not, say, the old side of a comparison. */
export const RECORD_SELECTOR = ['file', 'untitled', 'vscode-vfs'].map(scheme => ({ scheme, language: LANGUAGE }));

export function isRecord(document: vscode.TextDocument): boolean {
  return vscode.languages.match(RECORD_SELECTOR, document) > 0;
}
