import fs from 'node:fs';
import path from 'node:path';
import type { Inputs } from './inputs';
import { describeSystemError } from './system-error';
import { UsageError } from './usage-error';
import { isWritable, putInPlace } from './write-file';

/**
 * Writes a result to the file that the user named for it, in the place of what it held, all at once. Throws a UsageError where that cannot be.
 * @param what is written, for messages: "a summary"
 */
export function writeOutput(file: string, text: string | Uint8Array, what: string, inputs: Inputs): void {
  if (inputs.files.some(input => input.file === path.resolve(file))) throw new UsageError(`${file}: that is one of the records; ${what} is not written over it.`);
  try {
    const there = fs.statSync(file, { throwIfNoEntry: false });
    // A pipe or a device is written to: nothing can take its place.
    if (there && !there.isFile()) fs.writeFileSync(file, text);
    else if (there && !isWritable(file)) throw new UsageError(`${file}: it may not be written by you.`);
    else putInPlace(there ? fs.realpathSync(file) : file, text);
  } catch (error) {
    const meaning = describeSystemError(error, 'write');
    throw meaning ? new UsageError(`${file}: ${meaning}.`) : error;
  }
}
