import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { journeyRequest, type JourneyParams, type JourneyResult, type JourneyStep, type Place } from '../server/lsp/protocol';

type Step = vscode.QuickPickItem & { step: JourneyStep };

/** Lists all records of an authority in order of date; the chosen one is opened. */
export function registerJourney(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('inspectionRecords.showJourney', async (uri?: string, place?: Place) => {
    const editor = vscode.window.activeTextEditor;
    const params = typeof uri === 'string' && place ? { textDocument: { uri }, position: place } : editor && paramsOf(editor, client);
    const journey = params && await client.sendRequest<JourneyResult | null>(journeyRequest, params);
    if (!journey) {
      void vscode.window.showInformationMessage('Put the cursor in a record whose authority is known first.');
      return;
    }
    const chosen = await vscode.window.showQuickPick(journey.steps.map(toItem), { title: `Journey of ${journey.authority}`, placeHolder: 'Choose a record to go to it', matchOnDescription: true });
    if (chosen) await open(chosen.step, client);
  });
}

function paramsOf(editor: vscode.TextEditor, client: BaseLanguageClient): JourneyParams {
  return { textDocument: { uri: client.code2ProtocolConverter.asUri(editor.document.uri) }, position: editor.selection.active };
}

function toItem(step: JourneyStep): Step {
  return { label: `${step.current ? '$(arrow-right) ' : ''}${step.date || 'No date'}`, description: [step.event, step.grade].filter(part => part !== '').join(': '), step };
}

async function open({ uri, place }: JourneyStep, client: BaseLanguageClient): Promise<void> {
  const at = new vscode.Position(place.line, place.character);
  await vscode.window.showTextDocument(client.protocol2CodeConverter.asUri(uri), { selection: new vscode.Range(at, at) });
}
