import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { journeyRequest, type JourneyParams, type JourneyResult, type JourneyStep, type Place } from '../server/lsp/protocol';

type Step = vscode.QuickPickItem & { step: JourneyStep };

/** Lists all events of an authority in order of date; the record of the chosen one is opened. */
export function registerJourney(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('inspectionRecords.goToRecord', async (uri?: string, place?: Place) => {
    const editor = vscode.window.activeTextEditor;
    const params = typeof uri === 'string' && place ? { textDocument: { uri }, position: place } : editor && paramsOf(editor, client);
    const journey = params && await client.sendRequest<JourneyResult | null>(journeyRequest, params);
    if (!journey) {
      void vscode.window.showInformationMessage('Put the cursor in a record whose authority is known first.');
      return;
    }
    const chosen = await choose(journey, client);
    if (chosen) await open(chosen, client);
  });
}

function paramsOf(editor: vscode.TextEditor, client: BaseLanguageClient): JourneyParams {
  return { textDocument: { uri: client.code2ProtocolConverter.asUri(editor.document.uri) }, position: editor.selection.active };
}

/** Lets one be chosen; the list begins at the record that was asked about. */
function choose({ authority, steps }: JourneyResult, client: BaseLanguageClient): Promise<JourneyStep | undefined> {
  const list = vscode.window.createQuickPick<Step>();
  const severalFiles = new Set(steps.map(({ uri }) => uri)).size > 1;
  list.title = `Journey of ${authority}`;
  list.placeholder = 'Choose a record to go to it';
  list.matchOnDescription = true;
  list.items = steps.map(step => toItem(step, severalFiles ? fileName(step, client) : ''));
  list.activeItems = list.items.filter(({ step }) => step.current);
  return new Promise(resolve => {
    list.onDidAccept(() => { resolve(list.activeItems[0]?.step); list.hide(); });
    list.onDidHide(() => { resolve(undefined); list.dispose(); });
    list.show();
  });
}

function toItem(step: JourneyStep, file: string): Step {
  const what = [step.event, step.grade].filter(part => part !== '').join(': ');
  const remarks = [what, step.predecessor, file, step.told > 1 && `in ${step.told} records`, step.current && 'this record'];
  return { label: step.date || 'No date', description: remarks.filter(remark => remark).join(' · '), step };
}

function fileName({ uri }: JourneyStep, client: BaseLanguageClient): string {
  return vscode.workspace.asRelativePath(client.protocol2CodeConverter.asUri(uri));
}

async function open({ uri, place }: JourneyStep, client: BaseLanguageClient): Promise<void> {
  const at = new vscode.Position(place.line, place.character);
  await vscode.window.showTextDocument(client.protocol2CodeConverter.asUri(uri), { selection: new vscode.Range(at, at) });
}
