import fs from 'node:fs';
import path from 'node:path';
import { decode } from './read-files';
import { describeSystemError } from './system-error';

/**
 * Puts a new text in the place of the one that a file had when it was read, all at once: nobody ever finds half a file. Mode, owner
 * and byte order mark stay. What somebody else has written meanwhile is not written over, nor anything that a link leads to
 * outside of the link's own folder.
 * @param before the text as it was read, without a byte order mark
 * @returns why it was not done, as the end of a sentence about the file; undefined where it was
 */
export function replaceText(file: string, before: string, after: string): string | undefined {
  try {
    const real = fs.realpathSync(file);
    if (!isWithin(fs.realpathSync(path.dirname(file)), real)) return 'it is a link to a file in another folder; name that file itself.';
    if (!isWritable(real)) return 'it may not be written by you.';
    const bytes = fs.readFileSync(real);
    const now = decode(bytes);
    if (!('text' in now) || now.text !== before) return 'it was changed by somebody else while it was worked on; it is left as it is now.';
    replace(real, now.mark + after);
    return undefined;
  } catch (error) {
    const meaning = describeSystemError(error);
    if (!meaning) throw error;
    return `${meaning}.`;
  }
}

function isWithin(folder: string, file: string): boolean {
  return !path.relative(folder, file).startsWith('..') && !path.isAbsolute(path.relative(folder, file));
}

function isWritable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Writes beside the file and then takes its place: that happens as a whole or not at all, whatever fails. */
function replace(file: string, text: string): void {
  const { mode, uid, gid } = fs.statSync(file);
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  const handle = fs.openSync(beside, 'wx', 0o600);
  try {
    try {
      fs.writeFileSync(handle, text);
      keepOwner(handle, uid, gid);
      fs.fchmodSync(handle, mode & 0o7777);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    fs.renameSync(beside, file);
  } catch (error) {
    fs.rmSync(beside, { force: true });
    throw error;
  }
}

/** Only an administrator may give a file to somebody else; everybody else's files are their own. */
function keepOwner(handle: number, uid: number, gid: number): void {
  try {
    fs.fchownSync(handle, uid, gid);
  } catch (error) {
    if (!describeSystemError(error)) throw error;
  }
}
