import type { Span } from '../text/span';
import type { Node } from './node';

/** A comment with its `#`, up to the end of its line. Offsets in the slice. */
export interface Comment extends Span {
  text: string;
  /** Nothing but white space stands before it on its line. */
  alone: boolean;
}

/** The comments of a record's text: every `#` at the beginning of a word that does not stand in a value or key of the tree. */
export function commentsOf(text: string, root: Node | null): Comment[] {
  const words = root ? scalarSpans(text, root) : [];
  const comments: Comment[] = [];
  let next = 0;
  const mark = /(?<=^|[ \t\n\r\uFEFF])#[^\n\r]*/g;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const start = match.index;
    while (next < words.length && words[next]!.end <= start) next++;
    const word = words[next];
    if (word && word.start < start) {
      // Behind the word, a comment may follow on the same line.
      mark.lastIndex = word.end;
      continue;
    }
    comments.push({ start, end: start + match[0].length, text: match[0], alone: standsAlone(text, start) });
  }
  return comments;
}

/** Whether nothing but white space stands before an offset on its line. */
function standsAlone(text: string, at: number): boolean {
  let i = at;
  while (i > 0 && (text[i - 1] === ' ' || text[i - 1] === '\t' || text[i - 1] === '\uFEFF')) i--;
  return i === 0 || text[i - 1] === '\n' || text[i - 1] === '\r';
}

/** The spans of all keys and values, in order of place; aliases lead to spans elsewhere, so these are sorted and not trusted to nest. */
function scalarSpans(text: string, root: Node): Span[] {
  const spans: Span[] = [];
  const waiting: Node[] = [root];
  const seen = new Set<unknown>();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.kind === 'scalar') {
      // The line that opens a block text (`|`, `>-`) may carry a comment; its other lines are all text.
      const block = node.style === 'literal' || node.style === 'folded';
      const start = block ? node.start + text.slice(node.start, node.end).search(/[\n\r]|$/) : node.start;
      if (node.end > start) spans.push({ start, end: node.end });
      continue;
    }
    // What an alias stands for is read once, at its anchor.
    const children = node.kind === 'list' ? node.items : node.pairs;
    if (seen.has(children)) continue;
    seen.add(children);
    for (const child of children) waiting.push(...('key' in child ? [child.key, child.value] : [child]));
  }
  return spans.sort((a, b) => a.start - b.start);
}
