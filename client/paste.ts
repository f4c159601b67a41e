import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { pasteRequest, type PasteParams, type PasteResult } from '../server/lsp/protocol';
import { isRecord } from './languages';

/** The command that makes judgements or findings of what was copied from a report, a page or a slide. */
export function registerPaste(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('inspectionRecords.paste', async () => {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !isRecord(editor.document)) return void vscode.window.showInformationMessage('Put the cursor in an inspection record first.');
    const params: PasteParams = {
      textDocument: { uri: client.code2ProtocolConverter.asUri(editor.document.uri) },
      position: editor.selection.active,
      text: await vscode.env.clipboard.readText(),
    };
    const result = await client.sendRequest<PasteResult>(pasteRequest, params);
    if ('refusal' in result) return void vscode.window.showInformationMessage(result.refusal);
    const { range: { start, end }, newText } = result.edit;
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    if (await editor.edit(builder => builder.replace(range, newText))) editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  });
}
