import { RecordStream } from '../../server/records/stream';

/** Stands for the caret in the texts of tests. */
export const CARET = '¦';

/** The record and the offset in it at which a text has its caret; without one, its beginning. */
export function marked(text: string) {
  const at = Math.max(0, text.indexOf(CARET));
  const stream = RecordStream.of(text.replace(CARET, ''));
  return { stream, ...stream.locateOffset(at) };
}

/** The only record of a text. */
export function record(text: string) {
  return marked(text).slice;
}
