import type { DocumentSymbol, ServerCapabilities, SymbolInformation } from 'vscode-languageserver';
import { keep } from '../features/kept';
import { recordSymbol, type RecordSymbol } from '../features/symbols';
import type { Checker } from '../findings/checker';
import type { Slice } from '../records/slice';
import type { ServerContext } from './context';
import { fileList } from './file-list';
import { guard } from './guard';
import { SymbolKind } from './kinds';
import { movedDown, rangeIn } from './lines-of-slice';

export const outlineCapabilities: ServerCapabilities = { documentSymbolProvider: { label: 'Inspection records' } };

/** In a file of more records than this, the outline names the records only: nobody looks for one judgement in thousands, and everybody waits for them. */
const MOST_WITH_CHILDREN = 250;

const KINDS: Record<RecordSymbol['kind'], SymbolKind> = { record: SymbolKind.Object, judgement: SymbolKind.Property, list: SymbolKind.Array };

/** The outline of a file: as a tree for clients that show one, else as a list. */
export function registerOutline({ connection, client, documents, checkerFor, writesBytes }: ServerContext): void {
  const asTree = client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport;
  const tree = fileList(writesBytes, symbolsAt);
  const flat = fileList(writesBytes, (slice, line, uri: string, checker: Checker, withChildren: boolean) => symbolsAt(slice, line, checker, withChildren).flatMap(symbol => list(symbol, uri)));
  connection.onDocumentSymbol(guard<{ textDocument: { uri: string } }, DocumentSymbol[] | SymbolInformation[]>(connection, 'outline', [], ({ textDocument: { uri } }) => {
    const document = documents.get(uri);
    if (!document) return [];
    const withChildren = document.stream.slices.length <= MOST_WITH_CHILDREN;
    return asTree ? tree(document, checkerFor(uri), withChildren) : flat(document, uri, checkerFor(uri), withChildren);
  }));
}

/** What the outline shows of a slice, if anything; lines counted from its first. */
const symbolsIn = keep((slice: Slice, checker: Checker, withChildren: boolean): readonly DocumentSymbol[] => {
  const symbol = recordSymbol(slice, checker, withChildren);
  return symbol ? [toSymbol(symbol, slice)] : [];
});

/** The same where the slice begins on a line of the text. */
function symbolsAt(slice: Slice, line: number, checker: Checker, withChildren: boolean): DocumentSymbol[] {
  return symbolsIn(slice, checker, withChildren).map(symbol => downBy(line, symbol));
}

function toSymbol({ kind, name, selection, children, ...span }: RecordSymbol, slice: Slice): DocumentSymbol {
  return {
    name, kind: KINDS[kind], range: rangeIn(slice, span), selectionRange: rangeIn(slice, selection),
    children: children.length ? children.map(child => toSymbol(child, slice)) : undefined,
  };
}

function downBy(lines: number, { name, kind, range, selectionRange, children }: DocumentSymbol): DocumentSymbol {
  return { name, kind, range: movedDown(lines, range), selectionRange: movedDown(lines, selectionRange), children: children?.map(child => downBy(lines, child)) };
}

function list({ kind, name, range, children = [] }: DocumentSymbol, uri: string, containerName?: string): SymbolInformation[] {
  return [{ name, kind, location: { uri, range }, ...(containerName && { containerName }) }, ...children.flatMap(child => list(child, uri, name))];
}
