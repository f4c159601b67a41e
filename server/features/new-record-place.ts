import type { RecordStream } from '../records/stream';
import { lineBreakOf } from '../text/lines';

/** What stands between the end of a stream and a record that is put there: the end of the last line, and a marker where one is needed. */
export function beforeNewRecord({ slices }: RecordStream): string {
  const { text, isBlank } = slices.at(-1)!;
  const lineBreak = lineBreakOf(text);
  const lineEnd = text === '' || /[\n\r\uFEFF]$/.test(text) ? '' : lineBreak;
  return isBlank ? lineEnd : `${lineEnd}---${lineBreak}`;
}
