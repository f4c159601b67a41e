import type { Position } from './span';

/** Offset of the first character of every line. Lines end with LF, CRLF or a lone CR, as in YAML and in the Language Server Protocol. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  // Nearly every text has the one kind of line break that can be looked for without looking at each character.
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** The index of the last entry of the rising list `starts` that is not above `value`; 0 where all are. */
export function lastAtOrBelow(starts: readonly number[], value: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The place of an offset; one outside the text is moved to its nearest end. */
export function positionAt(starts: readonly number[], offset: number): Position {
  const line = lastAtOrBelow(starts, offset);
  return { line, character: Math.max(0, offset - starts[line]!) };
}

/** The offset of a place in `text`; a line or character outside it is moved to the nearest one, never beyond the end of its line. */
export function offsetAt(text: string, starts: readonly number[], position: Position): number {
  if (position.line < 0) return 0;
  if (position.line >= starts.length) return text.length;
  const start = starts[position.line]!;
  return Math.min(start + Math.max(0, position.character), lineEnd(text, starts, position.line));
}

/** Offset behind the last character of a line, before its line break. */
export function lineEnd(text: string, starts: readonly number[], line: number): number {
  let end = starts[line + 1] ?? text.length;
  while (end > starts[line]! && isBreak(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Where the line of an offset begins. */
export function lineStartAt(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

/** The line break that a text uses. */
export function lineBreakOf(text: string): string {
  return /\r\n|[\n\r]/.exec(text)?.[0] ?? '\n';
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}
