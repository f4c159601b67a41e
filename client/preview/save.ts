import * as vscode from 'vscode';
import type { Exported } from './exported';
import { typeOf, writeWhole } from './write-whole';

/** Where a file is to be written. */
export interface Destination {
  /** What is written, as the beginning of a sentence. */
  what: string;
  /** Of the dialogue that asks. */
  title: string;
  /** What such a file is called there. */
  kind: string;
  /** Where the dialogue begins. */
  folder: vscode.Uri | undefined;
  /** Address of the file, for who need not be asked. */
  target?: string;
}

/** Writes a file where the user wants it, as a whole or not at all, and offers to open it. */
export async function save({ name, bytes }: Exported, destination: Destination): Promise<void> {
  const target = await targetFor(name, destination);
  if (target) await write(target, bytes, destination.what);
}

/** Writes a file, as a whole or not at all, and offers to open it. */
export async function write(target: vscode.Uri, bytes: Uint8Array, what: string): Promise<void> {
  try {
    await writeWhole(target, bytes);
  } catch (error) {
    void vscode.window.showErrorMessage(`${vscode.workspace.asRelativePath(target)} could not be written: ${error instanceof Error ? error.message : String(error)} Nothing is left of it.`);
    return;
  }
  void offerToOpen(target, what);
}

/** Asks where to; a file that is there is written over only where the user says so. */
async function targetFor(name: string, { title, kind, folder, target: given }: Destination): Promise<vscode.Uri | undefined> {
  if (given === undefined) {
    // This dialogue asks itself before something is written over.
    return vscode.window.showSaveDialog({ title, defaultUri: folder && vscode.Uri.joinPath(folder, name), filters: { [kind]: [name.slice(name.lastIndexOf('.') + 1)] } });
  }
  const target = vscode.Uri.parse(given, true);
  const type = await typeOf(target);
  if (type === undefined) return target;
  if (type === vscode.FileType.Directory) {
    void vscode.window.showErrorMessage(`${vscode.workspace.asRelativePath(target)} is a folder. Nothing was written.`);
    return undefined;
  }
  const over = 'Write Over It';
  return await vscode.window.showWarningMessage(`${vscode.workspace.asRelativePath(target)} is there already.`, { modal: true }, over) === over ? target : undefined;
}

async function offerToOpen(target: vscode.Uri, what: string): Promise<void> {
  const open = await vscode.window.showInformationMessage(`${what} was written to ${vscode.workspace.asRelativePath(target)}.`, 'Open');
  if (!open) return;
  // Word files and pages are for other programs; text and pictures are for the editor.
  if (/\.(docx|html)$/.test(target.path)) await vscode.env.openExternal(target);
  else await vscode.commands.executeCommand('vscode.open', target);
}
