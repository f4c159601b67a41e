import * as vscode from 'vscode';

/** Writes a file as a whole or not at all: beside its place first, and then into it. Throws where a folder has that name. */
export async function writeWhole(target: vscode.Uri, bytes: Uint8Array): Promise<void> {
  // To move a file over a folder is to VS Code to delete the folder, with all that is in it.
  if (await typeOf(target) === vscode.FileType.Directory) throw vscode.FileSystemError.FileIsADirectory(target);
  const beside = target.with({ path: `${target.path}.${Date.now().toString(36)}.tmp` });
  try {
    await vscode.workspace.fs.writeFile(beside, bytes);
    await vscode.workspace.fs.rename(beside, target, { overwrite: true });
  } catch (error) {
    await vscode.workspace.fs.delete(beside).then(undefined, () => undefined);
    throw error;
  }
}

/** What stands at a place; undefined where nothing does. */
export async function typeOf(file: vscode.Uri): Promise<vscode.FileType | undefined> {
  return vscode.workspace.fs.stat(file).then(({ type }) => type, () => undefined);
}
