import type { CodeLens, Command, ServerCapabilities } from 'vscode-languageserver';
import { lensPlace, lenses, problemsTitle, type Lens } from '../features/lenses';
import type { OpenDocument } from './documents';
import type { ServerContext } from './context';
import { findingsOf } from './findings-of';
import { guard } from './guard';

export const lensCapabilities: ServerCapabilities = { codeLensProvider: { resolveProvider: true } };

/** What a lens needs to be completed: which record of which version it stands above. */
interface LensData {
  uri: string;
  version: number;
  index: number;
}

const START = { line: 0, character: 0 };

/** A lens of a version that is gone. */
const NOTHING: CodeLens = { range: { start: START, end: START }, command: { title: '', command: '' } };

/** Lines above each record. What takes work is worked out only for those that are to be seen. */
export function registerLenses(context: ServerContext): void {
  const { connection, documents } = context;
  connection.onCodeLens(guard<{ textDocument: { uri: string } }, CodeLens[]>(connection, 'lenses', [], ({ textDocument: { uri } }) => {
    const document = documents.get(uri);
    return document ? document.stream.slices.flatMap((_, index) => lensesOf(document, index)) : [];
  }));
  connection.onCodeLensResolve(guard<CodeLens, CodeLens>(connection, 'lens', NOTHING, lens => {
    const { uri, version, index } = lens.data as LensData;
    const document = documents.get(uri);
    const slice = document?.version === version ? document.stream.slices[index] : undefined;
    return slice ? { range: lens.range, command: command({ kind: 'problems', title: problemsTitle(findingsOf(context, uri, slice)) }) } : { ...NOTHING, range: lens.range };
  }));
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
