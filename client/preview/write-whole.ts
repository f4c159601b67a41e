import * as vscode from 'vscode';

/** Writes a file as a whole or not at all: beside its place first, and then into it. */
export async function writeWhole(target: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const beside = target.with({ path: `${target.path}.${Date.now().toString(36)}.tmp` });
  try {
    await vscode.workspace.fs.writeFile(beside, bytes);
    await vscode.workspace.fs.rename(beside, target, { overwrite: true });
  } catch (error) {
    await vscode.workspace.fs.delete(beside).then(undefined, () => undefined);
    throw error;
  }
}

export async function isThere(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(() => true, () => false);
}
