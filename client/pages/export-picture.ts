import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { pictureRequest, type JourneySubject, type PictureParams, type PictureResult } from '../../server/lsp/protocol';
import { write } from '../preview/save';
import { withPatience } from '../with-patience';
import type { PagePanel } from './panel';

/** Writes the time line of a journey to a file that the user chooses: as SVG, or as PNG, which the page draws. */
export async function exportPicture(page: PagePanel, subject: JourneySubject, client: BaseLanguageClient): Promise<void> {
  const target = await vscode.window.showSaveDialog({ title: 'Export Time Line', defaultUri: suggestion(subject), filters: { 'SVG, sharp at any size': ['svg'], 'PNG': ['png'] } });
  if (!target) return;
  const params: PictureParams = { subject };
  const bytes = await withPatience('Drawing the time line', async (token): Promise<Uint8Array | null> => {
    const picture = await client.sendRequest<PictureResult | null>(pictureRequest, params, token);
    return picture && (/\.png$/i.test(target.path) ? drawn(page, picture) : new TextEncoder().encode(picture.svg));
  });
  if (bytes === null) return void vscode.window.showErrorMessage('The time line could not be drawn. Nothing was written.');
  if (bytes) await write(target, bytes, 'The time line');
}

async function drawn(page: PagePanel, picture: PictureResult): Promise<Uint8Array | null> {
  const png = await page.draw(picture);
  return png === undefined ? null : Uint8Array.from(atob(png), character => character.charCodeAt(0));
}

function suggestion({ authority }: JourneySubject): vscode.Uri | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0];
  const name = `${authority.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-journey.svg`;
  return folder && vscode.Uri.joinPath(folder.uri, name);
}
