import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { previewChangedNotification, type Place, type PreviewChangedParams, type PreviewState } from '../../server/lsp/protocol';
import { isRecord } from '../languages';
import { PREVIEW_TYPE, PreviewPanel } from './panel';

const START: Place = { line: 0, character: 0 };

/** The commands of the preview, and what makes it follow the editor. There is one preview, as there is one cursor. */
export function registerPreview(extension: vscode.Uri, client: BaseLanguageClient): vscode.Disposable {
  const previews = new Previews(extension, client);
  const open = (column: vscode.ViewColumn) => (uri?: vscode.Uri | string, place?: unknown): Promise<void> =>
    previews.open(typeof uri === 'string' ? client.protocol2CodeConverter.asUri(uri) : uri, column, isPlace(place) ? place : undefined);
  previews.followEditor(vscode.window.activeTextEditor);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('inspectionRecords.openPreview', open(vscode.ViewColumn.Active)),
    vscode.commands.registerCommand('inspectionRecords.openPreviewToSide', open(vscode.ViewColumn.Beside)),
    vscode.window.registerWebviewPanelSerializer(PREVIEW_TYPE, previews),
    vscode.window.onDidChangeActiveTextEditor(editor => previews.followEditor(editor)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => previews.followCursor(textEditor)),
    client.onNotification(previewChangedNotification, ({ uri }: PreviewChangedParams) => previews.refresh(client.protocol2CodeConverter.asUri(uri))),
  );
}

/** The server's lenses say which record they mean; menus give an argument of their own there. */
function isPlace(argument: unknown): argument is Place {
  return typeof argument === 'object' && argument !== null && 'line' in argument && 'character' in argument;
}

function setting(name: 'followCursor' | 'openAutomatically'): boolean {
  return vscode.workspace.getConfiguration('inspectionRecords.preview').get(name) === true;
}

/** Is VS Code about to give us back a preview from before a reload? It puts a prefix of its own before a webview's type. */
function hasTab(): boolean {
  const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ input }) => input);
  return inputs.some(input => input instanceof vscode.TabInputWebview && input.viewType.endsWith(PREVIEW_TYPE));
}

class Previews implements vscode.WebviewPanelSerializer<PreviewState> {
  private panel: PreviewPanel | undefined;
  /** It has been open in this window: who closes it does not want it back unasked. */
  private wasOpen = hasTab();

  constructor(private readonly extension: vscode.Uri, private readonly client: BaseLanguageClient) {}

  /** Shows a record beside or in place of the text: the one at `at`, else the one with the cursor; without a `uri`, of the active editor. */
  async open(uri: vscode.Uri | undefined, column: vscode.ViewColumn, at?: Place): Promise<void> {
    const active = vscode.window.activeTextEditor;
    const document = uri ? await vscode.workspace.openTextDocument(uri) : active?.document;
    if (!document || !isRecord(document)) {
      void vscode.window.showInformationMessage('Open an inspection record first: its preview follows it.');
      return;
    }
    const place = at ?? (active?.document === document ? active.selection.active : START);
    // Beside the text one goes on writing; in its place there is nothing else to have the focus.
    const keepFocus = column === vscode.ViewColumn.Beside;
    if (this.panel) this.panel.reveal(column, keepFocus);
    else this.keep(PreviewPanel.create(this.extension, this.client, document.uri, place, column, keepFocus));
    this.panel?.show(document.uri, place);
  }

  /** VS Code has kept the panel across a reload of the window: fill it again. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: PreviewState | undefined): Promise<void> {
    if (!state) { panel.dispose(); return; }
    const uri = vscode.Uri.parse(state.uri, true);
    const restored = PreviewPanel.restore(panel, this.extension, this.client, uri, state.place);
    this.keep(restored);
    // The server knows only documents that are open; what was asked before this one was, had no answer.
    await vscode.workspace.openTextDocument(uri).then(() => restored.refresh(), () => panel.dispose());
  }

  followEditor(editor: vscode.TextEditor | undefined): void {
    if (!editor || !isRecord(editor.document)) return;
    if (this.panel) this.showCursor(this.panel, editor);
    else if (!this.wasOpen && setting('openAutomatically')) void this.open(editor.document.uri, vscode.ViewColumn.Beside);
  }

  followCursor(editor: vscode.TextEditor): void {
    if (this.panel && editor === vscode.window.activeTextEditor && isRecord(editor.document)) this.showCursor(this.panel, editor);
  }

  /** Coming back from another view to the same file is not choosing another file. */
  private showCursor(panel: PreviewPanel, { document: { uri }, selection }: vscode.TextEditor): void {
    if (setting('followCursor') || panel.uri.toString() !== uri.toString()) panel.show(uri, selection.active);
  }

  refresh(uri: vscode.Uri): void {
    if (this.panel?.uri.toString() === uri.toString()) this.panel.refresh();
  }

  private keep(panel: PreviewPanel): void {
    this.panel = panel;
    this.wasOpen = true;
    panel.onDidDispose(() => { if (this.panel === panel) this.panel = undefined; });
  }
}
