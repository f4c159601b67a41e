import fs from 'node:fs';
import path from 'node:path';
import { MOST_FILE_BYTES } from '../../import/bounds';
import type { Draft } from '../../import/draft';
import type { ReadingContext } from '../../import/read-file';
import { Unreadable } from '../../import/table/cells';
import { readSourceApart } from '../../lsp/import/read-source-apart';
import { visible } from '../../text/visible';
import { relativePath } from '../find-files';
import { describeSystemError } from '../system-error';
import { say } from '../terminal';

/** Reads each file; what cannot be read is named on standard error, and counted. */
export async function readSources(files: readonly string[], context: ReadingContext): Promise<{ drafts: Draft[]; problems: number }> {
  const drafts: Draft[] = [];
  let problems = 0;
  for (const file of files) {
    const shown = relativePath(process.cwd(), path.resolve(file));
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

function readBytes(file: string): Uint8Array {
  const { size } = fs.statSync(file);
  if (size > MOST_FILE_BYTES) throw new Unreadable('it is far larger than any report or table of inspections; nothing of it was read.');
  return fs.readFileSync(file);
}

/** Why a file could not be read, as the end of a sentence. Our own faults are none of the file. */
function whyUnreadable(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  const meaning = describeSystemError(error);
  if (meaning) return `${meaning}.`;
  throw error;
}
