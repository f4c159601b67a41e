import { visible } from '../text/visible';
import { readBounded } from './bounded';
import { relativePath } from './find-files';
import { decode } from './read-files';
import { describeSystemError } from './system-error';
import { UsageError } from './usage-error';

/** The text of a file without which nothing can be done. Throws a UsageError where it cannot be had. */
export function readText(file: string): string {
  const shown = visible(relativePath(process.cwd(), file));
  try {
    const decoded = decode(readBounded(file));
    if ('text' in decoded) return decoded.text;
    throw new UsageError(`${shown}: ${decoded.problem}`);
  } catch (error) {
    const meaning = describeSystemError(error);
    throw meaning ? new UsageError(`${shown}: ${meaning}.`) : error;
  }
}
