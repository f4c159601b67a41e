import fs from 'node:fs';
import path from 'node:path';
import { isRecordFile } from '../lsp/host';
import { visible } from '../text/visible';
import type { Inputs } from './inputs';
import { describeSystemError } from './system-error';
import { UsageError } from './usage-error';
import { isWritable, putInPlace } from './write-file';

/**
 * Writes a result to the file that the user named for it, in the place of what it held, all at once. Throws a UsageError where that cannot be.
 * @param what is written, for messages: "a summary"
 */
export function writeOutput(file: string, text: string | Uint8Array, what: string, inputs: Inputs): void {
  const shown = visible(file);
  if (isRecord(file, inputs)) throw new UsageError(`${shown}: that is one of the records; ${what} is not written over it.`);
  try {
    const there = fs.statSync(file, { throwIfNoEntry: false });
    // A pipe or a device is written to: nothing can take its place.
    if (there && !there.isFile()) fs.writeFileSync(file, text);
    else if (there && !isWritable(file)) throw new UsageError(`${shown}: it may not be written by you.`);
    else putInPlace(there ? fs.realpathSync(file) : file, text);
  } catch (error) {
    const meaning = describeSystemError(error, 'write');
    throw meaning ? new UsageError(`${shown}: ${meaning}.`) : error;
  }
}

/** Whether records stand in a file, by whatever path or link it is named: no result is ever written over them. */
export function isRecord(file: string, { files }: Inputs): boolean {
  const real = realPath(file);
  return (isRecordFile(real) && fs.existsSync(real)) || files.some(input => realPath(input.file) === real);
}

function realPath(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}
