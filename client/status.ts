import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { RECORD_SELECTOR } from './languages';

const RESTART: vscode.Command = { command: 'inspectionRecords.restartServer', title: 'Restart' };

/** Tells in the language status, for records only, whether the server is starting, ready or stopped. */
export function showServerStatus(client: BaseLanguageClient): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('inspectionRecords.server', RECORD_SELECTOR);
  item.name = 'Inspection Records';
  const show = (state: State): void => {
    const hasStopped = state === State.Stopped || state === State.StartFailed;
    item.busy = state === State.Starting;
    item.text = state === State.Running ? 'Records are checked' : state === State.Starting ? 'Starting the checks' : 'Records are not checked';
    item.detail = hasStopped ? `The language server ${state === State.Stopped ? 'has stopped' : 'could not be started'}` : undefined;
    item.severity = hasStopped ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    item.command = hasStopped || state === State.Running ? RESTART : undefined;
  };
  show(client.state);
  return vscode.Disposable.from(item, client.onDidChangeState(({ newState }) => show(newState)));
}
