import type { Node, ScalarNode } from '../../records/node';
import type { Span } from '../../text/span';

export type TokenKind =
  | 'scalar' | 'block-text' | 'alias' | 'property' | 'comment' | 'dash' | 'question' | 'colon' | 'comma' | 'open' | 'close' | 'marker' | 'directive' | 'other';

/**
 * A word or mark of a record that has no faults. Line breaks, white space and a byte order mark are what stands between tokens;
 * a block text (`|`, `>-`) is one token from its mark to the end of its last line.
 */
export interface Token extends Span {
  kind: TokenKind;
  /** Where its line begins, if nothing stands before it there. */
  lineStart?: number;
  /** For words: what the tree has of them. */
  node?: ScalarNode;
}

/** What may stand outside of words. Comments begin where words cannot go on, so none of these needs a look behind. */
const MARK = /#[^\n\r]*|---(?=\s|$)|\.\.\.(?=\s|$)|%[^\n\r]*|[&*!][^\s,[\]{}]*|\S/g;

const KINDS: Readonly<Record<string, TokenKind>> = {
  '#': 'comment', '-': 'dash', '?': 'question', ':': 'colon', ',': 'comma', '[': 'open', '{': 'open', ']': 'close', '}': 'close',
  '&': 'property', '!': 'property', '*': 'alias', '%': 'directive', '.': 'marker',
};

/** The tokens of a record's text, in order. @param root its tree, which knows where words begin and end */
export function tokensOf(text: string, root: Node | null): Token[] {
  const tokens: Token[] = [];
  let end = textStart(text);
  const add = (kind: TokenKind, start: number, stop: number, node?: ScalarNode) => {
    tokens.push({ kind, start, end: stop, lineStart: lineStartBetween(text, end, start), node });
    end = stop;
  };
  const addMarks = (before: number) => {
    MARK.lastIndex = end;
    for (let match = MARK.exec(text); match && match.index < before; match = MARK.exec(text)) {
      const mark = match[0].trimEnd();
      add(mark === '---' ? 'marker' : KINDS[mark[0]!] ?? 'other', match.index, match.index + mark.length);
    }
  };
  for (const node of root ? scalarsOf(root, []) : []) {
    addMarks(node.start);
    add(kindOf(text, node), node.start, node.end, node);
  }
  addMarks(text.length);
  return tokens;
}

function kindOf(text: string, { style, start }: ScalarNode): TokenKind {
  if (text[start] === '*') return 'alias';
  return style === 'literal' || style === 'folded' ? 'block-text' : 'scalar';
}

/** The words of a tree in order of place; what an alias stands for is written elsewhere. */
function scalarsOf(node: Node, found: ScalarNode[]): ScalarNode[] {
  if (node.kind === 'scalar') {
    if (node.end > node.start) found.push(node);
    return found;
  }
  const children = node.kind === 'list' ? node.items : node.pairs.flatMap(({ key, value }) => [key, value]);
  for (const child of children) if (child.start >= node.start && child.end <= node.end) scalarsOf(child, found);
  return found;
}

/** Where the line of `start` begins, if that is not before `from`, the end of the token before. */
function lineStartBetween(text: string, from: number, start: number): number | undefined {
  for (let i = start; i >= from; i--) {
    if (isLineStart(text, i)) return i;
  }
  return undefined;
}

/** Where the first line begins: behind a byte order mark. */
export function textStart(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

export function isLineStart(text: string, at: number): boolean {
  return at <= textStart(text) || text[at - 1] === '\n';
}
