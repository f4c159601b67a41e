import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PdfText } from '../../import/pdf/page-text';
import { Unreadable } from '../../import/table/cells';

/** Beside the program that asks; it is loaded only when a report is read. */
const PROGRAM = 'read-pdf.mjs';

/** A report takes a fraction of a second; in milliseconds and megabytes. */
const PATIENCE = 30_000;
const MEMORY = 512;

/** Reads the words of a document in a thread of its own, within bounds of time and memory. Throws an Unreadable where it cannot be read. */
export function readPdfApart(bytes: Uint8Array): Promise<PdfText> {
  const worker = new Worker(path.join(__dirname, PROGRAM), { workerData: bytes, resourceLimits: { maxOldGenerationSizeMb: MEMORY }, env: {}, stdout: true, stderr: true });
  return new Promise<PdfText>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Unreadable(`reading it took longer than ${PATIENCE / 1000} seconds; nothing of it was read.`)), PATIENCE);
    worker.once('message', ({ text, problem }: { text?: PdfText; problem?: string }) => (text ? resolve(text) : reject(new Unreadable(problem ?? ''))));
    worker.once('error', error => reject('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Unreadable('reading it takes more memory than any report; nothing of it was read.') : error));
    worker.once('exit', () => clearTimeout(timer));
  }).finally(() => worker.terminate());
}
