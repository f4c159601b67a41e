import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import {
  previewClosedNotification, previewRequest, type FromWebview, type Place, type PreviewClosedParams, type PreviewParams, type PreviewResult, type ShowMessage, type ToWebview,
} from '../../server/lsp/protocol';
import { fromWebview } from '../incoming';
import { joined, tellsNothing } from './messages';
import { previewPage } from './page';
import { moved } from './place';
import { revealInText, scrollText } from './reveal';
import { setting, typingPause } from './settings';

export const PREVIEW_TYPE = 'inspectionRecords.preview';

/** An editor that was scrolled by a preview tells of it for so long, in milliseconds: the preview is not to be scrolled by its own echo. */
const ECHO = 250;

/** What a preview is to show. */
export interface Subject {
  uri: vscode.Uri;
  /** The record at this place of the document. */
  place: Place;
  /** It stays with that record, wherever the cursor goes. */
  locked: boolean;
}

let count = 0;

/** One preview: a webview that shows the record at a place in a document, as the language server renders it. */
export class PreviewPanel {
  private readonly id = `preview ${++count}`;
  /** What the webview shows, or will show when it has been waited for. */
  private shown: ShowMessage | undefined;
  private title = '';
  private lines = { first: 0, last: -1 };
  private cursor: number | undefined;
  /** Addresses of other documents to which something in the view has led. */
  private readonly others = new Set<string>();
  private scrolledAt = 0;
  /** A request is on its way; `again` when something has changed since it left. */
  private asking = false;
  private again = false;
  private pending: { message: ShowMessage; timer: ReturnType<typeof setTimeout> } | undefined;

  /** @param panel new, or one that VS Code has kept across a reload */
  constructor(readonly panel: vscode.WebviewPanel, extension: vscode.Uri, private readonly client: BaseLanguageClient, private subject: Subject) {
    const media = vscode.Uri.joinPath(extension, 'dist', 'media');
    panel.webview.options = { enableScripts: true, localResourceRoots: [media] };
    panel.iconPath = vscode.Uri.joinPath(extension, 'images', 'preview.svg');
    const subscriptions = [
      panel.webview.onDidReceiveMessage((message: unknown) => this.receive(fromWebview(message))),
      client.onDidChangeState(({ newState }) => { if (newState === State.Running) this.refresh(); }),
    ];
    panel.onDidDispose(() => {
      this.forget();
      vscode.Disposable.from(...subscriptions).dispose();
      const params: PreviewClosedParams = { preview: this.id };
      if (client.isRunning()) void client.sendNotification(previewClosedNotification, params);
    });
    panel.webview.html = previewPage(panel.webview, name => vscode.Uri.joinPath(media, name));
  }

  get uri(): vscode.Uri {
    return this.subject.uri;
  }

  get place(): Place {
    return this.subject.place;
  }

  get isLocked(): boolean {
    return this.subject.locked;
  }

  lock(locked: boolean): void {
    this.subject = { ...this.subject, locked };
    this.showTitle();
    this.refresh();
  }

  /** Shows the record at `place` in the document from now on. */
  show(uri: vscode.Uri, place: Place): void {
    const isSame = uri.toString() === this.uri.toString() && this.lines.first <= place.line && place.line <= this.lines.last;
    this.subject = { ...this.subject, uri, place };
    // Within the record that is shown, nothing changes when the cursor moves.
    if (!isSame) this.refresh();
  }

  /** The text was edited: the record may have moved. */
  edited(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    this.subject = { ...this.subject, place: changes.reduce(moved, this.place) };
  }

  /** The cursor is in this line of the document. */
  markCursor(line: number): void {
    this.cursor = line;
    const isHere = this.lines.first <= line && line <= this.lines.last;
    this.post({ type: 'cursor', line: isHere ? line : null });
  }

  /** The editor shows these lines of the document now. */
  scrolled({ start, end }: vscode.Range): void {
    const { first, last } = this.lines;
    if (!setting('scrollSync') || Date.now() - this.scrolledAt < ECHO || end.line < first || start.line > last) return;
    this.post({ type: 'scroll', line: Math.max(first, start.line) });
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
      await this.askOnce(this.subject);
    }
    this.asking = false;
  }

  private async askOnce(subject: Subject): Promise<void> {
    // A hidden webview has no page to take a message: it asks for everything when it comes to light again.
    if (!this.panel.visible) this.forget();
    const params: PreviewParams = {
      preview: this.id, textDocument: { uri: this.client.code2ProtocolConverter.asUri(subject.uri) }, position: subject.place, revision: this.latest?.revision,
    };
    try {
      const result = await this.client.sendRequest<PreviewResult>(previewRequest, params);
      if (result.version !== null) this.take(result, subject);
    } catch (error) {
      // The server has gone: what is shown stays, and its return brings us here again.
      this.client.outputChannel.appendLine(`No preview of ${subject.uri.toString()}: ${String(error)}`);
    }
  }

  /** The webview shows nothing that parts could refer to. */
  private forget(): void {
    clearTimeout(this.pending?.timer);
    this.pending = undefined;
    this.shown = undefined;
  }

  private get latest(): ShowMessage | undefined {
    return this.pending?.message ?? this.shown;
  }

  private take({ title, blocks, revision, since, stale, recordIndex, lines }: PreviewResult, { uri, place, locked }: Subject): void {
    for (const { uri: other } of blocks.flatMap(({ places }) => places ?? [])) if (other !== undefined) this.others.add(other);
    const state = { uri: uri.toString(), place, locked };
    const message = joined(this.pending?.message, { type: 'show', blocks, revision, since, stale, record: `${uri.toString()}#${recordIndex}`, state });
    clearTimeout(this.pending?.timer);
    this.pending = undefined;
    this.lines = lines;
    const put = () => { this.pending = undefined; this.put(message, title); };
    // Every line is unreadable while it is half typed: the note that says so waits until typing pauses.
    if (stale && this.shown?.stale === false && this.shown.record === message.record) this.pending = { message, timer: setTimeout(put, typingPause()) };
    else put();
  }

  private put(message: ShowMessage, title: string): void {
    const before = this.shown;
    this.shown = message;
    this.title = title;
    this.showTitle();
    if (!before || !tellsNothing(message, before)) this.post(message);
    if (this.cursor !== undefined) this.markCursor(this.cursor);
  }

  private showTitle(): void {
    const title = this.title ? `Preview: ${this.title}` : 'Preview';
    this.panel.title = this.isLocked ? `${title} (locked)` : title;
  }

  private post(message: ToWebview): void {
    if (this.panel.visible) void this.panel.webview.postMessage(message);
  }

  private receive(message: FromWebview | undefined): void {
    if (!message) return;
    if (message.type === 'reveal') {
      const { uri, ...place } = message.place;
      // It leads only to where the server has said that something is.
      if (uri !== undefined && !this.others.has(uri)) return;
      void revealInText(uri === undefined ? this.uri : this.client.protocol2CodeConverter.asUri(uri), place, this.panel.viewColumn);
    } else if (message.type === 'scrolled') {
      if (!setting('scrollSync')) return;
      this.scrolledAt = Date.now();
      scrollText(this.uri, message.line);
    } else {
      this.forget();
      this.refresh();
    }
  }
}
