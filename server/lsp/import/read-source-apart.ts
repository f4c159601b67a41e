import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Reading } from '../../import/draft';
import { kindOf } from '../../import/formats/kind';
import type { ReadingContext, SourceFile } from '../../import/read-file';
import { Unreadable } from '../../import/table/cells';
import type { ReferenceData } from '../../reference/data';

/** What the thread is given. */
export interface ReadingOrder {
  source: SourceFile;
  data: ReferenceData;
  /** The name of the event that all rows of a table are about. */
  event?: string;
}

/** Beside the program that asks; it is loaded only when something is imported, and loads what reads PDF only for a report. */
const PROGRAM = 'read-source.mjs';

/** A report takes a fraction of a second; in milliseconds. */
const PATIENCE = 30_000;

/** A report takes some 100 megabytes. What is unpacked from a document does not count for the limit of a thread: so the program is watched as a whole. */
const MEMORY = 512;
const WATCHED_EVERY = 50;

/**
 * Reads records out of a report, a table or an export, in a thread of its own: a report within bounds of time and memory, as a document may
 * be made to do harm; tables are bounded by what is in them. Throws an Unreadable where it cannot be read.
 * @param stop ends the reading when it is aborted
 */
export function readSourceApart(source: SourceFile, { reference, event }: ReadingContext, stop?: AbortSignal): Promise<Reading> {
  const isBounded = kindOf(source.bytes) === 'pdf';
  const worker = new Worker(path.join(__dirname, PROGRAM), {
    workerData: { source, data: reference.data, event: event?.name } satisfies ReadingOrder,
    ...(isBounded && { resourceLimits: { maxOldGenerationSizeMb: MEMORY } }), env: {}, stdout: true, stderr: true,
  });
  let end = () => {};
  return new Promise<Reading>((resolve, reject) => {
    const give = (why: string) => reject(new Unreadable(`${why}; nothing of it was read.`));
    const before = process.memoryUsage.rss();
    const timer = isBounded ? setTimeout(() => give(`reading it takes longer than ${PATIENCE / 1000} seconds`), PATIENCE) : undefined;
    const watch = isBounded ? setInterval(() => { if (process.memoryUsage.rss() - before > MEMORY << 20) give(TOO_MUCH); }, WATCHED_EVERY) : undefined;
    const stopped = () => give('it was stopped');
    if (stop?.aborted) stopped();
    stop?.addEventListener('abort', stopped);
    worker.once('message', ({ reading, problem }: { reading?: Reading; problem?: string }) => (reading ? resolve(reading) : reject(new Unreadable(problem ?? ''))));
    worker.once('error', error => ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? give(TOO_MUCH) : reject(error)));
    end = () => {
      clearTimeout(timer);
      clearInterval(watch);
      stop?.removeEventListener('abort', stopped);
      void worker.terminate();
    };
  }).finally(() => end());
}

const TOO_MUCH = 'reading it takes more memory than any report does';
