import { isUtf8 } from 'node:buffer';
import fs from 'node:fs';
import { promisify } from 'node:util';
import { readBoundedStream, within } from './bounded';
import type { FoundFile } from './find-files';
import { describeSystemError } from './system-error';

/** A text in UTF-8, without the byte order mark that may have stood before it. */
export interface Decoded {
  text: string;
  mark: '' | typeof BYTE_ORDER_MARK;
}

/** The text of a file, or why it cannot be had. */
export type FileText = FoundFile & (Decoded | { problem: string });

export const BYTE_ORDER_MARK = '\ufeff';

/** Files that are being read at one time: enough to keep a slow disk busy, few enough not to hold a whole folder in memory. */
const AT_ONCE = 32;

/** How long files may take to be called quick, in milliseconds. */
const PATIENCE = 20;

/** Several times as fast as the one of node:fs/promises where files are small and many. */
const readBytes = promisify(fs.readFile);

/**
 * Reads files in the order given: one by one where they come at once, else some ahead of the one that is yielded.
 * @param patience how long those that come at once may take, all together, in milliseconds
 */
export async function* readFiles(files: readonly FoundFile[], patience = PATIENCE): AsyncGenerator<FileText> {
  const quick = new QuickReader(patience);
  let next = 0;
  for (; next < files.length && quick.isQuick; next++) yield quick.read(files[next]!) ?? await readFile(files[next]!);
  const ahead: Promise<FileText>[] = [];
  while (next < files.length || ahead.length > 0) {
    while (next < files.length && ahead.length < AT_ONCE) ahead.push(readFile(files[next++]!));
    yield ahead.shift()!;
  }
}

/** How long each may take besides. */
const EACH = 0.3;

/**
 * Reads small files of the machine's own disk, which takes less time than to ask for them ahead. Where each has to be fetched from
 * afar it says so, by the time that they have taken.
 */
class QuickReader {
  private readonly buffer = Buffer.allocUnsafeSlow(1 << 16);

  constructor(private left: number) {}

  get isQuick(): boolean {
    return this.left > 0;
  }

  /** Undefined where it is large, or cannot be read at once. */
  read(found: FoundFile): FileText | undefined {
    if (found.isStream) return undefined;
    const start = performance.now();
    const bytes = this.bytes(found.file);
    this.left += EACH - (performance.now() - start);
    return bytes && { ...found, ...decode(bytes) };
  }

  private bytes(file: string): Buffer | undefined {
    let opened: number | undefined;
    try {
      opened = fs.openSync(file, 'r');
      let length = 0;
      for (let more = -1; more !== 0; length += more) more = fs.readSync(opened, this.buffer, length, this.buffer.length - length, null);
      return length < this.buffer.length ? this.buffer.subarray(0, length) : undefined;
    } catch {
      // Read the usual way, it says why.
      return undefined;
    } finally {
      if (opened !== undefined) fs.closeSync(opened);
    }
  }
}

async function readFile(found: FoundFile): Promise<FileText> {
  try {
    const bytes = await (found.isStream ? readStream : readBytes)(found.file);
    within(bytes.length);
    return { ...found, ...decode(bytes) };
  } catch (error) {
    const meaning = describeSystemError(error);
    if (!meaning) throw error;
    return { ...found, problem: `${meaning}.` };
  }
}

/** What a pipe or a device gives. */
function readStream(file: string): Promise<Buffer> {
  return readBoundedStream(fs.createReadStream(file));
}

/** Text in UTF-8, or why it is none. */
export function decode(bytes: Buffer): Decoded | { problem: string } {
  if (isUtf8(bytes)) {
    const text = bytes.toString('utf8');
    return text.startsWith(BYTE_ORDER_MARK) ? { text: text.slice(1), mark: BYTE_ORDER_MARK } : { text, mark: '' };
  }
  const isUtf16 = bytes.length >= 2 && (bytes.readUInt16BE(0) === 0xfeff || bytes.readUInt16BE(0) === 0xfffe);
  return { problem: isUtf16 ? 'it is written in UTF-16; save it as UTF-8.' : 'it is not text in UTF-8; save it as UTF-8.' };
}
