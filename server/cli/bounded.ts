import fs from 'node:fs';

/** What is read of one file at most, in bytes: several times as much as any file of records holds. A device, or what comes over a pipe, may have no end. */
export const MOST_BYTES = 128 << 20;

/** Bytes that are asked for at one time. */
const AT_ONCE = 1 << 20;

/** A file, a pipe or a device to its end. Throws an error of the system, also where there is too much. */
export function readBounded(file: string): Buffer {
  const handle = fs.openSync(file, 'r');
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(AT_ONCE);
      const read = fs.readSync(handle, chunk, 0, AT_ONCE, null);
      if (read === 0) return Buffer.concat(chunks, size);
      chunks.push(chunk.subarray(0, read));
      size = within(size + read);
    }
  } finally {
    fs.closeSync(handle);
  }
}

/** The same of a stream. */
export async function readBoundedStream(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size = within(size + chunk.length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** The number of bytes, where they are not too many. */
export function within(size: number): number {
  if (size > MOST_BYTES) throw Object.assign(new Error('There is no end of it'), { code: 'ERR_FS_FILE_TOO_LARGE' });
  return size;
}
