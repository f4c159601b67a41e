import type { CodeLens, Command, ServerCapabilities } from 'vscode-languageserver';
import { lensPlace, lenses, problemsTitle, type Lens } from '../features/lenses';
import type { OpenDocument } from './documents';
import type { ServerContext } from './context';
import { guard } from './guard';

export const lensCapabilities: ServerCapabilities = { codeLensProvider: { resolveProvider: true } };

/** What a lens needs to be completed: which record of which version it stands above. */
interface LensData {
  uri: string;
  version: number;
  index: number;
}

/** Lines above each record. What takes work is worked out only for those that are to be seen. */
export function registerLenses({ connection, documents, checkerFor }: ServerContext): void {
  connection.onCodeLens(guard<{ textDocument: { uri: string } }, CodeLens[]>(connection, 'lenses', [], ({ textDocument: { uri } }) => {
    const document = documents.get(uri);
    return document ? document.stream.slices.flatMap((_, index) => lensesOf(document, index)) : [];
  }));
  connection.onCodeLensResolve(async (lens, token) => {
    const { uri, version, index } = lens.data as LensData;
    const resolve = guard<LensData, CodeLens>(connection, 'lens', { ...lens, command: { title: '', command: '' } }, () => {
      const document = documents.get(uri);
      const slice = document?.version === version ? document.stream.slices[index] : undefined;
      return { ...lens, command: slice ? command({ kind: 'problems', title: problemsTitle(slice, checkerFor(uri)) }) : { title: '', command: '' } };
    });
    return resolve(lens.data as LensData, token);
  });
}

function lensesOf({ uri, version, stream }: OpenDocument, index: number): CodeLens[] {
  const place = lensPlace(stream.slices[index]!);
  if (!place) return [];
  const range = stream.rangeOf(index, place);
  const data: LensData = { uri, version, index };
  return lenses().map(lens => (lens.title === undefined ? { range, data } : { range, command: command(lens, [uri, range.start]) }));
}

/** The client's commands; a lens that leads nowhere has none. */
const COMMANDS: Record<Lens['kind'], string> = { preview: 'inspectionRecords.openPreviewToSide', problems: 'workbench.actions.view.problems', journey: 'inspectionRecords.showJourney' };

function command({ kind, title = '' }: Lens, args?: unknown[]): Command {
  return { title, command: COMMANDS[kind], ...(args && { arguments: args }) };
}
