import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Place, PreviewState } from '../../server/lsp/protocol';
import { editorMeant, isRecord } from '../languages';
import { PREVIEW_TYPE, PreviewPanel, type Subject } from './panel';
import { setting } from './settings';

const START: Place = { line: 0, character: 0 };

/** VS Code shows menus of a preview by this. */
const LOCKED = 'inspectionRecords.previewLocked';

/** All previews of a window: those that follow the cursor, and those that stay with their record. */
export class Previews implements vscode.WebviewPanelSerializer<PreviewState> {
  private readonly panels = new Set<PreviewPanel>();
  /** One has been open in this window: who closes it does not want it back unasked. */
  private wasOpen = hasTab();

  constructor(private readonly extension: vscode.Uri, private readonly client: BaseLanguageClient) {}

  /** The preview in which the reader is. */
  get active(): PreviewPanel | undefined {
    return [...this.panels].find(({ panel }) => panel.active);
  }

  /** Shows a record beside or in place of the text: the one at `at`, else the one with the cursor; without a `uri`, of the active editor. */
  async open(uri: vscode.Uri | undefined, column: vscode.ViewColumn, { at, locked = false }: { at?: Place; locked?: boolean } = {}): Promise<void> {
    const subject = await this.subjectOf(uri, at);
    if (!subject) {
      void vscode.window.showInformationMessage('Open an inspection record first: its preview follows it.');
      return;
    }
    // Beside the text one goes on writing; in its place there is nothing else to have the focus.
    const preserveFocus = column === vscode.ViewColumn.Beside;
    const following = locked ? undefined : [...this.panels].findLast(({ isLocked }) => !isLocked);
    if (following) {
      following.panel.reveal(column, preserveFocus);
      following.show(subject.uri, subject.place);
    } else {
      const panel = vscode.window.createWebviewPanel(PREVIEW_TYPE, 'Preview', { viewColumn: column, preserveFocus }, {});
      this.keep(new PreviewPanel(panel, this.extension, this.client, { ...subject, locked })).refresh();
    }
    this.tellAboutEditors();
  }

  private async subjectOf(uri: vscode.Uri | undefined, at: Place | undefined): Promise<Omit<Subject, 'locked'> | undefined> {
    const shown = uri ? undefined : this.active;
    if (shown) return { uri: shown.uri, place: shown.place };
    const editor = uri ? vscode.window.activeTextEditor : await editorMeant();
    const document = uri ? await vscode.workspace.openTextDocument(uri) : editor?.document;
    if (!document || !isRecord(document)) return undefined;
    return { uri: document.uri, place: at ?? (editor?.document === document ? editor.selection.active : START) };
  }

  /** The record that the reader is at: of the preview in which he is, or with the cursor. */
  chosen(): Omit<Subject, 'locked'> | undefined {
    const { active } = this;
    if (active) return { uri: active.uri, place: active.place };
    const editor = vscode.window.activeTextEditor;
    return editor && isRecord(editor.document) ? { uri: editor.document.uri, place: editor.selection.active } : undefined;
  }

  /** VS Code has kept the panel across a reload of the window: fill it again. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: PreviewState | undefined): Promise<void> {
    if (!state) { panel.dispose(); return; }
    const uri = vscode.Uri.parse(state.uri, true);
    const restored = this.keep(new PreviewPanel(panel, this.extension, this.client, { uri, place: state.place, locked: state.locked }));
    // The server knows only documents that are open; what was asked before this one was, had no answer.
    await vscode.workspace.openTextDocument(uri).then(() => restored.refresh(), () => panel.dispose());
  }

  /** The reader has gone to another editor. */
  followEditor(editor: vscode.TextEditor | undefined): void {
    if (!editor || !isRecord(editor.document)) return;
    if (!this.panels.size && !this.wasOpen && setting('openAutomatically')) void this.open(editor.document.uri, vscode.ViewColumn.Beside);
    this.followCursor(editor);
  }

  followCursor(editor: vscode.TextEditor): void {
    const { document: { uri }, selection: { active } } = editor;
    for (const panel of this.panels) {
      const isItsFile = panel.uri.toString() === uri.toString();
      // Coming back from another view to the same file is not choosing another file.
      if (!panel.isLocked && editor === vscode.window.activeTextEditor && isRecord(editor.document) && (setting('followCursor') || !isItsFile)) panel.show(uri, active);
      if (isItsFile) panel.markCursor(active.line);
    }
  }

  scrolled({ textEditor, visibleRanges: [seen] }: vscode.TextEditorVisibleRangesChangeEvent): void {
    if (seen) for (const panel of this.of(textEditor.document.uri)) panel.scrolled(seen);
  }

  edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    for (const panel of this.of(document.uri)) panel.edited(contentChanges);
  }

  refresh(uri: vscode.Uri): void {
    for (const panel of this.of(uri)) panel.refresh();
  }

  /** Makes the active preview stay with its record, or follow the cursor again. */
  toggleLock(): void {
    const { active } = this;
    if (!active) return;
    active.lock(!active.isLocked);
    this.tellMenus();
  }

  private of(uri: vscode.Uri): PreviewPanel[] {
    return [...this.panels].filter(panel => panel.uri.toString() === uri.toString());
  }

  private keep(preview: PreviewPanel): PreviewPanel {
    this.panels.add(preview);
    this.wasOpen = true;
    preview.panel.onDidDispose(() => this.panels.delete(preview));
    preview.panel.onDidChangeViewState(() => this.tellMenus());
    this.tellMenus();
    return preview;
  }

  private tellAboutEditors(): void {
    for (const editor of vscode.window.visibleTextEditors) for (const panel of this.of(editor.document.uri)) panel.markCursor(editor.selection.active.line);
  }

  private tellMenus(): void {
    void vscode.commands.executeCommand('setContext', LOCKED, this.active?.isLocked ?? false);
  }
}

/** Is VS Code about to give us back a preview from before a reload? It puts a prefix of its own before a webview's type. */
function hasTab(): boolean {
  const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ input }) => input);
  return inputs.some(input => input instanceof vscode.TabInputWebview && input.viewType.endsWith(PREVIEW_TYPE));
}
