import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PdfText } from '../../import/pdf/page-text';
import { Unreadable } from '../../import/table/cells';

/** Beside the program that asks; it is loaded only when a report is read. */
const PROGRAM = 'read-pdf.mjs';

/** A report takes a fraction of a second; in milliseconds. */
const PATIENCE = 30_000;

/** A report takes some 100 megabytes. What is unpacked from a document does not count for the limit of a thread: so the program is watched as a whole. */
const MEMORY = 512;
const WATCHED_EVERY = 50;

/** Reads the words of a document in a thread of its own, within bounds of time and memory. Throws an Unreadable where it cannot be read. */
export function readPdfApart(bytes: Uint8Array): Promise<PdfText> {
  const worker = new Worker(path.join(__dirname, PROGRAM), { workerData: bytes, resourceLimits: { maxOldGenerationSizeMb: MEMORY }, env: {}, stdout: true, stderr: true });
  return new Promise<PdfText>((resolve, reject) => {
    const stop = (why: string) => reject(new Unreadable(`${why}; nothing of it was read.`));
    const before = process.memoryUsage.rss();
    const timer = setTimeout(() => stop(`reading it takes longer than ${PATIENCE / 1000} seconds`), PATIENCE);
    const watch = setInterval(() => { if (process.memoryUsage.rss() - before > MEMORY << 20) stop(TOO_MUCH); }, WATCHED_EVERY);
    worker.once('message', ({ text, problem }: { text?: PdfText; problem?: string }) => (text ? resolve(text) : reject(new Unreadable(problem ?? ''))));
    worker.once('error', error => ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? stop(TOO_MUCH) : reject(error)));
    worker.once('exit', () => {
      clearTimeout(timer);
      clearInterval(watch);
    });
  }).finally(() => worker.terminate());
}

const TOO_MUCH = 'reading it takes more memory than any report does';
