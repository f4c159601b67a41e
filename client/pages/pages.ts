import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { PageState, PageSubject } from '../../server/lsp/protocol';
import { PAGE_TYPES, PagePanel } from './panel';

/** The pages about many records that are open: one for each subject. */
export class Pages implements vscode.WebviewPanelSerializer<PageState> {
  private readonly open = new Map<string, PagePanel>();

  constructor(private readonly extension: vscode.Uri, private readonly client: BaseLanguageClient) {}

  /** The page that the reader looks at. */
  get active(): PagePanel | undefined {
    return [...this.open.values()].find(({ panel }) => panel.active);
  }

  show(subject: PageSubject): void {
    const known = this.open.get(keyOf(subject));
    if (known) known.panel.reveal();
    else this.keep(vscode.window.createWebviewPanel(PAGE_TYPES[subject.kind], subject.kind === 'journey' ? `Journey of ${subject.authority}` : 'Overview', vscode.ViewColumn.Active, {}), subject);
  }

  showJourney(authority: string, near: string): void {
    this.show({ kind: 'journey', authority, near });
  }

  /** Records have changed. */
  changed(): void {
    for (const page of this.open.values()) page.changed();
  }

  /** VS Code has kept the panel across a reload of the window: fill it again. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: PageState | undefined): Promise<void> {
    if (state) this.keep(panel, state.subject);
    else panel.dispose();
    return Promise.resolve();
  }

  private keep(panel: vscode.WebviewPanel, subject: PageSubject): void {
    const key = keyOf(subject);
    this.open.set(key, new PagePanel(panel, this.extension, this.client, subject, (authority, near) => this.showJourney(authority, near)));
    panel.onDidDispose(() => this.open.delete(key));
  }
}

/** Two journeys of one authority are the same page, wherever they were asked for. */
function keyOf(subject: PageSubject): string {
  return subject.kind === 'journey' ? `journey ${subject.authority}` : `overview ${subject.folder}`;
}
