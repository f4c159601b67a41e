import type { DocumentHighlight, DocumentLink, FoldingRange, Hover, InlayHint, Position, Range, SelectionRange, ServerCapabilities } from 'vscode-languageserver';
import { hoverConfiguration } from '../features/configuration/hover';
import { folds } from '../features/folding';
import { highlights } from '../features/highlight';
import { hints } from '../features/hints';
import { hover } from '../features/hover';
import { links } from '../features/links';
import { hoverData } from '../features/reference-data/hover';
import { selections } from '../features/selection';
import type { Checker } from '../findings/checker';
import type { Slice } from '../records/slice';
import type { RecordStream } from '../records/stream';
import { plainText } from '../text/markdown';
import { GradeStatistics } from '../workspace/statistics';
import { visible } from '../text/visible';
import { configurationAt, dataAt, recordAt, type ServerContext } from './context';
import { findingsOf, isWholeWorkspaceRead } from './findings-of';
import { fileList } from './file-list';
import { guard } from './guard';
import { DocumentHighlightKind, FoldingRangeKind, InlayHintKind, MarkupKind } from './kinds';
import { lensCapabilities, registerLenses } from './lenses';
import { movedDown, rangeIn } from './lines-of-slice';
import { outlineCapabilities, registerOutline } from './outline';
import { slicesIn } from './slices-in';
import { registerTokens, tokenCapabilities } from './tokens';

export const readingCapabilities: ServerCapabilities = {
  hoverProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: {},
  documentHighlightProvider: true,
  inlayHintProvider: true,
  ...outlineCapabilities,
  ...tokenCapabilities,
  ...lensCapabilities,
};

/** Everything that helps to read a record and changes nothing. */
export function registerReading(context: ServerContext): void {
  registerHover(context);
  registerShape(context);
  registerPlaces(context);
  registerOutline(context);
  registerTokens(context);
  registerLenses(context);
}

function registerHover(context: ServerContext): void {
  const { connection, client, checkerFor, rulePages, workspace } = context;
  const statistics = new GradeStatistics(workspace);
  const recordsWithId = (id: string) => workspace.withId(id).map(({ inspection }) => inspection);
  // A client that does not say what it shows is shown plain text.
  const kind = client.textDocument?.hover?.contentFormat?.[0] ?? MarkupKind.PlainText;
  connection.onHover(guard<Parameters<typeof recordAt>[1], Hover | null>(connection, 'hover', null, params => {
    const [setting, data] = [configurationAt(context, params), dataAt(context, params)];
    const at = setting ?? data ?? recordAt(context, params);
    if (!at) return null;
    const { slice, offset } = at;
    const { uri } = params.textDocument;
    const found = setting ? hoverConfiguration(slice, offset, rulePages) : data ? hoverData(slice, offset) : hover(slice, offset, checkerFor(uri), {
      rulePages, recordsWithId, findings: findingsOf(context, uri, slice), statistics: isWholeWorkspaceRead(context) ? statistics : undefined,
    });
    const read = context.freshImports.hover(uri, slice, offset);
    const [span, markdown] = [found?.span ?? read?.span, [found, read].flatMap(part => part?.markdown ?? []).join('\n\n---\n\n')];
    return span ? { contents: { kind, value: kind === MarkupKind.Markdown ? markdown : plainText(markdown) }, range: at.stream.rangeOf(at.index, span) } : null;
  }));
}

/** What follows from the shape of the text alone: folding and selecting. */
function registerShape(context: ServerContext): void {
  const { connection, client, documents, writesBytes } = context;
  const limit = client.textDocument?.foldingRange?.rangeLimit ?? Infinity;
  const foldsOf = fileList(writesBytes, foldsAt);
  connection.onFoldingRanges(guard<{ textDocument: { uri: string } }, FoldingRange[] | null>(connection, 'folding', null, ({ textDocument: { uri } }) => {
    const document = documents.get(uri);
    // Where nothing is known of a document, the editor folds it by its own lights.
    return document ? foldsOf(document, depthFor(document.stream, limit)) : null;
  }));
  connection.onSelectionRanges(guard<{ textDocument: { uri: string }; positions: Position[] }, SelectionRange[]>(connection, 'selection', [], ({ textDocument: { uri }, positions }) => {
    const stream = documents.get(uri)?.stream;
    return stream ? positions.map(position => selectionRange(stream, position)) : [];
  }));
}

