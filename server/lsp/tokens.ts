import { SemanticTokensBuilder, type Range, type SemanticTokens, type ServerCapabilities } from 'vscode-languageserver';
import { TOKEN_MODIFIERS, TOKEN_TYPES, tokens } from '../features/tokens';
import type { Checker } from '../findings/checker';
import type { RecordStream } from '../records/stream';
import { overlaps } from '../text/span';
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
  connection.languages.semanticTokens.on(guard(connection, 'tokens', none, answer));
  connection.languages.semanticTokens.onRange(guard(connection, 'tokens', none, answer));
}

function encode(stream: RecordStream, range: Range, checker: Checker): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { index, slice, within } of slicesIn(stream, range)) {
    for (const token of tokens(slice, checker)) {
      if (!overlaps(token, within)) continue;
      const { line, character } = stream.positionOf(index, token.start);
      const modifiers = token.modifiers.reduce((bits, modifier) => bits | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
      builder.push(line, character, token.end - token.start, TOKEN_TYPES.indexOf(token.type), modifiers);
    }
  }
  return builder.build();
}
