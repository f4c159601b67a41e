// What a person waits for right after a key press, request by request.
import { quantile, sleep, timed } from './client.mjs';

/** How long the keys rest between two requests, in milliseconds. */
export const REST = 50;

/** Requests of each kind that do not count, unless few are made: a program that has only just begun is slower. */
const WARM = 10;

/** What each is called, what a server must say to offer it, and what is asked for at a place; with the goal for it, where there is one. */
const REQUESTS = {
  hover: { what: 'hover', offeredAs: 'hoverProvider', params: position => ({ position }), goal: '5' },
  codeAction: { what: 'code actions', offeredAs: 'codeActionProvider', params: position => ({ range: { start: position, end: position }, context: { diagnostics: [] } }), goal: '5' },
  documentSymbol: { what: 'symbols', offeredAs: 'documentSymbolProvider', params: () => ({}), goal: '5' },
  definition: { what: 'definition', offeredAs: 'definitionProvider', params: position => ({ position }) },
  references: { what: 'references', offeredAs: 'referencesProvider', params: position => ({ position, context: { includeDeclaration: true } }) },
  documentHighlight: { what: 'highlights', offeredAs: 'documentHighlightProvider', params: position => ({ position }) },
  selectionRange: { what: 'selection', offeredAs: 'selectionRangeProvider', params: position => ({ positions: [position] }) },
  inlayHint: { what: 'hints in sight', offeredAs: 'inlayHintProvider', params: ({ line }) => ({ range: linesAround(line) }) },
  'semanticTokens/range': { what: 'colours in sight', offeredAs: 'semanticTokensProvider', params: ({ line }) => ({ range: linesAround(line) }) },
  'semanticTokens/full': { what: 'colours of the file', offeredAs: 'semanticTokensProvider', params: () => ({}) },
  foldingRange: { what: 'folds', offeredAs: 'foldingRangeProvider', params: () => ({}) },
  documentLink: { what: 'links', offeredAs: 'documentLinkProvider', params: () => ({}) },
  codeLens: { what: 'lenses', offeredAs: 'codeLensProvider', params: () => ({}) },
  formatting: { what: 'formatting', offeredAs: 'documentFormattingProvider', params: () => ({ options: { tabSize: 2, insertSpaces: true } }) },
};

/** What a client says of itself so that all of them are answered. */
export const CAPABILITIES = {
  hover: { contentFormat: ['markdown'] }, foldingRange: { lineFoldingOnly: true },
  codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor'] } } },
};

/** The median of each of `methods` that the server offers, in milliseconds, after `edits` key presses all over the file. */
export async function measureRequests(session, edits, methods = Object.keys(REQUESTS)) {
  const medians = {};
  const warm = Math.min(WARM, edits - 1);
  for (const method of methods) {
    const { offeredAs, params } = REQUESTS[method];
    if (!session.capabilities[offeredAs]) continue;
    const times = [];
    for (let i = 0; i < warm + edits; i++) times.push(await afterKeyPress(session, `textDocument/${method}`, params, (i + 0.5) / (warm + edits)));
    medians[method] = quantile(times.slice(warm), 0.5);
  }
  return medians;
}

/** Types a comment behind an authority somewhere in the file, asks, and takes the comment away. */
async function afterKeyPress(session, method, params, part) {
  const at = session.text.indexOf('\n', session.text.indexOf('authority: ', Math.floor(part * session.text.length * 0.9)));
  const { line, character } = session.place(at);
  await session.type(at, at, ' # x');
  const time = await timed(() => session.ask(method, params({ line, character: character - 2 })));
  await session.type(at, at + 4, '');
  // What it has to do about that is not to be part of the next figure: nobody types so quickly.
  await session.ask('textDocument/hover', { position: { line, character } });
  await sleep(REST);
  return time;
}

/** The lines of a window around one. */
function linesAround(line) {
  return { start: { line: Math.max(0, line - 25), character: 0 }, end: { line: line + 25, character: 0 } };
}

/** Rows of the table: what the peer does not offer is not set against ours. */
export function requestRows(ours, theirs, peer, records) {
  return Object.entries(REQUESTS).map(([method, { what, goal }]) => (
    { what: `${what} after a key press, p50, ${records} records`, unit: 'ms', goal, ours: ours?.[method], ...(theirs?.[method] !== undefined && { theirs: theirs[method], peer }) }));
}
