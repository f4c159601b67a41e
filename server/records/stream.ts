import { lastAtOrBelow, offsetAt, positionAt } from '../text/lines';
import type { Position, Range } from '../text/span';
import { cut, holdsTooMany, MOST_RECORDS, staysCut } from './cut';
import { Slice } from './slice';

/** One change of a text: the range it replaces (absent: all of it) and the text that comes in its place. */
export interface TextChange {
  range?: Range;
  text: string;
}

/** How often looking for a slice among all costs less than counting them once. */
const FEW = 50;

/**
 * A YAML stream as the slices of its records. Immutable: an edit makes a new stream which shares every slice that it did not
 * touch, with all that was read from it. So an edit costs what it touched, in a file of one record or of ten thousand.
 */
export class RecordStream {
  private knownOffsets?: readonly number[];
  /** Line of the text on which each slice begins, from 0. */
  readonly firstLines: readonly number[];
  private askedFor = 0;
  private indices?: Map<Slice, number>;

  private constructor(readonly slices: readonly Slice[]) {
    const firstLines: number[] = [];
    let line = 0;
    let before: Slice | undefined;
    for (const slice of slices) {
      // The lines of the last slice are nobody's to count: most files hold one record, and most of these nothing to tell a place of.
      if (before) line += before.lineStarts.length - 1;
      firstLines.push(line);
      before = slice;
    }
    this.firstLines = firstLines;
  }

  /** Offset of each slice in the text. */
  get offsets(): readonly number[] {
    return (this.knownOffsets ??= startsOf(this.slices));
  }

  /** Reads a whole text; slices that `previous` has already are taken from there. */
  static of(text: string, previous?: RecordStream): RecordStream {
    return new RecordStream(cutReusing(text, previous?.slices ?? []));
  }

  /** The text, put together anew: for saving and for tests, not for each key press. */
  get text(): string {
    return this.slices.map(slice => slice.text).join('');
  }

  get length(): number {
    const last = this.slices.length - 1;
    return this.offsets[last]! + this.slices[last]!.text.length;
  }

  get lineCount(): number {
    const last = this.slices.length - 1;
    return this.firstLines[last]! + this.slices[last]!.lineStarts.length;
  }

  edit(change: TextChange): RecordStream {
    if (!change.range) return RecordStream.of(change.text, this);
    const start = this.locate(change.range.start);
    const end = this.locate(change.range.end);
    // The slice before is cut again too: it ends where the first touched line begins.
    const first = Math.max(0, start.index - 1);
    const before = this.slices.slice(first, start.index).map(slice => slice.text).join('');
    let region = before + this.slices[start.index]!.text.slice(0, start.offset) + change.text + this.slices[end.index]!.text.slice(end.offset);
    let next = end.index + 1;
    while (next < this.slices.length && !staysCut(region, this.slices[next]!.text)) region += this.slices[next++]!.text;
    const touched = region === '' && this.slices.length > next - first ? [] : cutReusing(region, this.slices.slice(first, next));
    const edited = new RecordStream([...this.slices.slice(0, first), ...touched, ...this.slices.slice(next)]);
    // A slice has two separators at most: where there may be too many by now, the whole text tells.
    return edited.slices.length > MOST_RECORDS / 2 && holdsTooMany(edited.text) ? RecordStream.of(edited.text) : edited;
  }

  /** The slice that holds a place of the text, and the offset in it. A place outside is moved to the nearest one inside. */
  locate(position: Position): { index: number; slice: Slice; offset: number } {
    const index = lastAtOrBelow(this.firstLines, position.line);
    const slice = this.slices[index]!;
    const offset = offsetAt(slice.text, slice.lineStarts, { line: position.line - this.firstLines[index]!, character: position.character });
    return { index, slice, offset };
  }

  /** The slice that holds an offset of the text, and the offset in it. */
  locateOffset(offset: number): { index: number; slice: Slice; offset: number } {
    const index = lastAtOrBelow(this.offsets, offset);
    return { index, slice: this.slices[index]!, offset: offset - this.offsets[index]! };
  }

  /** The number of one of its slices; -1 for any other. All are counted as soon as many have been asked for: after a key press few are. */
  indexOf(slice: Slice): number {
    if (++this.askedFor <= FEW) return this.slices.indexOf(slice);
    this.indices ??= new Map(this.slices.map((each, index) => [each, index]));
    return this.indices.get(slice) ?? -1;
  }

  /** The place in the text of an offset in slice number `index`. */
  positionOf(index: number, offset: number): Position {
    const { line, character } = positionAt(this.slices[index]!.lineStarts, offset);
    return { line: line + this.firstLines[index]!, character };
  }

  rangeOf(index: number, span: { start: number; end: number }): Range {
    return { start: this.positionOf(index, span.start), end: this.positionOf(index, span.end) };
  }

  /** Numbers of the slices that hold a record or the beginnings of one (the others are blank or hold only comments). */
  get records(): { index: number; slice: Slice }[] {
    return this.slices.map((slice, index) => ({ index, slice })).filter(({ slice }) => !slice.isBlank);
  }
}

function startsOf(slices: readonly Slice[]): number[] {
  let offset = 0;
  return slices.map(({ text }) => {
    const start = offset;
    offset += text.length;
    return start;
  });
}

/** Slices of a text; those that stand in `old` already, with the same text, are taken from there, each once. */
function cutReusing(text: string, old: readonly Slice[]): Slice[] {
  if (!old.length) return cut(text).map(piece => new Slice(piece));
  const known = new Map<string, Slice[]>();
  for (const slice of old) {
    const alike = known.get(slice.text);
    if (alike) alike.push(slice);
    else known.set(slice.text, [slice]);
  }
  // Those that are alike are taken from the last on: which one it is makes no difference, and taking the first would move all others.
  for (const alike of known.values()) alike.reverse();
  return cut(text).map(piece => known.get(piece)?.pop() ?? new Slice(piece));
}
