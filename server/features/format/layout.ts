import { tidyEnd, tidyLines } from './between-lines';
import { isBelow, OpenBlocks, STEP, type Block, type Line } from './blocks';
import type { LayoutEdit } from './layout-edit';
import { indent, moveBlockText, moveContinuation, widthOf } from './long-text';
import { spaceBetween } from './spacing';
import { textStart, type Token } from './tokens';

/** What a record's layout depends on beside the record: what stands around it in the file. */
export interface Surroundings {
  /** No record follows. */
  isLast: boolean;
  /** As the file writes it. */
  lineBreak: string;
}

/**
 * The edits of white space that give a record its canonical layout, in order of place. The record has no faults.
 * @param tokens all of `text`
 */
export function layOut(text: string, tokens: readonly Token[], { isLast, lineBreak }: Surroundings): LayoutEdit[] {
  // Keys behind a question mark, or empty ones, are left to whoever can read them.
  if (tokens.some(({ kind, lineStart }) => kind === 'question' || (kind === 'colon' && lineStart !== undefined))) return [];
  const layout = new Layout(text, tokens);
  tokens.forEach((_, index) => layout.place(index));
  layout.end(isLast, lineBreak);
  return layout.edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

class Layout {
  readonly edits: LayoutEdit[] = [];
  private readonly blocks = new OpenBlocks();
  /** Comments on lines of their own which wait for what follows them. */
  private comments: Token[] = [];
  /** How many braces and brackets are open. */
  private depth = 0;
  /** Where the line of the token before began. */
  private lineStart = 0;
  /** The new column behind the token before. */
  private column = 0;
  /** The last token that is no comment. */
  private last?: Token;

  constructor(private readonly text: string, private readonly tokens: readonly Token[]) {}

  /** Gives a token its place; those before it have theirs. */
  place(index: number): void {
    const token = this.tokens[index]!;
    if (token.lineStart === undefined) this.placeInLine(token, index);
    else this.placeOnLine(token, token.lineStart, index);
    if (token.kind === 'open') this.depth++;
    if (token.kind === 'close') this.depth--;
    if (token.kind === 'scalar') this.placeRest(token);
    if (token.kind === 'block-text' && this.blocks.innermost) moveBlockText(this.text, token, this.blocks.innermost, this.edits);
    this.column += token.end - token.start;
    if (token.kind !== 'comment') this.last = token;
  }

  end(isLast: boolean, lineBreak: string): void {
    this.closeAll();
    tidyEnd(this.text, this.tokens.at(-1)?.end ?? textStart(this.text), isLast, lineBreak, this.edits);
  }

  /** A token that is the first on its line. */
  private placeOnLine(token: Token, lineStart: number, index: number): void {
    tidyLines(this.text, this.tokens[index - 1]?.end ?? textStart(this.text), lineStart, this.depth > 0, this.edits);
    this.lineStart = lineStart;
    const old = widthOf(this.text, lineStart, token.start);
    if (this.depth > 0) this.column = Math.max(0, old + this.blocks.shift);
    else if (token.kind === 'comment') return void this.comments.push(token);
    else if (token.kind === 'marker' || token.kind === 'directive') this.column = this.closeAll();
    else this.column = this.placeLine({ old, isDash: token.kind === 'dash' }, index);
    indent(this.text, lineStart, token.start, this.column, this.edits);
  }

  /** The new column of a line with an entry or a value, and those of the comments above it. */
  private placeLine(line: Line, index: number): number {
    const above = this.blocks.innermost;
    const closed = this.blocks.close(line);
    const kind = this.entryAt(index);
    const column = kind ? this.blocks.enter(kind, line.old) : this.blocks.contentColumn;
    if (above && !isBelow(above, line)) closed.push(...this.placeForMissing(above));
    this.placeComments(line.old, column, closed);
    return column;
  }

  /** Ends every block; the comments that still wait stay in theirs. The column of what follows. */
  private closeAll(): number {
    const above = this.blocks.innermost;
    this.placeComments(-1, 0, [...this.blocks.close(), ...(above ? this.placeForMissing(above) : [])]);
    return 0;
  }

  /** Below a key or dash that nothing follows there is a place too: somebody may have made a comment of what stood there. */
  private placeForMissing({ old, now }: Block): Block[] {
    return this.last?.kind === 'colon' || this.last?.kind === 'dash' ? [{ kind: 'map', old: old + 1, now: now + STEP }] : [];
  }

  /**
   * A comment stands above what follows it; one that is indented deeper than that stays with what ends there.
   * @param closed what ends there, outermost first
   */
  private placeComments(nextOld: number, next: number, closed: readonly Block[]): void {
    for (const { start, lineStart } of this.comments) {
      const old = widthOf(this.text, lineStart!, start);
      const deepest = old > nextOld ? closed.findLast(block => block.old <= old) : undefined;
      // Where a list stands right below its key, a comment there is rather about what is around the list.
      const within = deepest && closed.find(block => block.old === deepest.old);
      indent(this.text, lineStart!, start, within?.now ?? next, this.edits);
    }
    this.comments = [];
  }

  /** A token with others before it on its line. */
  private placeInLine(token: Token, index: number): void {
    const before = this.tokens[index - 1]!;
    const old = this.text.slice(before.end, token.start);
    const space = spaceBetween(before, token, this.depth > 0) ?? old;
    this.column += space.length;
    const kind = this.depth === 0 && (before.kind === 'dash' || before.kind === 'marker') ? this.entryAt(index) : undefined;
    if (kind) this.blocks.enter(kind, token.start - this.lineStart, this.column);
    if (space !== old) this.edits.push({ start: before.end, end: token.start, text: space, moves: kind !== undefined });
  }

  /** The other lines of a plain or quoted text. */
  private placeRest(token: Token): void {
    const { contentColumn, shift } = this.blocks;
    moveContinuation(this.text, token.node!, this.depth > 0 ? old => Math.max(0, old + shift) : () => contentColumn, this.edits);
  }

  /** What begins with a token: an entry of a list or of a mapping, or neither. */
  private entryAt(index: number): Block['kind'] | undefined {
    const { tokens } = this;
    if (tokens[index]!.kind === 'dash') return 'list';
    while (tokens[index]?.kind === 'property' && isOnLine(tokens[index + 1])) index++;
    const isWord = tokens[index]?.kind === 'scalar' || tokens[index]?.kind === 'alias';
    return isWord && isOnLine(tokens[index + 1]) && tokens[index + 1]!.kind === 'colon' ? 'map' : undefined;
  }
}

function isOnLine(token: Token | undefined): boolean {
  return token !== undefined && token.lineStart === undefined;
}
