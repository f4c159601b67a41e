import type { Range, SemanticTokens, ServerCapabilities } from 'vscode-languageserver';
import { keep } from '../features/kept';
import { TOKEN_MODIFIERS, TOKEN_TYPES, tokens } from '../features/tokens';
import type { Checker } from '../findings/checker';
import type { Slice } from '../records/slice';
import type { RecordStream } from '../records/stream';
import { positionAt } from '../text/lines';
import { overlaps, type Span } from '../text/span';
import type { ServerContext } from './context';
import { guard } from './guard';
import { slicesIn } from './slices-in';

export const tokenCapabilities: ServerCapabilities = {
  semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] }, full: true, range: true },
};

/** Words to colour, of a whole file or of what is to be seen of it. */
export function registerTokens({ connection, documents, checkerFor }: ServerContext): void {
  const none: SemanticTokens = { data: [] };
  const answer = ({ textDocument: { uri }, range }: { textDocument: { uri: string }; range?: Range }): SemanticTokens => {
    const stream = documents.get(uri)?.stream;
    return stream ? encode(stream, range ?? { start: { line: 0, character: 0 }, end: { line: stream.lineCount, character: 0 } }, checkerFor(uri)) : none;
  };
  connection.onRequest('textDocument/semanticTokens/full', guard(connection, 'tokens', none, answer));
  connection.onRequest('textDocument/semanticTokens/range', guard(connection, 'tokens', none, answer));
}

/** Five numbers for each token; lines, and characters within a line, are counted from the token before. */
function encode(stream: RecordStream, range: Range, checker: Checker): SemanticTokens {
  const data: number[] = [];
  let [lastLine, lastCharacter] = [0, 0];
  for (const { index, slice, within } of slicesIn(stream, range)) {
    const firstLine = stream.firstLines[index]!;
    for (const token of numberedTokens(slice, checker)) {
      if (!overlaps(token, within)) continue;
      const line = firstLine + token.line;
      data.push(line - lastLine, line === lastLine ? token.character - lastCharacter : token.character, token.end - token.start, token.type, token.modifiers);
      [lastLine, lastCharacter] = [line, token.character];
    }
  }
  return { data };
}

/** A token in the numbers of the legend; its line is counted from the first of its slice. */
interface NumberedToken extends Span {
  line: number;
  character: number;
  type: number;
  modifiers: number;
}

const numberedTokens = keep((slice: Slice, checker: Checker): readonly NumberedToken[] => tokens(slice, checker).map(({ start, end, type, modifiers }) => ({
  start, end, ...positionAt(slice.lineStarts, start), type: TOKEN_TYPES.indexOf(type),
  modifiers: modifiers.reduce((bits, modifier) => bits | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0),
})));
