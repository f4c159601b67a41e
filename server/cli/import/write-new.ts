import fs from 'node:fs';
import path from 'node:path';
import type { Draft } from '../../import/draft';
import { byFile } from '../../import/places';
import { writeRecords } from '../../import/write-record';
import { visible } from '../../text/visible';
import { relativePath } from '../find-files';
import { describeSystemError } from '../system-error';
import { print, say } from '../terminal';
import { putNew } from '../write-file';

/** Writes a file for each authority into a folder, which is made where it is not there; whether all could be written. Their names go to standard output. */
export async function writeFiles(drafts: readonly Draft[], folder: string, options: { evidence: boolean }): Promise<boolean> {
  let isWhole = true;
  for (const [name, own] of byFile(drafts)) {
    const file = path.join(folder, name);
    if (writeNew(file, writeRecords(own, options))) await print(`${visible(relativePath(process.cwd(), file))}\n`);
    else isWhole = false;
  }
  return isWhole;
}

/** Writes a file that is not there yet, as a whole or not at all. One that is there is left as it is, and named. */
export function writeNew(file: string, text: string): boolean {
  const problem = problemOfWriting(path.resolve(file), text);
  if (problem !== undefined) say(visible(`${relativePath(process.cwd(), path.resolve(file))}: ${problem}.`));
  return problem === undefined;
}

function problemOfWriting(file: string, text: string): string | undefined {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    return putNew(file, text) ? undefined : "it is there already, and is not written over; '--merge' adds to what is there";
  } catch (error) {
    const meaning = describeSystemError(error, 'write');
    if (!meaning) throw error;
    return meaning;
  }
}
