import * as vscode from 'vscode';
import type { Place } from '../../server/lsp/protocol';

/** Puts the cursor at a place in the text: where the document is already to be seen, else beside the preview. */
export async function revealInText(uri: vscode.Uri, place: Place, previewColumn: vscode.ViewColumn | undefined): Promise<void> {
  const open = editorsOf(uri)[0];
  const column = open?.viewColumn ?? (previewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One);
  const at = new vscode.Position(place.line, place.character);
  const editor = await vscode.window.showTextDocument(uri, { viewColumn: column, selection: new vscode.Range(at, at) });
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Scrolls the editors of a document so that a line is the first to be seen. */
export function scrollText(uri: vscode.Uri, line: number): void {
  for (const editor of editorsOf(uri)) editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
}

function editorsOf(uri: vscode.Uri): vscode.TextEditor[] {
  return vscode.window.visibleTextEditors.filter(({ document }) => document.uri.toString() === uri.toString());
}
