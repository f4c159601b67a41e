import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { statusChangedNotification, statusRequest, type StatusParams, type StatusResult } from '../server/lsp/protocol';
import { isRecord, RECORD_SELECTOR } from './languages';
import { RESTART_COMMAND } from './restarts';

const RESTART: vscode.Command = { command: RESTART_COMMAND, title: 'Restart' };

/** How long the cursor rests before it is asked what holds for its record, in milliseconds. */
const REST = 150;

/** Tells in the language status, for records only, whether they are checked, and by which framework the one with the cursor is. */
export function showStatus(client: BaseLanguageClient): vscode.Disposable {
  const status = new Status(client);
  return vscode.Disposable.from(
    status,
    client.onDidChangeState(({ newState }) => status.changed(newState)),
    client.onNotification(statusChangedNotification, () => status.askSoon()),
    vscode.window.onDidChangeActiveTextEditor(() => status.askSoon()),
    vscode.window.onDidChangeTextEditorSelection(() => status.askSoon()),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => status.found(uris)),
  );
}

class Status {
  private readonly server = item('server', 'Inspection Records');
  private readonly framework = item('framework', 'Framework in force');
  /** What holds for the record with the cursor, as far as it is known. */
  private known: StatusResult | null = null;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly client: BaseLanguageClient) {
    this.changed(client.state);
  }

  changed(state: State): void {
    this.known = null;
    this.show(state);
    if (state === State.Running) this.askSoon();
  }

  /** Problems were found or mended in these documents. */
  found(uris: readonly vscode.Uri[]): void {
    const shown = vscode.window.activeTextEditor?.document.uri.toString();
    if (uris.some(uri => uri.toString() === shown)) this.show(this.client.state);
  }

  askSoon(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.ask(), REST);
  }

  dispose(): void {
    clearTimeout(this.waiting);
    vscode.Disposable.from(this.server, this.framework).dispose();
  }

  private async ask(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !isRecord(editor.document) || !this.client.isRunning()) return;
    const { code2ProtocolConverter: convert } = this.client;
    const params: StatusParams = { textDocument: { uri: convert.asUri(editor.document.uri) }, position: convert.asPosition(editor.selection.active) };
    const known = await this.client.sendRequest<StatusResult | null>(statusRequest, params).catch(() => null);
    if (editor !== vscode.window.activeTextEditor) return;
    this.known = known;
    this.show(this.client.state);
  }

  private show(state: State): void {
    const { server, framework, known } = this;
    Object.assign(server, state === State.Running ? ofFile(known) : ofServer(state));
    server.busy = state === State.Starting || (state === State.Running && known?.isReading === true);
    framework.text = known?.framework ?? 'No framework';
    framework.detail = known?.framework ? 'in force for this record' : 'known to be in force for this record';
  }
}

type Shown = Pick<vscode.LanguageStatusItem, 'text' | 'detail' | 'severity' | 'command'>;

function ofServer(state: State): Shown {
  if (state === State.Starting) return { text: 'Starting the checks', detail: undefined, severity: vscode.LanguageStatusSeverity.Information, command: undefined };
  const detail = `The language server ${state === State.Stopped ? 'has stopped' : 'could not be started'}`;
  return { text: 'Records are not checked', detail, severity: vscode.LanguageStatusSeverity.Error, command: RESTART };
}

/** A file that is ignored looks like one without mistakes: so it is said, with the way to where that is decided. */
function ofFile(known: StatusResult | null): Shown {
  if (!known?.ignoredBy) return { text: 'Records are checked', detail: problemsInWords(), severity: vscode.LanguageStatusSeverity.Information, command: RESTART };
  const { configuration, pattern } = known.ignoredBy;
  const uri = vscode.Uri.parse(configuration, true);
  return {
    text: 'This file is not checked', detail: `ignored by ${uri.path.slice(uri.path.lastIndexOf('/') + 1)}: "${pattern}"`, severity: vscode.LanguageStatusSeverity.Warning,
    command: { command: 'vscode.open', title: 'Open', arguments: [uri] },
  };
}

/** As the list of problems counts them. */
function problemsInWords(): string {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const count = uri ? vscode.languages.getDiagnostics(uri).filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint).length : 0;
  return `${count === 0 ? 'no' : count} ${count === 1 ? 'problem' : 'problems'} in this file`;
}

function item(id: string, name: string): vscode.LanguageStatusItem {
  const made = vscode.languages.createLanguageStatusItem(`inspectionRecords.${id}`, RECORD_SELECTOR);
  made.name = name;
  return made;
}