/** Above which depth all folds are told of. Where the deepest have to go because the client takes only so many, they all go. */
function depthFor(stream: RecordStream, limit: number): number {
  if (limit === Infinity) return Infinity;
  const found = stream.slices.map(folds);
  let kept = found.reduce((sum, each) => sum + each.length, 0);
  let depth = Infinity;
  while (kept > limit && depth > 0) {
    depth = found.reduce((deepest, each) => each.reduce((most, fold) => (fold.depth < depth ? Math.max(most, fold.depth) : most), deepest), 0);
    kept = found.reduce((sum, each) => sum + each.filter(fold => fold.depth < depth).length, 0);
  }
  return depth;
}

/** The folds of a slice that begins on a line of the text, down to a depth. */
function foldsAt(slice: Slice, firstLine: number, depth: number): FoldingRange[] {
  return folds(slice).filter(fold => fold.depth < depth).map(({ startLine, endLine, isComment }) => (
    { startLine: startLine + firstLine, endLine: endLine + firstLine, kind: isComment ? FoldingRangeKind.Comment : undefined }));
}

/** The selections around a place, each with the next larger one as its parent; the largest is the file. */
function selectionRange(stream: RecordStream, position: Position): SelectionRange {
  const { index, slice, offset } = stream.locate(position);
  const last = stream.slices.length - 1;
  const file: Range = { start: { line: 0, character: 0 }, end: stream.positionOf(last, stream.slices[last]!.text.length) };
  const ranges = selections(slice, offset).map(span => stream.rangeOf(index, span));
  return ranges.reduceRight<SelectionRange>((parent, range) => (sameRange(range, parent.range) ? parent : { range, parent }), { range: file });
}

function sameRange(a: Range, b: Range): boolean {
  return a.start.line === b.start.line && a.start.character === b.start.character && a.end.line === b.end.line && a.end.character === b.end.character;
}

/** The links of a slice that begins on a line of the text. */
function linksAt(slice: Slice, firstLine: number, checker: Checker, tooltips: boolean): DocumentLink[] {
  return links(slice, checker).map(link => ({ range: movedDown(firstLine, rangeIn(slice, link)), target: link.target, tooltip: tooltips ? link.tooltip : undefined }));
}

/** Remarks on single places of the text: links, highlights, inlay hints. */
function registerPlaces(context: ServerContext): void {
  const { connection, client, documents, checkerFor, settings, writesBytes } = context;
  const tooltips = client.textDocument?.documentLink?.tooltipSupport ?? false;
  const linksOf = fileList(writesBytes, linksAt);
  connection.onDocumentLinks(guard<{ textDocument: { uri: string } }, DocumentLink[]>(connection, 'links', [], ({ textDocument: { uri } }) => {
    const document = documents.get(uri);
    return document ? linksOf(document, checkerFor(uri), tooltips) : [];
  }));
  connection.onDocumentHighlight(guard<Parameters<typeof recordAt>[1], DocumentHighlight[]>(connection, 'highlights', [], params => {
    const at = recordAt(context, params);
    const found = at ? highlights(at.stream, at.index, at.offset, checkerFor(params.textDocument.uri)) : [];
    return found.map(({ index, span, defines }) => ({ range: at!.stream.rangeOf(index, span), kind: defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read }));
  }));
  connection.onRequest('textDocument/inlayHint', guard<{ textDocument: { uri: string }; range: Range }, InlayHint[]>(connection, 'inlay hints', [], ({ textDocument: { uri }, range }) => {
    const stream = documents.get(uri)?.stream;
    const checker = checkerFor(uri);
    return stream ? slicesIn(stream, range).flatMap(({ index, slice, within }) => hints(slice, within, checker, settings().hints).map(({ at, label, tooltip }) => (
      { position: stream.positionOf(index, at), label: visible(label), kind: InlayHintKind.Type, paddingLeft: true, ...(tooltip && { tooltip: visible(tooltip) }) }))) : [];
  }));
}
