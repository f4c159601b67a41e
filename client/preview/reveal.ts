import * as vscode from 'vscode';
import type { Place } from '../../server/lsp/protocol';

/** Puts the cursor at a place in the text: where the document is already to be seen, else beside the preview. */
export async function revealInText(uri: vscode.Uri, place: Place, previewColumn: vscode.ViewColumn | undefined): Promise<void> {
  const open = vscode.window.visibleTextEditors.find(editor => editor.document.uri.toString() === uri.toString());
  const column = open?.viewColumn ?? (previewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One);
  const at = new vscode.Position(place.line, place.character);
  const editor = await vscode.window.showTextDocument(uri, { viewColumn: column, selection: new vscode.Range(at, at) });
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
