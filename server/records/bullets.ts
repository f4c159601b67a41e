import type { Span } from '../text/span';
import { linesAround } from './fault';

/** An entry of a list that begins with a mark in the place of its dash. */
export interface BulletedEntry {
  /** From the beginning of its line to that of its words. */
  mark: Span;
  /** The words on the line of the mark. */
  words: Span;
  /** Whether it goes on below. */
  goesOn: boolean;
}

/** Entries of one list that begin with marks, as they are pasted from text programs and from Markdown. */
export interface BulletedList {
  entries: readonly BulletedEntry[];
  /** The column of the dashes of the list. */
  column: number;
  /** The lines of those entries, with those that go on with them. */
  lines: readonly Span[];
}

const MARKED = /^([ \t]*)[•·▪●◦‣*–—](?:[ \t]+|$)/;
const ENTRY = /^ *-(?=\s|$)/;
/** A field without a value. */
const OPEN_FIELD = /^[ ]*[^\s#-][^#]*:\s*(?:#.*)?$/;

/**
 * The list that goes on with marks from the line of an offset on: below entries with dashes, or below a field where the mark is a star, which
 * YAML takes for something else. Undefined where the line has no mark, or belongs to no list.
 */
export function bulletedListAt(text: string, at: number): BulletedList | undefined {
  const first = linesAround(text, { start: at, end: at });
  const marked = MARKED.exec(text.slice(first.start, first.end));
  const above = marked && lineAbove(text, first.start, marked[1]!.length);
  if (!above) return undefined;
  const column = ENTRY.test(above) ? above.search(/\S/) : marked[0].trim() === '*' && OPEN_FIELD.test(above) ? marked[1]!.length : undefined;
  return column === undefined ? undefined : { column, ...entriesFrom(text, first.start, column, marked[1]!.length) };
}

/** The nearest line above that is not moved in under what begins in a column. */
function lineAbove(text: string, before: number, column: number): string | undefined {
  for (let end = before - 1; end >= 0; ) {
    const { start } = linesAround(text, { start: end, end });
    const line = text.slice(start, end).trimEnd();
    if (line && (ENTRY.test(line) || line.search(/\S/) <= column)) return line;
    end = start - 1;
  }
  return undefined;
}

function entriesFrom(text: string, from: number, dashes: number, marks: number): Pick<BulletedList, 'entries' | 'lines'> {
  const entries: BulletedEntry[] = [];
  const lines: Span[] = [];
  let isMarked = false;
  const each = /([^\n\r]*)(?:\r\n|[\n\r]|$)/y;
  each.lastIndex = from;
  for (let match = each.exec(text); match?.[0]; match = each.exec(text)) {
    const line = match[1]!.trimEnd();
    const indent = line.length - line.trimStart().length;
    const mark = MARKED.exec(line);
    const end = match.index + line.length;
    if (line === '') continue;
    if (mark && (indent === marks || indent === dashes)) {
      const start = match.index + mark[0].length;
      entries.push({ mark: { start: match.index, end: start }, words: { start, end }, goesOn: false });
      isMarked = true;
    } else if (indent > marks && indent > dashes) {
      if (isMarked) entries[entries.length - 1]!.goesOn = true;
    } else if (ENTRY.test(line) && indent === dashes) isMarked = false;
    else break;
    if (isMarked) lines.push({ start: match.index, end });
  }
  return { entries, lines };
}
