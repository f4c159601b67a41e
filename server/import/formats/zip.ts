import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import { joinedBytes } from '../../text/joined-bytes';
import { Unreadable } from '../table/cells';

/** More than the parts of any spreadsheet of inspections come to when unpacked, in bytes: what is larger was made to do harm. */
const MOST_BYTES = 64 << 20;

/** Bytes that are unpacked at one time: a part that turns out too large is left within so many. */
const AT_ONCE = 1 << 16;

/**
 * Unpacks the wanted parts of an archive, in memory: their names are only compared, never used as paths. What an archive says of sizes
 * is not believed. Throws an Unreadable where it is broken, or too much comes out of it.
 * @returns the bytes of each wanted part by its name
 */
export function unpack(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, Uint8Array> {
  if (!hasEnd(bytes)) throw new Unreadable(BROKEN);
  const parts = new Map<string, Uint8Array[]>();
  let total = 0;
  const take = (file: UnzipFile) => {
    if (!isWanted(file.name) || parts.has(file.name)) return;
    const chunks: Uint8Array[] = [];
    parts.set(file.name, chunks);
    file.ondata = (error, chunk) => {
      // What is thrown here comes back as an error of the part.
      if (error) throw error instanceof Unreadable ? error : new Unreadable(BROKEN);
      total += chunk.length;
      if (total > MOST_BYTES) throw new Unreadable('far more comes out of it than any table of inspections holds; nothing of it was read.');
      chunks.push(chunk);
    };
    file.start();
  };
  try {
    const archive = new Unzip(take);
    archive.register(UnzipInflate);
    for (let at = 0; at < bytes.length; at += AT_ONCE) archive.push(bytes.subarray(at, at + AT_ONCE), at + AT_ONCE >= bytes.length);
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(BROKEN);
  }
  return new Map([...parts].map(([name, chunks]) => [name, joinedBytes(chunks)]));
}

const BROKEN = 'it is damaged, or was not downloaded to its end.';

/** The mark of the end of an archive, and the bytes that may follow it. */
const END = [0x50, 0x4b, 0x05, 0x06];
const MOST_BEHIND_END = 22 + 0xffff;

/** Whether an archive is there to its end. */
function hasEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.length - END.length; at >= Math.max(0, bytes.length - MOST_BEHIND_END); at--) if (END.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}
