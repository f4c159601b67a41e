import type { Range } from 'vscode-languageserver';
import type { Slice } from '../records/slice';
import type { RecordStream } from '../records/stream';
import type { Span } from '../text/span';

/** The slices that a range of a text touches, each with the part of it that lies in the range. */
export function slicesIn(stream: RecordStream, { start, end }: Range): { index: number; slice: Slice; within: Span }[] {
  const [first, last] = [stream.locate(start), stream.locate(end)];
  return stream.slices.slice(first.index, last.index + 1).map((slice, i) => {
    const index = first.index + i;
    return { index, slice, within: { start: index === first.index ? first.offset : 0, end: index === last.index ? last.offset : slice.text.length } };
  });
}
