import { mend } from '../features/actions/fix-all';
import { RecordStream } from '../records/stream';
import { applyEdits } from '../text/edits';
import { checkerFor, type CheckOptions } from './options';

/** A text after mending. */
export interface MendedText {
  text: string;
  /** How many findings were mended. */
  mended: number;
}

/**
 * Mends in a text what can be mended without asking, and leaves every other character as it is.
 * @param text of one or several records in YAML
 * @throws RangeError where an option makes no sense
 */
export function mendText(text: string, options: CheckOptions): MendedText {
  const checker = checkerFor(options);
  const done = RecordStream.of(text).slices.map(slice => ({ slice, ...mend(slice, checker) }));
  return {
    text: done.map(({ slice, edits }) => applyEdits(slice.text, edits)).join(''),
    mended: done.reduce((sum, { findings }) => sum + findings, 0),
  };
}
