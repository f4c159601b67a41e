import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { pictureRequest, type JourneySubject, type PictureParams, type PictureResult } from '../../server/lsp/protocol';
import { writeWhole } from '../preview/write-whole';
import type { PagePanel } from './panel';

/** Writes the time line of a journey to a file that the user chooses: as SVG, or as PNG, which the page draws. */
export async function exportPicture(page: PagePanel, subject: JourneySubject, client: BaseLanguageClient): Promise<void> {
  const target = await vscode.window.showSaveDialog({ title: 'Export Time Line', defaultUri: suggestion(subject), filters: { 'SVG, sharp at any size': ['svg'], 'PNG': ['png'] } });
  if (!target) return;
  const params: PictureParams = { subject };
  const picture = await client.sendRequest<PictureResult | null>(pictureRequest, params);
  const bytes = picture && (/\.png$/i.test(target.path) ? await drawn(page, picture) : new TextEncoder().encode(picture.svg));
  if (!bytes) return void vscode.window.showErrorMessage('The time line could not be drawn. Nothing was written.');
  try {
    await writeWhole(target, bytes);
  } catch (error) {
    return void vscode.window.showErrorMessage(`${vscode.workspace.asRelativePath(target)} could not be written: ${error instanceof Error ? error.message : String(error)} Nothing is left of it.`);
  }
  const shown = await vscode.window.showInformationMessage(`The time line was written to ${vscode.workspace.asRelativePath(target)}.`, 'Open');
  if (shown) await vscode.commands.executeCommand('vscode.open', target);
}

async function drawn(page: PagePanel, picture: PictureResult): Promise<Uint8Array | undefined> {
  const png = await page.draw(picture);
  return png === undefined ? undefined : Uint8Array.from(atob(png), character => character.charCodeAt(0));
}

function suggestion({ authority }: JourneySubject): vscode.Uri | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0];
  const name = `${authority.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-journey.svg`;
  return folder && vscode.Uri.joinPath(folder.uri, name);
}
