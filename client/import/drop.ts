import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { finishImportNotification, gatherRequest, placeImportRequest, type FinishImportParams, type GatherParams, type GatherResult, type PlaceImportParams, type PlaceImportResult } from '../../server/lsp/protocol';
import { RECORD_SELECTOR } from '../languages';
import { inDocument, inWords } from './choose-place';
import { fileAt, readFiles, type SourceFile } from './read-files';
import type { ImportLog } from './tell';
import { textEdits } from './write-import';

/** What can be read, by the ends of names: whether it can in truth is decided by what is in it. */
const READABLE = /\.(?:pdf|ods|xlsx|csv|json)$/i;

/** Later versions of VS Code let an edit have a title, and want to know what a provider is for. */
type TitledEdit = vscode.DocumentDropEdit & { title?: string };
type RegisterDrop = (selector: vscode.DocumentSelector, provider: vscode.DocumentDropEditProvider, metadata: { dropMimeTypes: string[] }) => vscode.Disposable;

/** Reports and tables that are dropped on a record: what is read of them is added to it, or comes behind it. */
export function registerDrop(client: BaseLanguageClient, log: ImportLog): vscode.Disposable {
  const register = vscode.languages.registerDocumentDropEditProvider as RegisterDrop;
  return register(RECORD_SELECTOR, {
    provideDocumentDropEdits: async (document, position, data, token) => {
      const files = await filesIn(data);
      if (files.length === 0) return undefined;
      const near = client.code2ProtocolConverter.asUri(document.uri);
      const read = await readFiles(client, files, near, token, () => {});
      if (!read) return undefined;
      if (read.readings.length === 0) return void log.tellFailure([...read.problems, ...read.notes]);
      const gathered = await client.sendRequest<GatherResult | null>(gatherRequest, { readings: read.readings, near } satisfies GatherParams, token);
      if (!gathered) return undefined;
      const placed = await client.sendRequest<PlaceImportResult>(placeImportRequest, { import: gathered.import, near, into: inDocument(client, document.uri, position) } satisfies PlaceImportParams, token);
      // What is put in now is known by its document once it is there.
      await client.sendNotification(finishImportNotification, { import: gathered.import, readings: read.readings, uris: [near] } satisfies FinishImportParams);
      log.tell(gathered, read, { ...placed, uris: placed.files.map(() => document.uri) });
      const edit: TitledEdit = new vscode.DocumentDropEdit('');
      edit.title = `Insert ${inWords(gathered)}`;
      edit.additionalEdit = new vscode.WorkspaceEdit();
      edit.additionalEdit.set(document.uri, placed.files.flatMap(file => ('edits' in file ? textEdits(file.edits) : [])));
      return edit;
    },
  }, { dropMimeTypes: ['text/uri-list', 'files'] });
}

/** Files of a drag: by their addresses, or as they are handed over where they have none, as in a browser. */
async function filesIn(data: vscode.DataTransfer): Promise<SourceFile[]> {
  const list = await data.get('text/uri-list')?.asString() ?? '';
  const uris = list.split(/\r\n|\n/).filter(line => line !== '' && !line.startsWith('#')).flatMap(line => parsed(line));
  const known = [...new Map(uris.map(uri => [uri.toString(), fileAt(uri)])).values()];
  const handed = [...data].flatMap(([, item]) => item.asFile() ?? []).map(file => ({ name: file.name, bytes: () => file.data() }));
  return (known.length > 0 ? known : handed).filter(({ name }) => READABLE.test(name));
}

function parsed(address: string): vscode.Uri[] {
  try {
    const uri = vscode.Uri.parse(address, true);
    // What is dragged out of a browser is no file, and nothing is fetched.
    return /^https?$/.test(uri.scheme) ? [] : [uri];
  } catch {
    return [];
  }
}
