import type { Span } from '../../text/span';

/** Words on one line, with their quotes. Of no length where nothing is written. */
export interface WrittenText extends Span {
  /** The words without their quotes. */
  inner: Span;
  quote?: '"' | "'";
  /** False for a quote that does not end on its line. */
  closed: boolean;
}

/**
 * One line of a record, taken apart by its characters alone: what is half typed has its place too. Offsets in the slice; the line
 * break (and a byte order mark) are outside.
 */
export interface WrittenLine extends Span {
  /** The first character that is no space; `end` where there is none. */
  content: number;
  /** The dashes of list entries that begin on this line. */
  dashes: readonly number[];
  /** What stands before a colon, which stands at `colon`. */
  key?: WrittenText;
  colon?: number;
  /** What stands behind the colon, or behind the dashes where there is no colon. */
  value: WrittenText;
  comment?: number;
}

/** Takes apart the line of `text` from `start` to `end`. */
export function readLine(text: string, start: number, end: number): WrittenLine {
  const content = skipSpaces(text, start, end);
  const dashes: number[] = [];
  let at = content;
  while (text[at] === '-' && isGap(text, at + 1, end)) {
    dashes.push(at);
    at = skipSpaces(text, at + 1, end);
  }
  const first = readText(text, at, end, true);
  const colon = skipSpaces(text, first.end, end);
  if (text[colon] === ':' && colon < end && (first.quote || isGap(text, colon + 1, end))) {
    const value = readText(text, skipSpaces(text, colon + 1, end), end, false);
    return { start, end, content, dashes, key: first, colon, value, comment: commentAfter(text, value.end, end) };
  }
  return { start, end, content, dashes, value: first, comment: commentAfter(text, first.end, end) };
}

/** Whether the words are something that is not to be touched: a block text, an anchor, an alias, a tag. */
export function isMarked(text: string, { start, quote }: WrittenText): boolean {
  return !quote && /[|>&*!%@`]/.test(text[start] ?? '');
}

export function isFlow(text: string, { start, end, quote }: WrittenText): boolean {
  return !quote && end > start && (text[start] === '{' || text[start] === '[');
}

/** A value without what may stand behind it on its line where braces are open: a comma, or what closes them. */
export function firstPart(text: string, value: WrittenText): WrittenText {
  if (value.quote || isFlow(text, value)) return value;
  const written = /^[^,[\]{}]*/.exec(text.slice(value.start, value.end))![0];
  return plainText(value.start, value.start + written.trimEnd().length);
}

/** Reads quoted words from their opening quote on. */
export function readQuoted(text: string, start: number, end: number): WrittenText {
  const quote = text[start] as '"' | "'";
  for (let i = start + 1; i < end; i++) {
    if (quote === '"' && text[i] === '\\') i++;
    else if (text[i] === quote && quote === "'" && text[i + 1] === quote) i++;
    else if (text[i] === quote) return { start, end: i + 1, inner: { start: start + 1, end: i }, quote, closed: true };
  }
  const last = trimEnd(text, start + 1, end);
  return { start, end: last, inner: { start: start + 1, end: last }, quote, closed: false };
}

export function plainText(start: number, end: number): WrittenText {
  return { start, end, inner: { start, end }, closed: true };
}

export function skipSpaces(text: string, at: number, end: number): number {
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

/** Where the words between two offsets end, without the white space behind them. */
export function trimEnd(text: string, start: number, end: number): number {
  while (end > start && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  return end;
}

/** Whether white space or the end of the line stands at an offset. */
function isGap(text: string, at: number, end: number): boolean {
  return at >= end || text[at] === ' ' || text[at] === '\t';
}

/** Reads words up to a comment; those that may be a key, up to a colon. */
function readText(text: string, start: number, end: number, mayBeKey: boolean): WrittenText {
  if (start < end && (text[start] === '"' || text[start] === "'")) return readQuoted(text, start, end);
  const flow = text[start] === '{' || text[start] === '[';
  let i = start;
  for (; i < end; i++) {
    const character = text[i];
    if (character === '#' && (i === start || isGap(text, i - 1, end))) break;
    if (mayBeKey && !flow && character === ':' && isGap(text, i + 1, end)) break;
    if (flow && (character === '"' || character === "'")) i = readQuoted(text, i, end).end - 1;
  }
  return plainText(start, trimEnd(text, start, i));
}

function commentAfter(text: string, at: number, end: number): number | undefined {
  const next = skipSpaces(text, at, end);
  return next < end && text[next] === '#' ? next : undefined;
}
