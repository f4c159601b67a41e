import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { finishImportNotification, gatherRequest, type FinishImportParams, type GatherParams, type GatherResult, type ImportPlace } from '../../server/lsp/protocol';
import { choosePlace, inDocument } from './choose-place';
import { registerDrop } from './drop';
import { registerOffer } from './offer';
import { registerPasteProvider } from './paste-provider';
import { fileAt, readFiles, type FilesRead } from './read-files';
import { ImportLog } from './tell';
import { writeImport } from './write-import';

/** What a caller may say, so that nobody is asked. */
interface Given { into?: ImportPlace }

const KINDS = { 'Reports and tables': ['pdf', 'ods', 'xlsx', 'csv', 'json'], 'All files': ['*'] };

/** Reports and tables that become records: by commands, by dropping them on a record, and by pasting parts of them. */
export function registerImport(client: BaseLanguageClient): vscode.Disposable {
  const log = new ImportLog();
  const run = async (files: readonly vscode.Uri[], choose: (gathered: GatherResult) => Thenable<ImportPlace | undefined>): Promise<void> => {
    const near = nearFor(client);
    const read = await readWithProgress(client, files, near);
    if (!read) return;
    if (read.readings.length === 0) return log.tellFailure([...read.problems, ...read.notes]);
    const params: GatherParams = { readings: read.readings, near };
    const gathered = await client.sendRequest<GatherResult | null>(gatherRequest, params);
    const finish: FinishImportParams = { import: gathered?.import, readings: read.readings, uris: [] };
    try {
      const into = gathered && await choose(gathered);
      const written = into && await writeImport(client, gathered.import, into);
      if (!written) return;
      finish.uris = written.uris.map(uri => client.code2ProtocolConverter.asUri(uri));
      log.tell(gathered, read, written);
    } catch (error) {
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    } finally {
      await client.sendNotification(finishImportNotification, finish);
    }
  };
  return vscode.Disposable.from(
    log,
    registerDrop(client, log),
    registerOffer(),
    registerPasteProvider(client),
    vscode.commands.registerCommand('inspectionRecords.import', async (clicked?: vscode.Uri, selected?: vscode.Uri[], given: Given = {}) => {
      const files = selected?.length ? selected : clicked ? [clicked] : await chooseFiles(true);
      if (files) await run(files, gathered => Promise.resolve(given.into ?? choosePlace(client, gathered, folderOf(files[0]))));
    }),
    vscode.commands.registerCommand('inspectionRecords.newRecordFromReport', async (clicked?: vscode.Uri, given: Given = {}) => {
      const files = clicked ? [clicked] : await chooseFiles(false);
      if (files) await run(files, gathered => Promise.resolve(given.into ?? chooseForNewRecord(client, gathered)));
    }),
  );
}

/** A new document; or, where records of the authority are in a file of the workspace, behind these, if the user wants it so. */
async function chooseForNewRecord(client: BaseLanguageClient, { homes, authorities }: GatherResult): Promise<ImportPlace | undefined> {
  const [home, ...more] = homes;
  if (home === undefined || more.length > 0) return { kind: 'new document' };
  const uri = client.protocol2CodeConverter.asUri(home);
  const choices: (vscode.QuickPickItem & { place: ImportPlace })[] = [
    { label: '$(file) ' + vscode.workspace.asRelativePath(uri), description: `with the other records of ${authorities[0]}`, place: inDocument(client, uri) },
    { label: '$(new-file) A new document', description: 'nothing is saved until you save it', place: { kind: 'new document' } },
  ];
  const chosen = await vscode.window.showQuickPick(choices, { title: 'New record from report', placeHolder: 'Where is it to go?', ignoreFocusOut: true });
  return chosen?.place;
}

/** Where records are likely to come to stand. */
function nearFor(client: BaseLanguageClient): string | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri.with({ path: `${vscode.workspace.workspaceFolders[0].uri.path}/new.inspection.yaml` });
  return uri && client.code2ProtocolConverter.asUri(uri);
}

function chooseFiles(canSelectMany: boolean): Thenable<vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({ canSelectMany, filters: KINDS, openLabel: 'Import', title: canSelectMany ? 'Reports and tables to import' : 'The report of the new record' });
}

function readWithProgress(client: BaseLanguageClient, uris: readonly vscode.Uri[], near: string | undefined): Thenable<FilesRead | undefined> {
  const files = [...new Map(uris.map(uri => [uri.toString(), fileAt(uri)])).values()];
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, cancellable: true, title: 'Reading' }, (progress, token) => {
    let done = 0;
    return readFiles(client, files, near, token, ({ name }) => progress.report({ message: files.length > 1 ? `${name} (${++done} of ${files.length})` : name, increment: done > 1 ? 100 / files.length : 0 }));
  });
}

function folderOf(file: vscode.Uri | undefined): vscode.Uri | undefined {
  return file && vscode.Uri.joinPath(file, '..');
}
