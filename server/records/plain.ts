import type { ListNode, MapNode, Node, Pair, ScalarNode } from './node';
import { endOfKey, NotPlain, readBlockText, readPlainKey, readPlainText, readQuoted, type Written } from './plain-text';
import { endOfLine, HASH, isSpaceOrEnd, NEWLINE, nextLine, RETURN, skipSpaces, SPACE } from './plain-lines';

/**
 * Reads a record as nearly all are written: fields on lines of their own, lists with dashes, texts without escapes. It reads many
 * times faster than the parser and gives the same tree (`test/records/plain.test.ts` holds the two equal); at the first thing
 * that it does not know for certain it gives up, and the parser reads the record, mistakes and all.
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

const DASH = 0x2d, COLON = 0x3a, QUOTE = 0x22, APOSTROPHE = 0x27;
const KEY_START = /[\p{L}\p{N}_]/u;

/** Nearly all keys begin with one, so that the pattern is seldom asked. */
function isSmallLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/** Where reading is: on a line with content, of which `content` is the first character that has not been read, in column `column`. */
class PlainReader {
  private content = 0;
  private column = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  root(): Node {
    this.moveTo(0);
    if (this.column === 0 && this.text.startsWith('---', this.content)) this.moveTo(this.nothingBehind(this.content + 3));
    if (this.done || this.column !== 0) throw new NotPlain();
    const root = this.block();
    if (!this.done) throw new NotPlain();
    return root;
  }

  private get done(): boolean {
    return this.content >= this.text.length;
  }

  /** Goes to the next content from an offset on, which is the beginning of a line: over blank lines and comments. */
  private moveTo(lineStart: number): void {
    const { text } = this;
    for (let start = lineStart; ; ) {
      let at = start;
      while (text.charCodeAt(at) === SPACE) at++;
      const code = text.charCodeAt(at);
      if (code === HASH) at = endOfLine(text, at);
      else if (code !== NEWLINE && code !== RETURN) {
        this.content = at;
        this.column = at - start;
        return;
      }
      start = nextLine(text, at);
    }
  }

  /** The mapping or list that begins at the content. */
  private block(): Node {
    if (++this.depth > DEEPEST) throw new NotPlain();
    const node = this.atDash() ? this.list(false) : this.map();
    this.depth--;
    return node;
  }

  private map(): MapNode {
    const { content: start, column } = this;
    const pairs: Pair[] = [];
    while (!this.done && this.column === column) {
      const key = this.key();
      if (!key) throw new NotPlain();
      pairs.push({ key, value: this.value(key.end + 1, column, true) });
    }
    if (!this.done && this.column > column) throw new NotPlain();
    return { kind: 'map', start, end: pairs.at(-1)!.value.end, flow: false, pairs };
  }

  /** @param inField its dashes stand in the column of the field's name, so another field may follow there */
  private list(inField: boolean): ListNode {
    const { content: start, column } = this;
    const items: Node[] = [];
    while (!this.done && this.column === column && this.atDash()) items.push(this.item(column));
    if (!this.done && (this.column > column || (this.column === column && !inField))) throw new NotPlain();
    return { kind: 'list', start, end: items.at(-1)!.end, flow: false, items };
  }

  private item(column: number): Node {
    const dash = this.content;
    this.content = skipSpaces(this.text, dash + 1);
    this.column = column + this.content - dash;
    if (this.atDash()) throw new NotPlain();
    return this.key() ? this.block() : this.value(dash + 1, column, false);
  }

  /** The value that begins behind an offset on this line, or on the lines below. `column` is that of the field or list it belongs to. */
  private value(from: number, column: number, ofField: boolean): Node {
    const { text } = this;
    const start = skipSpaces(text, from);
    const code = text.charCodeAt(start);
    const nothing = start >= text.length || code === NEWLINE || code === RETURN || (code === HASH && start > from);
    if (!nothing) return this.written(start, column);
    this.moveTo(nextLine(text, endOfLine(text, start)));
    if (!this.done && this.column > column) return this.block();
    if (!this.done && ofField && this.column === column && this.atDash()) return this.list(true);
    return { kind: 'scalar', start, end: start, value: null, text: '', style: 'plain' };
  }

  private written(start: number, column: number): ScalarNode {
    const { text } = this;
    const code = text[start];
    const { node, next }: Written = code === '"' || code === "'" ? this.quoted(start) : code === '|' || code === '>' ? readBlockText(text, start, column) : readPlainText(text, start, column);
    this.moveTo(next);
    return node;
  }

  private quoted(start: number): Written {
    const node = readQuoted(this.text, start);
    return { node, next: this.nothingBehind(node.end) };
  }

  /** The key that the content begins with, or undefined where no name with a colon stands there. */
  private key(): ScalarNode | undefined {
    const { text, content: start } = this;
    const first = text.charCodeAt(start);
    if (first === QUOTE || first === APOSTROPHE) {
      const quoted = readQuoted(text, start);
      return this.isColon(quoted.end) ? quoted : undefined;
    }
    if (start >= text.length || !(isSmallLetter(first) || KEY_START.test(text[start]!))) return undefined;
    const line = text.slice(start, endOfLine(text, start));
    const colon = endOfKey(line);
    if (colon < 0) return undefined;
    const comment = line.indexOf(' #');
    if (comment >= 0 && comment < colon) return undefined;
    if (line.charCodeAt(colon - 1) === SPACE) throw new NotPlain();
    return readPlainKey(text, start, start + colon);
  }

  /** Whether the colon that ends a key stands at an offset. */
  private isColon(at: number): boolean {
    return this.text.charCodeAt(at) === COLON && isSpaceOrEnd(this.text.charCodeAt(at + 1));
  }

  private atDash(): boolean {
    return this.text.charCodeAt(this.content) === DASH && isSpaceOrEnd(this.text.charCodeAt(this.content + 1));
  }

  /** Where the next line begins, if nothing but a comment stands behind an offset. */
  private nothingBehind(end: number): number {
    const { text } = this;
    const at = skipSpaces(text, end);
    const isComment = text.charCodeAt(at) === HASH && at > end;
    if (!isComment && at < text.length && text.charCodeAt(at) !== NEWLINE && text.charCodeAt(at) !== RETURN) throw new NotPlain();
    return nextLine(text, endOfLine(text, at));
  }
}
