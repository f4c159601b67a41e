import fs from 'node:fs';
import path from 'node:path';
import { finishBeforeInterruption } from './interruption';
import { decode } from './read-files';
import { describeSystemError } from './system-error';

const CHANGED = 'it was changed by somebody else while it was worked on; it is left as it is now.';

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
    if (!fs.statSync(real).isFile()) return 'it is no file whose text could be replaced.';
    if (!isWritable(real)) return 'it may not be written by you.';
    const bytes = fs.readFileSync(real);
    const now = decode(bytes);
    if (!('text' in now) || now.text !== before) return CHANGED;
    return putInPlace(real, now.mark + after, () => bytes.equals(fs.readFileSync(real))) ? undefined : CHANGED;
  } catch (error) {
    const meaning = describeSystemError(error, 'write');
    if (!meaning) throw error;
    return `${meaning}.`;
  }
}

function isWithin(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way.split(path.sep)[0] !== '..' && !path.isAbsolute(way);
}

/** Whether a file that is there may be written by whoever runs the program. */
export function isWritable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Puts a text in the place of what a file held, or makes the file: as a whole or not at all, whatever fails, and before Ctrl-C is heeded.
 * @param mayStill is asked at the last moment; where it says no, nothing is done
 * @returns whether it was done
 */
export function putInPlace(file: string, text: string | Uint8Array, mayStill: () => boolean = () => true): boolean {
  const there = fs.statSync(file, { throwIfNoEntry: false });
  return writeBeside(file, text, there, beside => {
    const isWanted = mayStill();
    if (isWanted) fs.renameSync(beside, file);
    return isWanted;
  });
}

/**
 * Makes a file that is not there yet: as a whole or not at all, as `putInPlace` does.
 * @returns whether it was done: not, where there is something of that name
 */
export function putNew(file: string, text: string): boolean {
  if (fs.lstatSync(file, { throwIfNoEntry: false })) return false;
  return writeBeside(file, text, undefined, beside => {
    try {
      fs.linkSync(beside, file);
    } catch (error) {
      if (fs.lstatSync(file, { throwIfNoEntry: false })) return false;
      if (!cannotLink(error)) throw error;
      fs.renameSync(beside, file);
    }
    return true;
  });
}

/**
 * A text that lies whole beside its file until it takes its place. A program that is killed in the middle leaves it there: nothing reads it, and
 * no later run wants its name.
 */
function writeBeside(file: string, text: string | Uint8Array, there: fs.Stats | undefined, take: (beside: string) => boolean): boolean {
  finishBeforeInterruption();
  // The global one is loaded when it is first used: who writes nothing does not wait for it.
  const beside = path.join(path.dirname(file), `.inspection-records-${crypto.randomUUID()}.tmp`);
  const handle = fs.openSync(beside, 'wx', there ? 0o600 : 0o666);
  try {
    try {
      fs.writeFileSync(handle, text);
      if (there) keepOwnerAndMode(handle, there);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    return take(beside);
  } finally {
    remove(beside);
  }
}

/** What has taken its place is there whatever becomes of this; where even removing fails, it stays. */
function remove(beside: string): void {
  try {
    fs.rmSync(beside, { force: true });
  } catch (error) {
    if (!describeSystemError(error, 'write')) throw error;
  }
}

/** Whether a file system has no links at all, as those of memory cards. */
function cannotLink(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EISDIR'].includes(String(error.code));
}

/** Only an administrator may give a file to somebody else; everybody else's files are their own. */
function keepOwnerAndMode(handle: number, { mode, uid, gid }: fs.Stats): void {
  try {
    fs.fchownSync(handle, uid, gid);
  } catch (error) {
    if (!describeSystemError(error, 'write')) throw error;
  }
  fs.fchmodSync(handle, mode & 0o7777);
}
