import type { ScalarNode } from './node';
import { endOfLine, isLineBreak, isSpaceOrEnd, NotPlain, nextLine, skipSpaces, SPACE, type Lines } from './plain-lines';

const BACKSLASH = 0x5c, DASH = 0x2d;

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

/** The name of a field, without quotes. */
export function readPlainKey(text: string, start: number, end: number): ScalarNode {
  const written = text.slice(start, end);
  return { kind: 'scalar', start, end, value: meant(written), text: written, style: 'plain' };
}

/** A text without quotes, over as many lines as are indented further than `column`; goes on to the line behind it. */
export function readPlainText(lines: Lines, start: number, column: number): ScalarNode {
  const { text } = lines;
  const code = text.charCodeAt(start);
  if (isIndicator(code) && !(code === DASH && !isSpaceOrEnd(text.charCodeAt(start + 1)))) throw new NotPlain();
  let end = endOfWords(lines, start);
  let words = text.slice(start, end);
  if (!goesOn(lines, start, column)) return { kind: 'scalar', start, end, value: meant(words), text: words, style: 'plain' };
  let from: number;
  do {
    from = lines.content;
    if (isIndicator(text.charCodeAt(from))) throw new NotPlain();
    end = endOfWords(lines, from);
    words += (lines.blankLines ? '\n'.repeat(lines.blankLines) : ' ') + text.slice(from, end);
  } while (goesOn(lines, from, column));
  return { kind: 'scalar', start, end, value: words, text: words, style: 'plain' };
}

/** Where the last of the words of a line ends, of which the first begins at an offset. */
function endOfWords(lines: Lines, start: number): number {
  let end = lines.endOfWords(start);
  const colon = lines.endOfKey(start);
  if (colon >= 0 && colon < end) throw new NotPlain();
  while (lines.text.charCodeAt(end - 1) === SPACE) end--;
  return end;
}

/** Goes to the next line; whether the text that stands on this one from an offset on goes on there: a comment ends it. */
function goesOn(lines: Lines, start: number, column: number): boolean {
  const isCommented = lines.endOfWords(start) < lines.end;
  lines.next();
  return !isCommented && !lines.passedComment && lines.column > column;
}

function isIndicator(code: number): boolean {
  // Nearly all texts begin with a letter or figure, so that the list is seldom asked.
  return !(code >= 0x61 && code <= 0x7a) && !(code >= 0x41 && code <= 0x5a) && !(code >= 0x30 && code <= 0x39) && INDICATORS.includes(String.fromCharCode(code));
}

/** A text behind `|` or `>`, on lines that are all indented alike; goes on to the line behind it. */
export function readBlockText(lines: Lines, start: number, column: number): ScalarNode {
  const { text } = lines;
  const header = /[|>]-?(?= *\r?\n)/y;
  header.lastIndex = start;
  const opening = header.exec(text)?.[0];
  if (!opening) throw new NotPlain();
  const first = nextLine(text, endOfLine(text, start));
  const indent = skipSpaces(text, first) - first;
  if (indent <= column || isLineBreak(text.charCodeAt(first + indent)) || first + indent >= text.length) throw new NotPlain();
  const block = linesOfBlock(text, first, indent, opening.startsWith('>'));
  const words = (opening.startsWith('>') ? folded(block.lines) : block.lines.join('\n')) + (opening.endsWith('-') ? '' : '\n');
  lines.moveTo(block.end);
  return { kind: 'scalar', start, end: block.end, value: words, text: words, style: opening.startsWith('>') ? 'folded' : 'literal' };
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
