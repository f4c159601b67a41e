import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import {
  previewRequest, type FromWebview, type Place, type PreviewParams, type PreviewResult, type ShowMessage,
} from '../../server/lsp/protocol';
import { previewPage } from './page';
import { revealInText } from './reveal';

export const PREVIEW_TYPE = 'inspectionRecords.preview';

/** One preview: a webview that shows the record at a place in a document, as the language server renders it. */
export class PreviewPanel {
  private shown: ShowMessage | undefined;
  /** A request is on its way; `again` when something has changed since it left. */
  private asking = false;
  private again = false;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: vscode.Disposable[];

  private constructor(private readonly panel: vscode.WebviewPanel, extension: vscode.Uri, private readonly client: BaseLanguageClient,
    public uri: vscode.Uri, private place: Place) {
    const media = vscode.Uri.joinPath(extension, 'dist', 'media');
    panel.webview.options = { enableScripts: true, localResourceRoots: [media] };
    panel.iconPath = vscode.Uri.joinPath(extension, 'images', 'preview.svg');
    this.subscriptions = [
      panel.webview.onDidReceiveMessage((message: FromWebview) => this.receive(message)),
      client.onDidChangeState(({ newState }) => { if (newState === State.Running) this.refresh(); }),
    ];
    panel.onDidDispose(() => {
      clearTimeout(this.waiting);
      vscode.Disposable.from(...this.subscriptions).dispose();
    });
    panel.webview.html = previewPage(panel.webview, name => vscode.Uri.joinPath(media, name));
  }

  static create(extension: vscode.Uri, client: BaseLanguageClient, uri: vscode.Uri, place: Place, column: vscode.ViewColumn, preserveFocus: boolean): PreviewPanel {
    const panel = vscode.window.createWebviewPanel(PREVIEW_TYPE, 'Preview', { viewColumn: column, preserveFocus }, {});
    return new PreviewPanel(panel, extension, client, uri, place);
  }

  /** Takes over a panel that VS Code has kept across a reload. */
  static restore(panel: vscode.WebviewPanel, extension: vscode.Uri, client: BaseLanguageClient, uri: vscode.Uri, place: Place): PreviewPanel {
    return new PreviewPanel(panel, extension, client, uri, place);
  }

  onDidDispose(listener: () => void): void {
    this.panel.onDidDispose(listener);
  }

  reveal(column: vscode.ViewColumn, preserveFocus: boolean): void {
    this.panel.reveal(column, preserveFocus);
  }

  /** Shows the record at `place` in the document from now on. */
  show(uri: vscode.Uri, place: Place): void {
    this.uri = uri;
    this.place = place;
    this.refresh();
  }

  /** Asks for the view anew: one request at a time, the last wish counts. */
  refresh(): void {
    this.again = true;
    if (!this.asking) void this.ask();
  }

  private async ask(): Promise<void> {
    this.asking = true;
    while (this.again && this.client.isRunning()) {
      this.again = false;
      await this.askOnce(this.uri, this.place);
    }
    this.asking = false;
  }

  private async askOnce(uri: vscode.Uri, place: Place): Promise<void> {
    const params: PreviewParams = { textDocument: { uri: this.client.code2ProtocolConverter.asUri(uri) }, position: place };
    try {
      const result = await this.client.sendRequest<PreviewResult>(previewRequest, params);
      if (result.version !== null) this.take(result, uri, place);
    } catch (error) {
      // The server has gone: what is shown stays, and its return brings us here again.
      this.client.outputChannel.appendLine(`No preview of ${uri.toString()}: ${String(error)}`);
    }
  }

  private take({ title, html, recordIndex, stale }: PreviewResult, uri: vscode.Uri, place: Place): void {
    const message: ShowMessage = { type: 'show', html, stale, record: `${uri.toString()}#${recordIndex}`, uri: uri.toString(), place };
    clearTimeout(this.waiting);
    // Every line is unreadable while it is half typed: the note that says so waits until typing pauses.
    if (stale && this.shown?.stale === false && this.shown.record === message.record) this.waiting = setTimeout(() => this.put(message, title), typingPause());
    else this.put(message, title);
  }

  private put(message: ShowMessage, title: string): void {
    const same = this.shown?.html === message.html && this.shown.record === message.record;
    this.shown = message;
    this.panel.title = title ? `Preview: ${title}` : 'Preview';
    if (!same) this.post();
  }

  /** A hidden webview has no page to take a message: it says `ready` when it comes to light again. */
  private post(): void {
    if (this.shown && this.panel.visible) void this.panel.webview.postMessage(this.shown);
  }

  private receive(message: FromWebview): void {
    if (message.type === 'reveal') void revealInText(this.uri, message.place, this.panel.viewColumn);
    else if (this.shown) this.post();
    else this.refresh();
  }
}

/** How long nothing is typed before one speaks of what is half typed, in milliseconds. */
function typingPause(): number {
  return vscode.workspace.getConfiguration('inspectionRecords').get<number>('typingPause', 800);
}
