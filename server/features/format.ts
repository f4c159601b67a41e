import { readRecord, type RecordText } from '../records/read';
import type { Slice } from '../records/slice';
import type { RecordStream } from '../records/stream';
import type { Reference } from '../reference/reference';
import type { TextEdit } from '../rules/rule';
import { applyEdits } from '../text/edits';
import { composeEdits } from './format/compose-edits';
import { layOut, type Surroundings } from './format/layout';
import type { LayoutEdit } from './format/layout-edit';
import { orderFields } from './format/order';
import { sameContent } from './format/same-content';
import { tokensOf } from './format/tokens';
import { keep } from './kept';

export interface FormatOptions {
  /** Where given, fields and judgements are put in their order too, as this data has it. */
  fieldOrder?: Reference;
}

/** What formatting changes in one record of a stream: edits by offsets in slice number `index`. */
export interface SliceEdits {
  index: number;
  edits: readonly TextEdit[];
}

/**
 * Whether a record can be formatted. One with a fault is left as it is: what its author meant is not known. Nor is one with a lone
 * CR in it, which some programs take for the end of a line and others for text.
 */
export const canFormat = keep(({ text, record }: Slice): boolean => !record.faults.length && record.root?.kind !== 'scalar' && !/\r(?!\n)/.test(text));

/**
 * The edits, in order of place, that give a record its canonical layout: white space and nothing else, so that values, comments
 * and quotes stay byte for byte; none where it has it already, or cannot be formatted. Offsets in the slice.
 */
export function formatRecord(slice: Slice, { fieldOrder }: FormatOptions = {}, { isLast, lineBreak }: Surroundings = alone(slice)): readonly TextEdit[] {
  return formattingOf(slice, fieldOrder, isLast, lineBreak);
}

const formattingOf = keep((slice: Slice, fieldOrder: Reference | undefined, isLast: boolean, lineBreak: string): TextEdit[] => {
  const edits = layoutOf(slice, { isLast, lineBreak });
  if (!fieldOrder || !canFormat(slice)) return plain(checked(slice.record, edits));
  const laidOut = readRecord(applyEdits(slice.text, edits));
  return plain(checked(slice.record, composeEdits(slice.text, edits, orderFields(laidOut, fieldOrder))));
});

/** The same for each record of a stream that is not formatted yet. */
export function formatStream(stream: RecordStream, options: FormatOptions = {}): SliceEdits[] {
  return [...formatSlices(stream, options)].filter(hasEdits);
}

/** The same for one slice after another, with no edits for most: so that whoever keeps others waiting can pause between them. */
export function formatSlices(stream: RecordStream, options: FormatOptions = {}): Iterable<SliceEdits> {
  return formatted(stream, 0, stream.slices.length - 1, (slice, surroundings) => formatRecord(slice, options, surroundings));
}

/**
 * What formatting changes in some lines of a stream, and nowhere else. Where lines can only be moved together with others, those
 * are left where they are.
 * @param lines from the first to the last, counted from 0
 */
export function formatRange(stream: RecordStream, lines: { first: number; last: number }): SliceEdits[] {
  const from = stream.locate({ line: lines.first, character: 0 });
  const to = stream.locate({ line: lines.last, character: Number.MAX_SAFE_INTEGER });
  const inLines = formatted(stream, from.index, to.index, (slice, surroundings) => {
    const start = slice === from.slice ? from.offset : 0;
    const end = slice === to.slice ? to.offset : slice.text.length;
    const edits = layoutOf(slice, surroundings).filter(edit => edit.start <= end && (edit.start >= start || edit.end > start));
    const all = checked(slice.record, edits);
    return plain(all.length ? all : checked(slice.record, edits.filter(({ moves }) => !moves)));
  });
  return [...inLines].filter(hasEdits);
}

function* formatted(stream: RecordStream, first: number, last: number, format: (slice: Slice, surroundings: Surroundings) => readonly TextEdit[]): Generator<SliceEdits> {
  const lineBreak = lineBreakOf(stream.slices[0]!.text);
  for (let index = first; index <= last; index++) yield { index, edits: format(stream.slices[index]!, { isLast: index === stream.slices.length - 1, lineBreak }) };
}

export function hasEdits({ edits }: SliceEdits): boolean {
  return edits.length > 0;
}

function layoutOf(slice: Slice, surroundings: Surroundings): LayoutEdit[] {
  return canFormat(slice) ? layOut(slice.text, tokensOf(slice.text, slice.record.root), surroundings) : [];
}

/** No edit at all where they would change what a record says: a formatter must never do that, whatever it has misunderstood. */
function checked<E extends TextEdit>(record: RecordText, edits: E[]): E[] {
  return edits.length && sameContent(record, readRecord(applyEdits(record.text, edits))) ? edits : [];
}

function plain(edits: readonly TextEdit[]): TextEdit[] {
  return edits.map(({ start, end, text }) => ({ start, end, text }));
}

function alone({ text }: Slice): Surroundings {
  return { isLast: true, lineBreak: lineBreakOf(text) };
}

function lineBreakOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}
