import { Composer, Lexer, Parser, type CST, type Document } from 'yaml';

/** Values within values within values: deeper than any record goes, and than is safe to walk through. */
export const MOST_DEEP = 100;

/** As many are open at once at most: the document itself is one of them, and so is a text under way. */
const MOST_OPEN = MOST_DEEP;

const OPTIONS = { version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false, merge: false, logLevel: 'silent', keepSourceTokens: true, resolveKnownTags: false } as const;

/** What the parser makes of a text, or the offset at which values lie deeper in each other than is read. */
export type Parsed = { document: Document.Parsed } | { tooDeep: number };

/**
 * Parses the text of one record. The parser goes through values within values by calling itself, so how many of them are open is
 * watched while they open: nothing that is too deep ever reaches code that calls itself, the parser's or ours.
 */
export function parse(text: string): Parsed {
  const parser = new Parser();
  let tooDeep: number | undefined;
  const document = new Composer(OPTIONS).compose(tokens(), true, text.length).next().value as Document.Parsed;
  // The parser counts blank lines before a name as part of it; nobody minds a long name either.
  document.errors = document.errors.filter(({ code }) => code !== 'KEY_OVER_1024_CHARS');
  return tooDeep === undefined ? { document } : { tooDeep };

  function* tokens(): Generator<CST.Token> {
    for (const lexeme of new Lexer().lex(text)) {
      yield* parser.next(lexeme);
      if (parser.stack.length > MOST_OPEN) {
        tooDeep = Math.min(parser.offset, text.length) - 1;
        return;
      }
    }
    yield* parser.end();
  }
}
