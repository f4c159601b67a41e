import type { Position, Range } from 'vscode-languageserver';
import type { Slice } from '../records/slice';
import { positionAt } from '../text/lines';
import type { Span } from '../text/span';

/** The range of a span of a slice, with lines counted from the first line of the slice: it stays right wherever the slice moves to. */
export function rangeIn({ lineStarts }: Slice, { start, end }: Span): Range {
  return { start: positionAt(lineStarts, start), end: positionAt(lineStarts, end) };
}

/** The same range in a text in which the slice begins on a line, counted from 0. */
export function movedDown(lines: number, { start, end }: Range): Range {
  return { start: placeDown(lines, start), end: placeDown(lines, end) };
}

function placeDown(lines: number, { line, character }: Position): Position {
  return { line: line + lines, character };
}
