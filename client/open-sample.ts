import * as vscode from 'vscode';
import { LANGUAGE } from './languages';

/** Opens a copy of the sample that the extension brings along: it can be played with, and is not saved anywhere unless somebody says so. */
export function registerSample(extension: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand('inspectionRecords.openSample', async () => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'samples', 'kirklees.inspection.yaml'));
    const document = await vscode.workspace.openTextDocument({ language: LANGUAGE, content: new TextDecoder().decode(bytes) });
    await vscode.window.showTextDocument(document);
  });
}
