import * as vscode from 'vscode';

/** Files of these kinds hardly come into a folder of records for another reason. */
const PUBLISHED = /\.(?:pdf|ods|xlsx)$/i;

const IMPORT = 'Import';

/** Offers to import what somebody drops on the Explorer, or pastes there: VS Code itself copies it into the folder, and tells of it here. */
export function registerOffer(): vscode.Disposable {
  return vscode.workspace.onDidCreateFiles(async ({ files }) => {
    const published = files.filter(({ path }) => PUBLISHED.test(path));
    const [first] = published;
    if (!first) return;
    const named = published.length === 1 ? `'${first.path.slice(first.path.lastIndexOf('/') + 1)}'` : `${published.length} files`;
    const answer = await vscode.window.showInformationMessage(`Make inspection records of what ${named} ${published.length === 1 ? 'says' : 'say'}?`, IMPORT);
    if (answer === IMPORT) await vscode.commands.executeCommand('inspectionRecords.import', first, published);
  });
}
