import path from 'node:path';
import type { Draft } from '../../import/draft';
import type { ReadingContext } from '../../import/read-file';
import { Unreadable } from '../../import/table/cells';
import { readSourceApart } from '../../lsp/import/read-source-apart';
import { visible } from '../../text/visible';
import { relativePath } from '../find-files';
import { describeSystemError } from '../system-error';
import { say } from '../terminal';
import { readBytes } from './read-bytes';

/** Reads each file; what cannot be read is named on standard error, and counted. */
export async function readSources(files: readonly string[], context: ReadingContext): Promise<{ drafts: Draft[]; problems: number }> {
  const drafts: Draft[] = [];
  let problems = 0;
  for (const file of files) {
    const shown = relativePath(process.cwd(), path.resolve(file)) || file;
    try {
      const reading = await readSourceApart({ name: path.basename(file), bytes: readBytes(file) }, context);
      for (const note of reading.notes) say(visible(note));
      if (reading.drafts.length === 0) problems++;
      drafts.push(...reading.drafts);
    } catch (error) {
      problems++;
      say(visible(`${shown}: ${whyUnreadable(error)}`));
    }
  }
  return { drafts, problems };
}

/** Why a file could not be read, as the end of a sentence. Our own faults are none of the file. */
function whyUnreadable(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  const meaning = describeSystemError(error);
  if (meaning) return `${meaning}.`;
  throw error;
}
