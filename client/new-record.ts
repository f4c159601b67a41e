import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  choicesRequest, newRecordRequest, type ChoicesParams, type ChoicesResult, type NewRecordParams, type NewRecordResult, type SubjectChoice,
} from '../server/lsp/protocol';
import { chooseDay } from './choose-day';
import { fillIn } from './fill-in';
import { isRecord, LANGUAGE } from './languages';

const TITLE = 'New inspection record';

type Subject = Pick<NewRecordParams, 'authority' | 'event' | 'start'>;

/** Asks for authority, event and first day, and writes a record about them: behind those of the active file, or in a new one. */
export function registerNewRecord(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand('inspectionRecords.newRecord', async (given?: Partial<Subject>) => {
    const active = vscode.window.activeTextEditor?.document;
    const document = active && isRecord(active) ? active : undefined;
    const uri = document && client.code2ProtocolConverter.asUri(document.uri);
    const near = uri ?? addressInFolder(client);
    const subject = await askFor(client, given ?? {}, { near });
    if (!subject) return;
    const result = await request(client, { ...subject, near, ...(uri && { textDocument: { uri } }) });
    if ('refusal' in result) return void vscode.window.showErrorMessage(result.refusal);
    const editor = await vscode.window.showTextDocument(document ?? await vscode.workspace.openTextDocument({ language: LANGUAGE }));
    await fillIn(editor, result.edit);
  });
}

/** Where a new file is likely to be saved. */
function addressInFolder(client: BaseLanguageClient): string | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder && client.code2ProtocolConverter.asUri(vscode.Uri.joinPath(folder, 'new.inspection.yaml'));
}

/** What is given is not asked for; undefined where the user thought better of it. */
async function askFor(client: BaseLanguageClient, { authority, event, start }: Partial<Subject>, params: ChoicesParams): Promise<Subject | undefined> {
  const choices = await client.sendRequest<ChoicesResult>(choicesRequest, params);
  authority ??= await choose(choices.authorities, 'Whose services were inspected?', 1);
  if (authority === undefined) return undefined;
  event ??= await choose(choices.events, 'What kind of inspection or visit was it?', 2);
  if (event === undefined) return undefined;
  const subject = { ...params, authority, event };
  start ??= await chooseDay(choices.days, `${TITLE} (3 of 3)`, async day => {
    const result = await request(client, { ...subject, start: day });
    return 'refusal' in result ? result.refusal : undefined;
  });
  return start === undefined ? undefined : { ...subject, start };
}

async function choose(choices: readonly SubjectChoice[], placeHolder: string, step: number): Promise<string | undefined> {
  const chosen = await vscode.window.showQuickPick(choices, { title: `${TITLE} (${step} of 3)`, placeHolder, matchOnDescription: true, ignoreFocusOut: true });
  return chosen?.label;
}

function request(client: BaseLanguageClient, params: NewRecordParams): Promise<NewRecordResult> {
  return client.sendRequest<NewRecordResult>(newRecordRequest, params);
}
