import fs from 'node:fs';
import path from 'node:path';
import type { Inputs } from './inputs';
import { describeSystemError } from './system-error';
import { UsageError } from './usage-error';

/**
 * Writes a result to the file that the user named for it, in the place of what it held. Throws a UsageError where that cannot be.
 * @param what is written, for messages: "a summary"
 */
export function writeOutput(file: string, text: string, what: string, inputs: Inputs): void {
  if (inputs.files.some(input => input.file === path.resolve(file))) throw new UsageError(`${file}: that is one of the records; ${what} is not written over it.`);
  try {
    fs.writeFileSync(file, text);
  } catch (error) {
    const meaning = describeSystemError(error);
    throw meaning ? new UsageError(`${file}: ${meaning}.`) : error;
  }
}
