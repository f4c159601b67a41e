import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { RECORD_SELECTOR } from './languages';

const RESTART: vscode.Command = { command: 'inspectionRecords.restartServer', title: 'Restart' };

/** Tells in the language status, for records only, whether the server is starting, ready or stopped. */
export function showServerStatus(client: BaseLanguageClient): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('inspectionRecords.server', RECORD_SELECTOR);
  item.name = 'Inspection Records';
  const show = (state: State): void => {
    item.busy = state === State.Starting || state === State.StartFailed;
    item.text = state === State.Running ? 'Records are checked' : state === State.Starting ? 'Starting the checks' : 'Records are not checked';
    item.detail = state === State.Stopped ? 'The language server has stopped' : undefined;
    item.severity = state === State.Stopped ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    item.command = state === State.Stopped || state === State.Running ? RESTART : undefined;
  };
  show(client.state);
  return vscode.Disposable.from(item, client.onDidChangeState(({ newState }) => show(newState)));
}
