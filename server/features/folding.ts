import { trimmed } from '../records/fault';
import type { Slice } from '../records/slice';
import { lastAtOrBelow } from '../text/lines';
import { keep } from './kept';
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
export const folds = keep((slice: Slice): readonly Fold[] => {
  const { text, lineStarts, record: { root } } = slice;
  const byLine = new Map<number, Fold>();
  const inText = new Set<number>();
  const add = (fold: Fold) => {
    // What lies further out comes first, and keeps the line.
    if (fold.endLine > fold.startLine && !byLine.has(fold.startLine)) byLine.set(fold.startLine, fold);
  };
  if (root) walk(root, (node, { length: depth }, pair) => {
    const { start, end } = trimmed(text, pair ? pairSpan(pair) : node);
    const [startLine, endLine] = [lastAtOrBelow(lineStarts, start), lastAtOrBelow(lineStarts, end)];
    if (node.kind === 'scalar') for (let line = startLine + 1; line <= endLine; line++) inText.add(line);
    // The line with a closing bracket stays to be seen.
    add({ startLine, endLine: node.kind !== 'scalar' && node.flow ? endLine - 1 : endLine, depth, isComment: false });
  });
  for (const run of commentRuns(slice, inText)) add({ ...run, depth: 1, isComment: true });
  return [...byLine.values()].sort((a, b) => a.startLine - b.startLine);
});

/** Runs of lines that hold nothing but a comment; what looks like one in a text of several lines is none. */
function* commentRuns({ text, lineStarts }: Slice, inText: ReadonlySet<number>): Generator<{ startLine: number; endLine: number }> {
  let startLine = -1;
  for (let line = 0; line <= lineStarts.length; line++) {
    COMMENT_LINE.lastIndex = lineStarts[line] ?? text.length;
    const isComment = COMMENT_LINE.test(text) && !inText.has(line);
    if (isComment && startLine < 0) startLine = line;
    if (isComment || startLine < 0) continue;
    yield { startLine, endLine: line - 1 };
    startLine = -1;
  }
}

const COMMENT_LINE = /\uFEFF?[ \t]*#/y;
