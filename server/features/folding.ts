import { commentsOf } from '../records/comments';
import { trimmed } from '../records/fault';
import type { Slice } from '../records/slice';
import { lastAtOrBelow } from '../text/lines';
import type { Span } from '../text/span';
import { pairSpan, walk } from './place';

/** Lines that can be folded away under their first one. Lines from 0, in the slice. */
export interface Fold {
  startLine: number;
  /** Hidden too; after `startLine`. */
  endLine: number;
  /** How deep it lies: 0 for a record. Where there are too many folds, the deepest go first. */
  depth: number;
  isComment: boolean;
}

/** What can be folded in a slice: the record, everything in it that takes several lines, and comments of several lines. At most one fold begins on a line. */
export function folds(slice: Slice): Fold[] {
  const { text, lineStarts, record: { root } } = slice;
  const byLine = new Map<number, Fold>();
  const add = (span: Span, depth: number, closing: boolean, isComment = false) => {
    const { start, end } = trimmed(text, span);
    const startLine = lastAtOrBelow(lineStarts, start);
    // The line with the closing bracket stays to be seen.
    const endLine = lastAtOrBelow(lineStarts, end) - (closing ? 1 : 0);
    if (endLine > startLine && !byLine.has(startLine)) byLine.set(startLine, { startLine, endLine, depth, isComment });
  };
  if (root) {
    // What lies further out comes first, and keeps the line.
    walk(root, (node, path, pair) => add(pair ? pairSpan(pair) : node, path.length, node.kind !== 'scalar' && node.flow));
  }
  for (const run of commentRuns(slice)) add(run, 1, false, true);
  return [...byLine.values()].sort((a, b) => a.startLine - b.startLine);
}

/** Runs of comments on lines of their own, with nothing between them. */
function commentRuns({ text, record: { root } }: Slice): Span[] {
  const runs: Span[] = [];
  for (const { start, end, alone } of text.includes('#') ? commentsOf(text, root) : []) {
    const last = runs.at(-1);
    if (!alone) continue;
    if (last && /^(?:\r\n|[\n\r])[ \t]*$/.test(text.slice(last.end, start))) last.end = end;
    else runs.push({ start, end });
  }
  return runs;
}
