import { SymbolKind, type DocumentSymbol, type ServerCapabilities, type SymbolInformation } from 'vscode-languageserver';
import { recordSymbol, type RecordSymbol } from '../features/symbols';
import type { RecordStream } from '../records/stream';
import type { ServerContext } from './context';
import { guard } from './guard';

export const outlineCapabilities: ServerCapabilities = { documentSymbolProvider: { label: 'Inspection records' } };

/** In a file of more records than this, the outline names the records only: nobody looks for one judgement in thousands, and everybody waits for them. */
const MOST_WITH_CHILDREN = 250;

const KINDS: Record<RecordSymbol['kind'], SymbolKind> = { record: SymbolKind.Object, judgement: SymbolKind.Property, list: SymbolKind.Array };

/** The outline of a file: as a tree for clients that show one, else as a list. */
export function registerOutline({ connection, client, documents, checkerFor }: ServerContext): void {
  const asTree = client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport;
  connection.onDocumentSymbol(guard<{ textDocument: { uri: string } }, DocumentSymbol[] | SymbolInformation[]>(connection, 'outline', [], ({ textDocument: { uri } }) => {
    const stream = documents.get(uri)?.stream;
    if (!stream) return [];
    const checker = checkerFor(uri);
    const withChildren = stream.slices.length <= MOST_WITH_CHILDREN;
    const records = stream.slices.map((slice, index) => ({ index, record: recordSymbol(slice, checker, withChildren) })).filter(({ record }) => record !== undefined);
    if (asTree) return records.map(({ index, record }) => tree(record!, stream, index));
    return records.flatMap(({ index, record }) => list(record!, stream, index, uri));
  }));
}

function tree({ kind, name, selection, children, ...span }: RecordSymbol, stream: RecordStream, index: number): DocumentSymbol {
  return {
    name, kind: KINDS[kind], range: stream.rangeOf(index, span), selectionRange: stream.rangeOf(index, selection),
    ...(children.length && { children: children.map(child => tree(child, stream, index)) }),
  };
}

function list({ kind, name, children, ...span }: RecordSymbol, stream: RecordStream, index: number, uri: string, containerName?: string): SymbolInformation[] {
  const symbol = { name, kind: KINDS[kind], location: { uri, range: stream.rangeOf(index, span) }, ...(containerName && { containerName }) };
  return [symbol, ...children.flatMap(child => list(child, stream, index, uri, name))];
}
