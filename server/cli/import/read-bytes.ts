import fs from 'node:fs';
import { MOST_FILE_BYTES } from '../../import/bounds';
import { Unreadable } from '../../import/table/cells';

/** Bytes that are asked for at one time. */
const AT_ONCE = 1 << 20;

/**
 * The bytes of a file, also behind links. What is no file, such as a pipe or a device, may never end and is not waited for; a file that
 * is being written is not taken for a whole one. Throws an Unreadable, or an error of the system.
 */
export function readBytes(file: string): Uint8Array {
  // A pipe would be waited for as soon as it is opened; Windows has none of this kind.
  const handle = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
  try {
    const before = fs.fstatSync(handle);
    if (before.isDirectory()) throw new Unreadable('it is a folder; name the files in it.');
    if (!before.isFile()) throw new Unreadable('it is no file but a pipe or a device; save what comes from it in a file.');
    const bytes = readToEnd(handle, before.size);
    const after = fs.fstatSync(handle);
    if (bytes.length !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) throw new Unreadable('it was changed while it was read; import it again when it is whole.');
    return bytes;
  } finally {
    fs.closeSync(handle);
  }
}

function readToEnd(handle: number, size: number): Uint8Array {
  if (size > MOST_FILE_BYTES) throw new Unreadable(TOO_LARGE);
  const bytes = new Uint8Array(size + 1);
  let length = 0;
  for (let read = -1; read !== 0 && length < bytes.length; length += read) read = fs.readSync(handle, bytes, length, Math.min(AT_ONCE, bytes.length - length), null);
  return bytes.subarray(0, length);
}

const TOO_LARGE = 'it is far larger than any report or table of inspections; nothing of it was read.';
