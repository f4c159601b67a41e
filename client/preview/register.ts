import * as vscode from 'vscode';
import { DidChangeTextDocumentNotification, type BaseLanguageClient } from 'vscode-languageclient';
import { previewChangedNotification, type Place, type PreviewChangedParams } from '../../server/lsp/protocol';
import { copySummary, exportSummary, type Chosen, type Given } from './export';
import { PREVIEW_TYPE } from './panel';
import { Previews } from './previews';
import { revealInText } from './reveal';

/** The commands of previews, and what makes them follow the editor. */
export function registerPreview(extension: vscode.Uri, client: BaseLanguageClient): vscode.Disposable {
  const previews = new Previews(extension, client);
  const open = (column: vscode.ViewColumn, locked = false) => (uri?: vscode.Uri | string, place?: unknown): Promise<void> =>
    previews.open(typeof uri === 'string' ? client.protocol2CodeConverter.asUri(uri) : uri, column, { at: isPlace(place) ? place : undefined, locked });
  const withChosen = async (act: (chosen: Chosen) => Promise<void>): Promise<void> => {
    const chosen = previews.chosen();
    if (chosen) await act(chosen);
    else void vscode.window.showInformationMessage('Open an inspection record first: then it can be exported.');
  };
  previews.followEditor(vscode.window.activeTextEditor);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('inspectionRecords.openPreview', open(vscode.ViewColumn.Active)),
    vscode.commands.registerCommand('inspectionRecords.openPreviewToSide', open(vscode.ViewColumn.Beside)),
    vscode.commands.registerCommand('inspectionRecords.openLockedPreview', open(vscode.ViewColumn.Beside, true)),
    vscode.commands.registerCommand('inspectionRecords.lockPreview', () => previews.toggleLock()),
    vscode.commands.registerCommand('inspectionRecords.unlockPreview', () => previews.toggleLock()),
    vscode.commands.registerCommand('inspectionRecords.exportSummary', (given?: Given) => withChosen(chosen => exportSummary(chosen, client, optionsOf(given)))),
    vscode.commands.registerCommand('inspectionRecords.copySummary', (given?: Given) => withChosen(chosen => copySummary(chosen, client, optionsOf(given)))),
    vscode.commands.registerCommand('inspectionRecords.showText', () => {
      const { active } = previews;
      if (active) return revealInText(active.uri, active.place, active.panel.viewColumn);
      return undefined;
    }),
    vscode.window.registerWebviewPanelSerializer(PREVIEW_TYPE, previews),
    vscode.window.onDidChangeActiveTextEditor(editor => previews.followEditor(editor)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => previews.followCursor(textEditor)),
    vscode.window.onDidChangeTextEditorVisibleRanges(event => previews.scrolled(event)),
    vscode.workspace.onDidChangeTextDocument(event => previews.edited(event)),
    // Before the findings are asked for, and without waiting to be told: this is what the reader sees first.
    client.getFeature(DidChangeTextDocumentNotification.method).onNotificationSent(({ textDocument: { uri } }) => previews.refresh(uri)),
    client.onNotification(previewChangedNotification, ({ uri }: PreviewChangedParams) => previews.refresh(client.protocol2CodeConverter.asUri(uri))),
  );
}

/** Menus give an argument of their own: the address of what they stand on. */
function optionsOf(argument: unknown): Given {
  return typeof argument === 'object' && argument !== null && 'format' in argument ? argument as Given : {};
}

/** The server's lenses say which record they mean; menus give an argument of their own there. */
function isPlace(argument: unknown): argument is Place {
  return typeof argument === 'object' && argument !== null && 'line' in argument && 'character' in argument;
}
