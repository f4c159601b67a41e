import type { Slice } from '../../records/slice';
import { valueAt } from '../../reference/fields';
import type { TextEdit } from '../../rules/rule';
import { lastAtOrBelow, lineEnd } from '../../text/lines';
import type { Span } from '../../text/span';
import { placeAt } from '../place';
import { STEP } from './blocks';
import { tokensOf, type Token } from './tokens';

/**
 * What to do when a line break was typed: a list of texts goes on with a dash, an entry with nothing in it ends its list, fields
 * stand below each other, and what belongs below a key stands deeper. Only a line that is still empty is touched; the lines of a
 * block text are merely indented alike.
 * @param offset of the caret in the slice, on the new line
 * @param typed the character that was typed
 */
export function formatOnType(slice: Slice, offset: number, typed: string): TextEdit[] {
  const line = lastAtOrBelow(slice.lineStarts, offset);
  return typed === '\n' && line > 0 ? new NewLine(slice, line).edits() : [];
}

class NewLine {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly line: Span;
  private readonly above: Span;

  constructor(private readonly slice: Slice, line: number) {
    const at = (index: number) => ({ start: slice.lineStarts[index]!, end: lineEnd(slice.text, slice.lineStarts, index) });
    this.text = slice.text;
    this.line = at(line);
    this.above = at(line - 1);
    this.tokens = tokensOf(slice.text, slice.record.root);
  }

  edits(): TextEdit[] {
    const blockText = this.tokens.find(({ kind, start, end }) => kind === 'block-text' && start <= this.above.end && end > this.above.start);
    if (blockText) return this.begin(' '.repeat(this.columnInBlockText(blockText)), this.indentation());
    if (this.text.slice(this.line.start, this.line.end).trim() || this.isInsideOfText() || this.isInFlow()) return [];
    const words = this.tokens.filter(({ kind, start }) => kind !== 'comment' && start >= this.above.start && start <= this.above.end);
    if (words.some(({ kind }) => kind === 'other' || kind === 'question' || kind === 'marker')) return [];
    const entry = words.filter(({ kind }) => kind !== 'dash');
    const dash = words.findLast(({ kind }) => kind === 'dash');
    if (entry[1]?.kind === 'colon') return this.belowField(entry[0]!, entry.length === 2);
    if (!dash) return [];
    if (!entry.length) return words.length === 1 ? this.endList(dash) : [];
    return entry[0]!.kind === 'property' ? [] : this.begin(`${' '.repeat(this.column(dash))}- `);
  }

  private belowField(key: Token, isOpen: boolean): TextEdit[] {
    const column = this.column(key);
    if (!isOpen) return this.begin(' '.repeat(column));
    const { root } = this.slice.record;
    const types = valueAt(placeAt(root, key.start).path)?.types;
    if (types?.length && !types.includes('object') && !types.includes('array')) return [];
    const below = this.below();
    const isContent = below && (below.column > column || (below.column === column && below.token.kind === 'dash'));
    return this.begin(' '.repeat(isContent ? below.column : column + STEP));
  }

  /** Takes an empty entry away: what comes next stands beside the key of the list. */
  private endList(dash: Token): TextEdit[] {
    const column = this.column(dash);
    const below = this.below();
    if (below && below.column > column) return [];
    const key = this.tokens.findLast(({ kind, start, lineStart }) =>
      lineStart !== undefined && start < dash.start && kind !== 'comment' && (start - lineStart < column || (start - lineStart === column && kind !== 'dash')));
    const indent = key ? key.start - key.lineStart! : 0;
    return [{ start: this.above.start, end: this.line.end, text: ' '.repeat(indent) }];
  }

  /** Puts a beginning in the place of what the new line has of one. */
  private begin(beginning: string, now = this.line): TextEdit[] {
    return this.text.slice(now.start, now.end) === beginning ? [] : [{ start: now.start, end: now.end, text: beginning }];
  }

  /** The column of the lines of a block text: as those above have it, or those below, or as it is to be. */
  private columnInBlockText(token: Token): number {
    const above = this.text.slice(token.start, this.above.end).split('\n').slice(1);
    const below = this.text.slice(this.line.end, token.end).split('\n');
    const example = above.findLast(line => line.trim()) ?? below.find(line => line.trim());
    if (example !== undefined) return /^ */.exec(example)![0].length;
    const mark = this.tokens.findLastIndex(({ kind, start }) => start >= this.above.start && start < token.start && (kind === 'dash' || kind === 'colon'));
    const holder = this.tokens[mark]?.kind === 'colon' ? this.tokens[mark - 1] : this.tokens[mark];
    return holder ? this.column(holder) + STEP : STEP;
  }

  private indentation(): Span {
    const { start, end } = this.line;
    return { start, end: start + /^[ \t]*/.exec(this.text.slice(start, end))![0].length };
  }

  /** Whether the line break was typed within a plain or quoted text of several lines. */
  private isInsideOfText(): boolean {
    return this.tokens.some(({ kind, start, end }) => kind === 'scalar' && start < this.line.start && end > this.line.start);
  }

  private isInFlow(): boolean {
    let depth = 0;
    for (const { kind, start } of this.tokens) {
      if (start >= this.line.start) break;
      if (kind === 'open') depth++;
      else if (kind === 'close') depth--;
    }
    return depth > 0;
  }

  /** What follows the new line, with its column. */
  private below(): { token: Token; column: number } | undefined {
    const token = this.tokens.find(({ kind, start, lineStart }) => kind !== 'comment' && lineStart !== undefined && start > this.line.end);
    return token && { token, column: token.start - token.lineStart! };
  }

  private column({ start }: Token): number {
    return start - this.above.start;
  }
}
