import fs from 'node:fs';
import path from 'node:path';
import type { Draft } from '../../import/draft';
import { byFile } from '../../import/places';
import { writeRecords } from '../../import/write-record';
import { visible } from '../../text/visible';
import { relativePath } from '../find-files';
import { describeSystemError } from '../system-error';
import { print, say } from '../terminal';

/** Writes a file for each authority into a folder, which is made where it is not there; whether all could be written. Their names go to standard output. */
export async function writeFiles(drafts: readonly Draft[], folder: string, options: { evidence: boolean }): Promise<boolean> {
  let isWhole = true;
  for (const [name, own] of byFile(drafts)) {
    const file = path.join(folder, name);
    if (writeNew(file, writeRecords(own, options))) await print(`${relativePath(process.cwd(), file)}\n`);
    else isWhole = false;
  }
  return isWhole;
}

/** Writes a file that is not there yet. One that is there is left as it is, and named. */
export function writeNew(file: string, text: string): boolean {
  try {
    fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    fs.writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    const meaning = isThere ? "it is there already, and is not written over; '--merge' adds to what is there" : describeSystemError(error);
    if (!meaning) throw error;
    say(visible(`${relativePath(process.cwd(), path.resolve(file))}: ${meaning}.`));
    return false;
  }
}
