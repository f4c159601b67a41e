import * as vscode from 'vscode';

/** What the user chose for previews. */
export function setting(name: 'followCursor' | 'openAutomatically' | 'scrollSync'): boolean {
  return vscode.workspace.getConfiguration('inspectionRecords.preview').get(name) === true;
}

/** How long nothing is typed before one speaks of what is half typed, in milliseconds. */
export function typingPause(): number {
  return vscode.workspace.getConfiguration('inspectionRecords').get<number>('typingPause', 800);
}
