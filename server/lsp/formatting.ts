import type { Range, ServerCapabilities, TextEdit } from 'vscode-languageserver';
import { canFormat, formatRange, formatStream, type SliceEdits } from '../features/format';
import { formatOnType } from '../features/format/on-enter';
import type { RecordStream } from '../records/stream';
import { recordAt, type ServerContext } from './context';
import { guard } from './guard';

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
  const { connection, documents, checkerFor, settings } = context;
  connection.onDocumentFormatting(guard<{ textDocument: { uri: string } }, TextEdit[]>(connection, 'formatting', [], ({ textDocument: { uri } }) => {
    const stream = documents.get(uri)?.stream;
    if (!stream) return [];
    tellOfOthers(context, uri, stream);
    return toTextEdits(stream, formatStream(stream, { fieldOrder: settings().fieldOrder ? checkerFor(uri).reference : undefined }));
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
