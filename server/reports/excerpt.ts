import type { Span } from '../text/span';
import { cellsOf, type Cell } from './cells';

/** A line of a text as a terminal shows it, and the columns of the words that are meant. */
export interface Excerpt {
  shown: string;
  /** Columns before the words. */
  indent: number;
  /** Columns of the words as far as they are shown; at least one. */
  length: number;
}

/** Columns that are shown before the words where a line is cropped. */
const CONTEXT = 24;

/**
 * A line as it is to be shown for a span of it (UTF-16 units in the line; the end may lie beyond it). A line of more than `width`
 * columns is cropped around the beginning of the span, with … where something is left out.
 */
export function excerpt(line: string, { start, end }: Span, width: number): Excerpt {
  const near = around(line, Math.min(start, line.length), width);
  const cells = cellsOf(line.slice(near.start, near.end));
  const total = cells.length ? cells.at(-1)!.column + cells.at(-1)!.width : 0;
  const columnOf = (index: number) => cells[index]?.column ?? total;
  /** The first cell that fits, or the place behind the last. */
  const indexOf = (fits: (cell: Cell) => boolean) => {
    const index = cells.findIndex(fits);
    return index < 0 ? cells.length : index;
  };

  const first = indexOf(cell => near.start + cell.end > start);
  const last = indexOf(cell => near.start + cell.start >= end);
  const isWhole = near.end - near.start === line.length && total <= width;
  const from = isWhole || columnOf(first) <= width - CONTEXT ? 0 : indexOf(cell => cell.column >= columnOf(first) - CONTEXT);
  const to = isWhole ? cells.length : indexOf(cell => cell.column + cell.width > columnOf(from) + width - 2);
  const before = from > 0 || near.start > 0 ? '…' : '';
  const after = to < cells.length || near.end < line.length ? '…' : '';
  return {
    shown: before + cells.slice(from, to).map(cell => cell.shown).join('') + after,
    indent: before.length + columnOf(first) - columnOf(from),
    length: Math.max(1, columnOf(Math.min(last, to)) - columnOf(first)),
  };
}

/** The neighbourhood of an offset that is larger than what can be shown: a line of a megabyte costs no more than a short one. */
function around(line: string, offset: number, width: number): Span {
  return { start: betweenCharacters(line, Math.max(0, offset - 4 * width)), end: betweenCharacters(line, Math.min(line.length, offset + 8 * width)) };
}

function betweenCharacters(line: string, offset: number): number {
  const code = line.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff && offset > 0 ? offset - 1 : offset;
}
