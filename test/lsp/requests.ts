import type { Position } from 'vscode-languageserver-protocol';
import { journeyRequest, previewRequest, statusRequest } from '../../server/lsp/protocol';

/**
 * What a client may ask while someone reads or writes, each with what it asks for at a place: about a record, the lines that are to be seen, or
 * the whole file. Behind a comma, why.
 */
export const REQUESTS: Readonly<Record<string, (at: Position) => object>> = {
  'textDocument/completion': position => ({ position }),
  'textDocument/hover': position => ({ position }),
  'textDocument/codeAction': position => ({ range: { start: position, end: position }, context: { diagnostics: [] } }),
  'textDocument/codeAction, to mend everything': position => ({ range: { start: position, end: position }, context: { diagnostics: [], only: ['source.fixAll'] } }),
  'textDocument/documentHighlight': position => ({ position }),
  'textDocument/selectionRange': position => ({ positions: [position] }),
  'textDocument/definition': position => ({ position }),
  'textDocument/references': position => ({ position, context: { includeDeclaration: true } }),
  'textDocument/onTypeFormatting': position => ({ position, ch: '\n', options: { tabSize: 2, insertSpaces: true } }),
  'textDocument/inlayHint': ({ line }) => ({ range: linesFrom(line) }),
  'textDocument/semanticTokens/range': ({ line }) => ({ range: linesFrom(line) }),
  'textDocument/rangeFormatting': ({ line }) => ({ range: linesFrom(line), options: { tabSize: 2, insertSpaces: true } }),
  'textDocument/documentSymbol': () => ({}),
  'textDocument/foldingRange': () => ({}),
  'textDocument/documentLink': () => ({}),
  'textDocument/semanticTokens/full': () => ({}),
  'textDocument/codeLens': () => ({}),
  'textDocument/formatting': () => ({ options: { tabSize: 2, insertSpaces: true } }),
  'textDocument/diagnostic': () => ({}),
  'workspace/symbol': () => ({ query: 'kent' }),
  [previewRequest]: position => ({ preview: 'a', position }),
  [journeyRequest]: position => ({ position }),
  [statusRequest]: position => ({ position }),
};

/** The lines of a window around one. */
function linesFrom(line: number) {
  return { start: { line: Math.max(0, line - 10), character: 0 }, end: { line: line + 10, character: 0 } };
}
