import type { CancellationToken, Range, ServerCapabilities, TextEdit } from 'vscode-languageserver';
import { canFormat, formatRange, formatSlices, hasEdits, type SliceEdits } from '../features/format';
import { formatOnType } from '../features/format/on-enter';
import type { RecordStream } from '../records/stream';
import { recordAt, type ServerContext } from './context';
import { guard } from './guard';
import { Turns } from './turns';

export const formattingCapabilities: ServerCapabilities = {
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
};

/**
 * Formatting of documents, of selections and while typing. What the client says of tabs and their size is not asked: records are
 * shared between people and programs, and `inspection-records format --check` must come to the same result as every editor.
 */
export function registerFormatting(context: ServerContext): void {
  const { connection, documents } = context;
  connection.onDocumentFormatting(guard<{ textDocument: { uri: string } }, TextEdit[]>(connection, 'formatting', [], async ({ textDocument: { uri } }, token) => {
    const stream = documents.get(uri)?.stream;
    if (!stream) return [];
    const edits = await formatInTurns(context, uri, stream, token);
    // Meanwhile it may have become another text, in which they would be put in wrong places.
    if (documents.get(uri)?.stream !== stream) return [];
    tellOfOthers(context, uri, stream);
    return toTextEdits(stream, edits);
  }));
  connection.onDocumentRangeFormatting(guard<{ textDocument: { uri: string }; range: Range }, TextEdit[]>(connection, 'formatting of a selection', [], ({ textDocument: { uri }, range }) => {
    const stream = documents.get(uri)?.stream;
    return stream ? toTextEdits(stream, formatRange(stream, linesOf(range))) : [];
  }));
  connection.onDocumentOnTypeFormatting(guard<Parameters<typeof recordAt>[1] & { ch: string }, TextEdit[]>(connection, 'formatting while typing', [], params => {
    const at = recordAt(context, params);
    return at ? toTextEdits(at.stream, [{ index: at.index, edits: formatOnType(at.slice, at.offset, params.ch) }]) : [];
  }));
}

/** A long file gives way to other requests, and to whoever has changed his mind. */
async function formatInTurns({ clock, checkerFor, settings }: ServerContext, uri: string, stream: RecordStream, token: CancellationToken): Promise<SliceEdits[]> {
  const turns = new Turns(clock);
  const formatted: SliceEdits[] = [];
  for (const slice of formatSlices(stream, { fieldOrder: settings().fieldOrder ? checkerFor(uri).reference : undefined })) {
    if (hasEdits(slice)) formatted.push(slice);
    if (turns.isOver) await turns.next();
    if (token.isCancellationRequested) break;
  }
  return formatted;
}

/** Records with faults stay as they are: their findings say why, and the log that nothing was forgotten. */
function tellOfOthers({ connection }: ServerContext, uri: string, stream: RecordStream): void {
  const lines = stream.records.filter(({ slice }) => !canFormat(slice)).map(({ index }) => stream.firstLines[index]! + 1);
  if (lines.length) connection.console.info(`${uri}: not formatted, because of mistakes in their YAML: the records on line ${lines.join(', ')}.`);
}

/** A selection of whole lines ends at the beginning of the next one, which is no part of it. */
function linesOf({ start, end }: Range): { first: number; last: number } {
  return { first: start.line, last: end.character === 0 && end.line > start.line ? end.line - 1 : end.line };
}

function toTextEdits(stream: RecordStream, slices: readonly SliceEdits[]): TextEdit[] {
  return slices.flatMap(({ index, edits }) => edits.map(edit => ({ range: stream.rangeOf(index, edit), newText: edit.text })));
}
