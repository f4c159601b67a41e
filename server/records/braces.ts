import type { Span } from '../text/span';
import { linesAround, type Fault } from './fault';

/** Whether a record is written in braces over several lines, as JSON mostly is. */
export function isInBraces(text: string): boolean {
  const start = beginning(text);
  return text[start] === '{' && (/[,[{]$/.test(restOfLine(text, start)) || /^[^\n\r]*[\n\r]+[ \t]+\S/.test(text.slice(start)));
}

/**
 * The first mistake in such a record, if it is one of the usual ones. The parser is led astray by these: where a quotation mark is
 * missing, what it takes for text and for fields is turned inside out from there on.
 */
export function faultInBraces(text: string): Fault | undefined {
  const open: Token[] = [];
  /** What stands complete since the last comma or colon. */
  let last: Token | undefined;
  for (const token of tokens(text, beginning(text))) {
    const mark = text[token.start]!;
    if (mark === ',' || mark === ':') last = undefined;
    else if (mark === '}' || mark === ']') {
      const opener = open.pop()!;
      if (!closes(text, opener, token)) return unclosed('unclosed-bracket', text, opener);
      if (!open.length) return undefined;
      last = token;
    } else {
      if (isUnclosedQuote(text, token)) return unclosed('unclosed-quote', text, token);
      if (last && isNextEntry(text, last, token)) return isOutside(token, open) ? unclosed('unclosed-bracket', text, open.at(-1)!) : { kind: 'missing-comma', start: last.start, end: last.end };
      const opens = mark === '{' || mark === '[';
      if (opens) open.push(token);
      last = opens ? undefined : token;
    }
  }
  return unclosed('unclosed-bracket', text, open.at(-1)!);
}

/** Marks, texts in quotes, and words up to the next mark, each on its line but for quotes; without comments. */
const TOKEN = /#[^\n\r]*|"(?:[^"\\]|\\[^])*"?|'(?:[^']|'')*'?|[{}[\],]|:(?=[\s,[\]{}]|$)|:(?<=["']:)|[^\s,[\]{}](?:[^,[\]{}\n\r:#]|:(?![\s,[\]{}]|$)|(?<!\s)#)*/g;

interface Token extends Span {
  /** How far its line is moved in, and whether it is the first on it. */
  indent: number;
  isFirst: boolean;
}

function* tokens(text: string, from: number): Generator<Token> {
  let [end, indent] = [0, 0];
  for (const { index, 0: words } of text.slice(from).matchAll(TOKEN)) {
    if (words.startsWith('#')) continue;
    const start = from + index;
    const gap = text.slice(end, start);
    const lineBreak = Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r'));
    const isFirst = lineBreak >= 0;
    if (isFirst && end > 0) indent = gap.length - 1 - lineBreak;
    end = start + words.trimEnd().length;
    yield { start, end, indent, isFirst };
  }
}

/** Where the record begins, behind comments and the line that parts it from the one before. */
function beginning(text: string): number {
  return /^(?:[\s\ufeff]|#[^\n\r]*|---(?=\s))*/.exec(text)![0].length;
}

/** Of one kind, and not moved in further than what would close it on a line of its own. */
function closes(text: string, opener: Token, { start, isFirst, indent }: Token): boolean {
  return (text[opener.start] === '{') === (text[start] === '}') && (!isFirst || opener.indent <= indent);
}

/** Whether a text in quotes goes on to its file's end, or to the quotation mark that begins another. */
function isUnclosedQuote(text: string, { start, end }: Span): boolean {
  if (!/["']/.test(text[start]!)) return false;
  return end - start < 2 || text[end - 1] !== text[start] || (/[\n\r]/.test(text.slice(start, end)) && /[^\s,:[\]{}]/.test(text[end] ?? ' '));
}

/** Whether a text that stands on a line below another cannot be the rest of it. */
function isNextEntry(text: string, last: Span, next: Token): boolean {
  return next.isFirst && (/["'}\]]/.test(text[last.end - 1]!) || /["'{[]/.test(text[next.start]!) || /^[ \t]*:/.test(text.slice(next.end)));
}

/** Whether an entry is not moved in further than the line of the bracket that it would stand in: then it stands behind that one. */
function isOutside({ indent }: Token, open: readonly Token[]): boolean {
  return open.length > 1 && indent <= open.at(-1)!.indent;
}

function unclosed(kind: Fault['kind'], text: string, { start }: Span): Fault {
  return { kind, start, end: start + restOfLine(text, start).length };
}

function restOfLine(text: string, start: number): string {
  return text.slice(start, linesAround(text, { start, end: start }).end).trimEnd();
}
