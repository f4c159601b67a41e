import type { ListNode, MapNode, Node, Pair, ScalarNode } from './node';
import { COLON, HASH, isSpaceOrEnd, Lines, NotPlain, skipSpaces, SPACE } from './plain-lines';
import { readBlockText, readPlainKey, readPlainText, readQuoted } from './plain-text';

/**
 * Reads a record as nearly all are written: fields on lines of their own, lists with dashes, texts without escapes. It reads many
 * times faster than the parser and gives the same tree (`test/records/plain.test.ts` holds the two equal); at the first thing
 * that it does not know for certain, and at a key that stands twice, it gives up, and the parser reads the record, mistakes and all.
 * @returns undefined where the parser has to read it
 */
export function readPlain(text: string): Node | undefined {
  if (text.length > LARGEST || ODD.test(text)) return undefined;
  try {
    return new PlainReader(text).root();
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/** Records larger than this are not worth the risk: nobody writes them by hand. */
const LARGEST = 128 * 1024;

/** Characters that are mistakes, or breaks of a line for some and not for others: tabs, controls, odd spaces, those without width, lone CR. */
const ODD = /[^\n\r\u0020-\u007e\u00a1-\u167f\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ufefe\uff00-\uffff]|\r(?!\n)/;

/** Nothing in a record lies deeper than a few levels. */
const DEEPEST = 20;

const QUOTE = 0x22, APOSTROPHE = 0x27, PIPE = 0x7c, GREATER = 0x3e;
const KEY_START = /[\p{L}\p{N}_]/u;

/** Nearly all keys begin with one, so that the pattern is seldom asked. */
function isSmallLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

class PlainReader {
  private readonly lines: Lines;
  private depth = 0;

  constructor(private readonly text: string) {
    this.lines = new Lines(text);
  }

  root(): Node {
    const { lines } = this;
    if (lines.column === 0 && this.text.startsWith('---', lines.content)) lines.nextBehind(lines.content + 3);
    if (lines.column !== 0) throw new NotPlain();
    const root = this.block(this.key());
    if (lines.column >= 0) throw new NotPlain();
    return root;
  }

  /** The mapping that begins with a key, or the list that begins at the content. */
  private block(key: ScalarNode | undefined): Node {
    if (++this.depth > DEEPEST) throw new NotPlain();
    const node = key ? this.map(key) : this.list(false);
    this.depth--;
    return node;
  }

  private map(first: ScalarNode): MapNode {
    const { lines } = this;
    const { column } = lines;
    const pairs: Pair[] = [];
    let value: Node;
    for (let key: ScalarNode | undefined = first; ; key = this.key()) {
      if (!key) throw new NotPlain();
      value = this.value(key.end + 1, column, true);
      pairs.push({ key, value });
      if (lines.column !== column) break;
    }
    if (lines.column > column || hasOneTwice(pairs)) throw new NotPlain();
    return { kind: 'map', start: first.start, end: value.end, flow: false, pairs };
  }

  /** @param inField its dashes stand in the column of the field's name, so another field may follow there */
  private list(inField: boolean): ListNode {
    const { lines } = this;
    const { content: start, column } = lines;
    const items: Node[] = [];
    while (lines.column === column && lines.isAtDash) items.push(this.item(column));
    if (!items.length || lines.column > column || (lines.column === column && !inField)) throw new NotPlain();
    return { kind: 'list', start, end: items.at(-1)!.end, flow: false, items };
  }

  private item(column: number): Node {
    const { lines } = this;
    const dash = lines.content;
    lines.content = skipSpaces(this.text, dash + 1);
    lines.column = column + lines.content - dash;
    if (lines.isAtDash) throw new NotPlain();
    const key = this.key();
    return key ? this.block(key) : this.value(dash + 1, column, false);
  }

  /** The value that begins behind an offset on this line, or on the lines below. `column` is that of the field or list it belongs to. */
  private value(from: number, column: number, ofField: boolean): Node {
    const { text, lines } = this;
    const start = skipSpaces(text, from);
    if (start < lines.end && (start === from || text.charCodeAt(start) !== HASH)) return this.written(start, column);
    lines.next();
    if (lines.column > column) return this.block(this.key());
    if (ofField && lines.column === column && lines.isAtDash) return this.list(true);
    return { kind: 'scalar', start, end: start, value: null, text: '', style: 'plain' };
  }

  private written(start: number, column: number): ScalarNode {
    const code = this.text.charCodeAt(start);
    if (code === QUOTE || code === APOSTROPHE) return this.quoted(start);
    return code === PIPE || code === GREATER ? readBlockText(this.lines, start, column) : readPlainText(this.lines, start, column);
  }

  private quoted(start: number): ScalarNode {
    const node = readQuoted(this.text, start);
    this.lines.nextBehind(node.end);
    return node;
  }

  /** The key that the content begins with, or undefined where no name with a colon stands there. */
  private key(): ScalarNode | undefined {
    const { text, lines } = this;
    const { content: start, end } = lines;
    if (start >= end) return undefined;
    const first = text.charCodeAt(start);
    if (first === QUOTE || first === APOSTROPHE) {
      const quoted = readQuoted(text, start);
      return this.isColon(quoted.end) ? quoted : undefined;
    }
    if (!isSmallLetter(first) && !KEY_START.test(text[start]!)) return undefined;
    const colon = lines.endOfKey(start);
    if (colon < 0 || lines.endOfWords(start) < colon) return undefined;
    if (text.charCodeAt(colon - 1) === SPACE) throw new NotPlain();
    return readPlainKey(text, start, colon);
  }

  /** Whether the colon that ends a key stands at an offset. */
  private isColon(at: number): boolean {
    return this.text.charCodeAt(at) === COLON && isSpaceOrEnd(this.text.charCodeAt(at + 1));
  }
}

function hasOneTwice(pairs: readonly Pair[]): boolean {
  if (pairs.length === 1) return false;
  const names = new Set<string>();
  for (const { key } of pairs) names.add(key.text);
  return names.size < pairs.length;
}
