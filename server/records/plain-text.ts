import type { ScalarNode } from './node';
import { endOfLine, HASH, isLineBreak, isSpaceOrEnd, nextLine, skipSpaces, SPACE } from './plain-lines';

/** There is something in the text that only the parser can read. */
export class NotPlain extends Error {}

/** A value, and where the line behind it begins. */
export interface Written {
  node: ScalarNode;
  next: number;
}

const BACKSLASH = 0x5c;

/** First characters that mean something else than themselves, or may. */
const INDICATORS = '-?:#&*!|>\'"%@`[]{},';

/** A text on one line in quotes, with nothing in it that stands for something else. */
export function readQuoted(text: string, start: number): ScalarNode {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (Number.isNaN(code) || isLineBreak(code) || code === BACKSLASH) throw new NotPlain();
    if (code !== quote) continue;
    if (text.charCodeAt(at + 1) === quote) throw new NotPlain();
    const value = text.slice(start + 1, at);
    return { kind: 'scalar', start, end: at + 1, value, text: value, style: text[start] === '"' ? 'double' : 'single' };
  }
}

/** Where the first colon of a line stands that ends a key, with a space or nothing behind it; -1 where none does. */
export function endOfKey(line: string): number {
  const colon = line.indexOf(': ');
  return colon < 0 && line.endsWith(':') ? line.length - 1 : colon;
}

/** The name of a field, without quotes. */
export function readPlainKey(text: string, start: number, end: number): ScalarNode {
  const written = text.slice(start, end);
  return { kind: 'scalar', start, end, value: meant(written), text: written, style: 'plain' };
}

/** A text without quotes, over as many lines as are indented further than `column`. */
export function readPlainText(text: string, start: number, column: number): Written {
  if (INDICATORS.includes(text[start]!) && !(text[start] === '-' && !isSpaceOrEnd(text.charCodeAt(start + 1)))) throw new NotPlain();
  let { end, commented } = endOfWords(text, start);
  let words = text.slice(start, end);
  let next = nextLine(text, endOfLine(text, end));
  let lines = 1;
  for (; !commented; lines++) {
    const more = continuation(text, next, column);
    if (!more) break;
    ({ end, commented } = endOfWords(text, more.start));
    words += (more.blankLines ? '\n'.repeat(more.blankLines) : ' ') + text.slice(more.start, end);
    next = nextLine(text, endOfLine(text, end));
  }
  return { node: { kind: 'scalar', start, end, value: lines > 1 ? words : meant(words), text: words, style: 'plain' }, next };
}

/** Where the words on a line end, and whether a comment stands behind them. */
function endOfWords(text: string, start: number): { end: number; commented: boolean } {
  const line = text.slice(start, endOfLine(text, start));
  const comment = line.indexOf(' #');
  const commented = comment >= 0;
  let end = commented ? comment : line.length;
  const colon = endOfKey(line);
  if (colon >= 0 && colon < end) throw new NotPlain();
  while (line.charCodeAt(end - 1) === SPACE) end--;
  return { end: start + end, commented };
}

/** The next line of words that belongs to a text without quotes, if one does. */
function continuation(text: string, lineStart: number, column: number): { start: number; blankLines: number } | undefined {
  let blankLines = 0;
  for (let line = lineStart; line < text.length; blankLines++) {
    const at = skipSpaces(text, line);
    if (at >= text.length) return undefined;
    if (!isLineBreak(text.charCodeAt(at))) {
      if (at - line <= column || text.charCodeAt(at) === HASH) return undefined;
      if (INDICATORS.includes(text[at]!)) throw new NotPlain();
      return { start: at, blankLines };
    }
    line = nextLine(text, at);
  }
  return undefined;
}

/** A text behind `|` or `>`, on lines that are all indented alike. */
export function readBlockText(text: string, start: number, column: number): Written {
  const header = /[|>]-?(?= *\r?\n)/y;
  header.lastIndex = start;
  const opening = header.exec(text)?.[0];
  if (!opening) throw new NotPlain();
  const first = nextLine(text, endOfLine(text, start));
  const indent = skipSpaces(text, first) - first;
  if (indent <= column || isLineBreak(text.charCodeAt(first + indent)) || first + indent >= text.length) throw new NotPlain();
  const { lines, end } = linesOfBlock(text, first, indent, opening.startsWith('>'));
  const words = (opening.startsWith('>') ? folded(lines) : lines.join('\n')) + (opening.endsWith('-') ? '' : '\n');
  return { node: { kind: 'scalar', start, end, value: words, text: words, style: opening.startsWith('>') ? 'folded' : 'literal' }, next: end };
}

/** The lines of a block text without their indentation; blank lines behind the last are not part of it. */
function linesOfBlock(text: string, first: number, indent: number, isFolded: boolean): { lines: string[]; end: number } {
  const lines: string[] = [];
  let length = 0;
  let end = first;
  for (let line = first; line < text.length; ) {
    const at = skipSpaces(text, line);
    const lineEnd = endOfLine(text, at);
    if (at === lineEnd) {
      if (at - line > indent || at >= text.length) throw new NotPlain();
      lines.push('');
    } else {
      if (at - line < indent) break;
      if (isFolded && (at - line > indent || text.charCodeAt(lineEnd - 1) === SPACE)) throw new NotPlain();
      length = lines.push(text.slice(line + indent, lineEnd));
      end = nextLine(text, lineEnd);
    }
    line = nextLine(text, lineEnd);
  }
  lines.length = length;
  return { lines, end };
}

/** Lines that follow each other are one; between them, each blank line is a line break. */
function folded(lines: readonly string[]): string {
  let words = lines[0]!;
  let blank = 0;
  for (const line of lines.slice(1)) {
    if (line === '') blank++;
    else {
      words += (blank ? '\n'.repeat(blank) : ' ') + line;
      blank = 0;
    }
  }
  return words;
}

const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;
const OTHER_NUMBER = /^(?:0[ox][\da-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const WORDS = new Map<string, boolean | null>([['~', null], ...['null', 'Null', 'NULL'].map(word => [word, null] as const), ...['true', 'True', 'TRUE'].map(word => [word, true] as const), ...['false', 'False', 'FALSE'].map(word => [word, false] as const)]);

/** What a text without quotes is by YAML's core schema: itself, unless it is a number, a truth value or nothing. */
function meant(words: string): string | number | boolean | null {
  if (words.length <= 5 && WORDS.has(words)) return WORDS.get(words)!;
  const first = words.charCodeAt(0);
  // Only digits, signs and points begin a number: they come before the letters.
  if (first > 0x39) return words;
  if (OTHER_NUMBER.test(words)) throw new NotPlain();
  return NUMBER.test(words) ? Number(words) : words;
}
