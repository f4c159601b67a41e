import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { insertionRequest, type FillInEdit, type InsertionParams, type InsertionResult } from '../server/lsp/protocol';
import { isRecord } from './languages';

/** The commands that add lines to the record at the cursor, to be filled in. */
export function registerInsertions(client: BaseLanguageClient): vscode.Disposable {
  const insert = (what: InsertionParams['what']) => async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !isRecord(editor.document)) return void vscode.window.showInformationMessage('Put the cursor in an inspection record first.');
    const params: InsertionParams = { what, textDocument: { uri: client.code2ProtocolConverter.asUri(editor.document.uri) }, position: editor.selection.active };
    const result = await client.sendRequest<InsertionResult>(insertionRequest, params);
    if ('refusal' in result) void vscode.window.showInformationMessage(result.refusal);
    else await fillIn(editor, result.edit);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('inspectionRecords.insertJudgements', insert('judgements')),
    vscode.commands.registerCommand('inspectionRecords.insertFollowUp', insert('followUp')),
  );
}

/** Writes text with tab stops, and lists what there is to choose from at the first of them. */
export async function fillIn(editor: vscode.TextEditor, { range: { start, end }, snippet }: FillInEdit): Promise<void> {
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  if (!await editor.insertSnippet(new vscode.SnippetString(snippet), range)) return;
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  // As if by typing: where there is nothing to choose from, nothing is said.
  await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
}
