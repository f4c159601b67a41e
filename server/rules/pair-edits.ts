import type { MapNode, Node, Pair } from '../records/node';
import type { RecordText } from '../records/read';
import { lineBreakOf, lineStartAt } from '../text/lines';
import type { Span } from '../text/span';
import type { TextEdit } from './rule';

/** Edits that remove, add or move whole entries of a mapping, comments and line breaks looked after. */

/**
 * The edit that takes an entry out of a mapping, with its lines but not with its comments; undefined where that cannot be done
 * safely: another place refers to it, or it shares its line with something else.
 */
export function removal({ text }: RecordText, map: MapNode, pair: Pair): TextEdit | undefined {
  const end = contentEnd(text, pair);
  if (holdsAnchor(text, pair, end)) return undefined;
  if (map.flow) return { ...separated(text, pair.key.start, end), text: '' };
  const start = lineStartAt(text, pair.key.start);
  const indent = text.slice(start, pair.key.start);
  if (!/^[ \t]*$/.test(indent)) return undefined;
  const next = lineBreakAfter(text, end);
  const comments = withoutScalars(text, pair, next.start).match(/(?<=^|\s)#.*$/gm) ?? [];
  return { start, end: next.end, text: comments.map(comment => indent + comment + (text.slice(next.start, next.end) || lineBreakOf(text))).join('') };
}

/** The edit that adds entries, each written as one line, behind an entry of a mapping. */
export function addition({ text }: RecordText, map: MapNode, after: Pair, entries: readonly string[]): TextEdit {
  if (map.flow) {
    const end = contentEnd(text, after);
    return { start: end, end, text: entries.map(entry => `, ${entry}`).join('') };
  }
  const at = lastLineEnd(text, after);
  const indent = /^[ \t]*/.exec(text.slice(lineStartAt(text, after.key.start)))![0];
  return { start: at, end: at, text: entries.map(entry => lineBreakOf(text) + indent + entry).join('') };
}

/**
 * The edits that bring entries of one mapping into another order: `order[i]` comes to where `entries[i]` stands. Lines move whole,
 * with the comments at their end and those directly above. Undefined where an entry is referred to by another or refers to one.
 */
export function reordering({ text }: RecordText, map: MapNode, entries: readonly Pair[], order: readonly Pair[]): TextEdit[] | undefined {
  const chunks = new Map(entries.map(pair => [pair, map.flow ? { start: pair.key.start, end: contentEnd(text, pair) } : linesOf(text, map, pair)]));
  const moved = entries.flatMap((pair, i) => (order[i] === pair ? [] : [{ to: chunks.get(pair)!, from: chunks.get(order[i]!)! }]));
  if (moved.some(({ from }) => /(?:^|[\s:])[&*]\S/.test(bare(text, map, from)))) return undefined;
  return moved.map(({ to, from }) => ({ ...to, text: text.slice(from.start, from.end) }));
}

/** The line break at the end of the line that holds an offset; of no length at the end of the text. */
function lineBreakAfter(text: string, offset: number): Span {
  const found = /\r\n|[\n\r]/.exec(text.slice(offset));
  const start = found ? offset + found.index : text.length;
  return { start, end: start + (found?.[0].length ?? 0) };
}

/** Where the last word of an entry ends, before comments and blank lines. */
function contentEnd(text: string, { key, value }: Pair): number {
  const end = key.end + text.slice(key.end, lastWord(text, value)).trimEnd().length;
  return end > key.end ? end : key.end + (/^\s*:/.exec(text.slice(key.end))?.[0].length ?? 0);
}

function lastWord(text: string, node: Node): number {
  if (node.kind === 'scalar' || node.flow || text[node.start] === '*') return node.end;
  const last = node.kind === 'list' ? node.items.at(-1) : node.pairs.at(-1)?.value;
  return last ? lastWord(text, last) : node.end;
}

/** The lines of an entry without the last line break, from the first of the comments directly above it. */
function linesOf(text: string, map: MapNode, pair: Pair): Span {
  const end = lastLineEnd(text, pair);
  let start = lineStartAt(text, pair.key.start);
  const before = map.pairs.findLast(({ key }) => key.start < pair.key.start);
  const floor = before ? lineBreakAfter(text, lastLineEnd(text, before)).end : lineStartAt(text, map.start);
  // Comments above the first entry may be about all of them: they stay.
  while (before && start > floor) {
    const above = lineStartAt(text, text.slice(0, start).replace(/(?:\r\n|[\n\r])$/, '').length);
    if (above < floor || !/^[ \t]*#/.test(text.slice(above, start))) break;
    start = above;
  }
  return { start, end };
}

/** Where the last line of an entry ends. Comments below that stand deeper than its key are of it: often what they say once stood there. */
function lastLineEnd(text: string, pair: Pair): number {
  const end = lineBreakAfter(text, contentEnd(text, pair)).start;
  const column = pair.key.start - lineStartAt(text, pair.key.start);
  const comments = new RegExp(`(?:[\\n\\r]+ {${column + 1},}#[^\\n\\r]*)+`, 'y');
  comments.lastIndex = end;
  return end + (comments.exec(text)?.[0].length ?? 0);
}

/** A flow entry with the comma behind it, or the one before it where it is the last. */
function separated(text: string, start: number, end: number): Span {
  const behind = /^\s*,[ \t]*/.exec(text.slice(end));
  if (behind) return { start, end: end + behind[0].length };
  const before = /,\s*$/.exec(text.slice(0, start));
  return { start: before ? before.index : start, end };
}

function holdsAnchor(text: string, pair: Pair, end: number): boolean {
  return /(?:^|[\s:])&\S/.test(withoutScalars(text, pair, end));
}

/** The text of an entry up to `end`, with an x for every character of its words. */
function withoutScalars(text: string, pair: Pair, end: number): string {
  const pieces: string[] = [];
  let done = pair.key.start;
  for (const { start, end: stop } of scalarsOf(pair).sort((a, b) => a.start - b.start)) {
    // An alias stays as it is written; what it stands for lies elsewhere.
    if (text[start] === '*' || start < done || start >= end) continue;
    const to = Math.min(stop, end);
    // The words of a block text begin on the line below; behind its sign may stand a comment.
    const from = Math.min(to, start + (/^[|>][^\n\r]*/.exec(text.slice(start, to))?.[0].length ?? 0));
    pieces.push(text.slice(done, from), text.slice(from, to).replace(/[^\n\r]/g, 'x'));
    done = to;
  }
  return pieces.join('') + text.slice(done, end);
}

function bare(text: string, map: MapNode, { start, end }: Span): string {
  return map.pairs.filter(({ key }) => key.start >= start && key.start < end).map(pair => withoutScalars(text, pair, end).replace(/(?<=^|\s)#.*$/gm, '')).join('\n');
}

function scalarsOf({ key, value }: Pair): Span[] {
  const within = (node: Node): Span[] => node.kind === 'scalar' ? [node] : node.kind === 'list' ? node.items.flatMap(within) : node.pairs.flatMap(scalarsOf);
  return [key, ...within(value)];
}
