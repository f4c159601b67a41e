import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { pagesChangedNotification, type Place } from '../../server/lsp/protocol';
import { chooseFolder, chooseJourney } from './choose';
import { exportPage, type PageGiven } from './export-page';
import { exportPicture } from './export-picture';
import { Pages } from './pages';
import { PAGE_TYPES } from './panel';

/** The commands that show pages about many records. */
export function registerPages(extension: vscode.Uri, client: BaseLanguageClient): vscode.Disposable {
  const pages = new Pages(extension, client);
  // Folders of other projects have no menu of ours.
  void vscode.commands.executeCommand('setContext', 'inspectionRecords.active', true);
  return vscode.Disposable.from(
    // Lenses say which record they mean; menus give an argument of their own.
    vscode.commands.registerCommand('inspectionRecords.showJourney', async (uri?: unknown, place?: Place) => {
      const subject = await chooseJourney(client, typeof uri === 'string' ? uri : undefined, place);
      if (subject) pages.show(subject);
    }),
    vscode.commands.registerCommand('inspectionRecords.showOverview', async (folder?: vscode.Uri) => {
      const chosen = await chooseFolder(client, folder instanceof vscode.Uri ? folder : undefined);
      if (chosen !== undefined) pages.show({ kind: 'overview', folder: chosen });
    }),
    vscode.commands.registerCommand('inspectionRecords.exportPage', async (given?: unknown) => {
      const page = pages.active;
      // Menus give an argument of their own.
      if (page) await exportPage(page.subject, client, typeof given === 'object' && given !== null && 'format' in given ? given as PageGiven : {});
      else void vscode.window.showInformationMessage('Show a journey or an overview first: it can be exported then.');
    }),
    vscode.commands.registerCommand('inspectionRecords.exportTimeLine', async () => {
      const page = pages.active;
      if (page?.subject.kind === 'journey') await exportPicture(page, page.subject, client);
      else void vscode.window.showInformationMessage('Show the journey of an authority first: its time line can be exported then.');
    }),
    ...Object.values(PAGE_TYPES).map(type => vscode.window.registerWebviewPanelSerializer(type, pages)),
    client.onNotification(pagesChangedNotification, () => pages.changed()),
  );
}
