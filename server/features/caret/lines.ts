import type { Slice } from '../../records/slice';
import { lineEnd } from '../../text/lines';
import { readLine, skipSpaces, type WrittenLine } from './line';

/** A line that stands below another one. */
export interface LineBelow {
  number: number;
  /** Of its first character. */
  column: number;
  isListEntry: boolean;
  isKey: boolean;
}

/** The lines of the document that holds a line of a slice: those between its `---` or `...` markers. Each is read when asked for. */
export class Lines {
  readonly first: number;
  readonly last: number;
  /** Whether a `---` follows: then these lines are only what stands before the record. */
  readonly beforeMarker: boolean;
  /** Whether the record stands on the line of its `---`, in braces or quotes: then nothing can stand below it. */
  readonly isOnMarkerLine: boolean;
  readonly text: string;
  private readonly read = new Map<number, WrittenLine>();

  constructor(private readonly slice: Slice, around: number) {
    this.text = slice.text;
    const count = slice.lineStarts.length;
    let first = around;
    while (first > 0 && !this.marker(first - 1)) first--;
    let last = around;
    while (last + 1 < count && !this.marker(last + 1)) last++;
    this.first = first;
    this.last = last;
    this.isOnMarkerLine = first > 0 && /^---[ \t]+[^\s#\p{L}_]/u.test(this.text.slice(this.startOf(first - 1), this.startOf(first)));
    this.beforeMarker = last + 1 < count && this.marker(last + 1) === '---';
  }

  /** `---` or `...` where the line begins or ends a document. */
  marker(index: number): string | undefined {
    const mark = this.text.slice(this.startOf(index), this.startOf(index) + 4);
    return /^(?:---|\.\.\.)(?:\s|$)/.test(mark) ? mark.slice(0, 3) : undefined;
  }

  at(index: number): WrittenLine {
    let line = this.read.get(index);
    if (!line) {
      const { text, slice: { lineStarts } } = this;
      this.read.set(index, (line = readLine(text, this.startOf(index), lineEnd(text, lineStarts, index))));
    }
    return line;
  }

  /** The column of the first character of a line; undefined where the line is blank or only a comment. */
  column(index: number): number | undefined {
    const { text } = this;
    const start = this.startOf(index);
    const at = skipSpaces(text, start, text.length);
    return at >= text.length || /[\n\r#]/.test(text[at]!) ? undefined : at - start;
  }

  isListEntry(index: number): boolean {
    return this.at(index).dashes.length > 0;
  }

  /** Whether the record is written in braces, over several lines perhaps. */
  get areInBraces(): boolean {
    const first = this.below(this.first - 1);
    return first !== undefined && this.text[this.startOf(first.number) + first.column] === '{';
  }

  /** The next line behind one that is neither blank nor a comment. */
  below(index: number): LineBelow | undefined {
    for (let i = index + 1; i <= this.last; i++) {
      const column = this.column(i);
      if (column !== undefined) return { number: i, column, isListEntry: this.isListEntry(i), isKey: this.at(i).key !== undefined };
    }
    return undefined;
  }

  /** The number of the last line before one that is neither blank nor a comment. */
  above(index: number): number | undefined {
    for (let i = index - 1; i >= this.first; i--) if (this.column(i) !== undefined) return i;
    return undefined;
  }

  private startOf(index: number): number {
    const start = this.slice.lineStarts[index]!;
    return start === 0 && this.text.charCodeAt(0) === 0xfeff ? 1 : start;
  }
}
