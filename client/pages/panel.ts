import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { pageClosedNotification, pageRequest, type FromPage, type PageClosedParams, type PageParams, type PageResult, type PageSubject, type PictureResult, type ToPage } from '../../server/lsp/protocol';
import { fromPage } from '../incoming';
import { webviewPage, type Shell } from '../preview/page';
import { revealInText } from '../preview/reveal';

/** Types of webviews, by the kind of page. */
export const PAGE_TYPES: Readonly<Record<PageSubject['kind'], string>> = { journey: 'inspectionRecords.journey', overview: 'inspectionRecords.overview' };

const SHELL: Shell = { title: 'Inspection records', waiting: 'The records are being read …', styles: ['preview.css', 'pages.css'], script: 'pages.js', pictures: 'data:' };

/** How long records may go on changing before a page about many of them is asked for anew, in milliseconds. */
const CALM = 400;

/** So many pixels of a PNG for each of the picture's own: sharp on paper too. */
const SCALE = 2;

let count = 0;

/** One page about many records: a webview that shows what the language server renders. */
export class PagePanel {
  private readonly id = `page ${++count}`;
  private files: readonly string[] = [];
  /** Of the answer that the webview shows; undefined where it shows none. */
  private revision: number | undefined;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  /** A request is on its way; `again` when something has changed since it left. */
  private asking = false;
  private again = false;
  private drawn: ((png: string | null) => void) | undefined;

  /**
   * @param panel new, or one that VS Code has kept across a reload
   * @param openJourney called where the reader chooses another authority
   */
  constructor(readonly panel: vscode.WebviewPanel, extension: vscode.Uri, private readonly client: BaseLanguageClient, readonly subject: PageSubject,
    private readonly openJourney: (authority: string, near: string) => void) {
    const media = vscode.Uri.joinPath(extension, 'dist', 'media');
    panel.webview.options = { enableScripts: true, localResourceRoots: [media] };
    panel.iconPath = vscode.Uri.joinPath(extension, 'images', 'preview.svg');
    const subscriptions = [
      panel.webview.onDidReceiveMessage((message: unknown) => this.receive(fromPage(message))),
      panel.onDidChangeViewState(() => { if (panel.visible && this.again) this.refresh(); }),
      client.onDidChangeState(({ newState }) => { if (newState === State.Running) this.refresh(); }),
    ];
    panel.onDidDispose(() => {
      clearTimeout(this.waiting);
      // Who closes the page waits for no picture of it any more.
      this.drawn?.(null);
      vscode.Disposable.from(...subscriptions).dispose();
      const params: PageClosedParams = { page: this.id };
      if (client.isRunning()) void client.sendNotification(pageClosedNotification, params);
    });
    panel.webview.html = webviewPage(panel.webview, name => vscode.Uri.joinPath(media, name), SHELL);
  }

  /** Records have changed: the page follows when they have come to rest. */
  changed(): void {
    this.again = true;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.refresh(), CALM);
  }

  /** Draws a picture as PNG, in base64; undefined where it cannot be drawn. */
  async draw({ svg, width, height }: PictureResult): Promise<string | undefined> {
    const png = new Promise<string | null>(resolve => { this.drawn = resolve; });
    this.post({ type: 'draw', svg, width, height, scale: SCALE });
    return await png ?? undefined;
  }

  private refresh(): void {
    this.again = true;
    // A hidden page is brought up to date when it comes to light again.
    if (!this.asking && this.panel.visible) void this.ask();
  }

  private async ask(): Promise<void> {
    this.asking = true;
    while (this.again && this.client.isRunning()) {
      this.again = false;
      const params: PageParams = { page: this.id, subject: this.subject, revision: this.revision };
      try {
        const result = await this.client.sendRequest<PageResult | null>(pageRequest, params);
        if (result) this.show(result);
      } catch (error) {
        // The server has gone: what is shown stays, and its return brings us here again.
        this.client.outputChannel.appendLine(`No page of ${JSON.stringify(this.subject)}: ${String(error)}`);
      }
    }
    this.asking = false;
  }

  private show({ title, files, ...page }: PageResult): void {
    // Meanwhile the webview may have been made anew: it asks for everything then.
    if (page.since !== null && page.since !== this.revision) return;
    this.files = files ?? (page.since === null ? [] : this.files);
    this.panel.title = title;
    this.revision = page.revision;
    this.post({ type: 'page', ...page, subject: this.subject });
  }

  private post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  private receive(message: FromPage | undefined): void {
    if (!message) return;
    if (message.type === 'go') {
      const uri = this.files[message.file];
      if (uri !== undefined) void revealInText(this.client.protocol2CodeConverter.asUri(uri), { line: message.line, character: 0 }, this.panel.viewColumn);
    } else if (message.type === 'journey') {
      this.openJourney(message.authority, this.files[0] ?? (this.subject.kind === 'journey' ? this.subject.near : `${this.subject.folder}/x`));
    } else if (message.type === 'drawn') {
      this.drawn?.(message.png);
    } else {
      // It is new, or VS Code has made it anew: it has nothing.
      this.revision = undefined;
      this.refresh();
    }
  }
}
