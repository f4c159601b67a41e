import { formatStream, type FormatOptions, type SliceEdits } from '../../../server/features/format';
import { RecordStream } from '../../../server/records/stream';
import { applyEdits } from '../../../server/text/edits';

/** A text of records after formatting. */
export function formatted(text: string, options?: FormatOptions): string {
  const stream = RecordStream.of(text);
  return withEdits(stream, formatStream(stream, options));
}

export function withEdits(stream: RecordStream, edits: readonly SliceEdits[]): string {
  return applyEdits(stream.text, edits.flatMap(({ index, edits }) => edits.map(({ start, end, text }) => {
    const offset = stream.offsets[index]!;
    return { start: start + offset, end: end + offset, text };
  })));
}

/** A text with its caret at the place of `¦`, and the same without it. */
export function withCaret(marked: string): { text: string; caret: number } {
  const caret = marked.indexOf('¦');
  return { text: marked.replace('¦', ''), caret };
}
