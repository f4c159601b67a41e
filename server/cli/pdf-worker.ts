import { parentPort, workerData } from 'node:worker_threads';
import { readPdf } from '../import/pdf/read-pdf';
import { Unreadable } from '../import/table/cells';

// A program of its own, in a thread that can be stopped: it is given the bytes of one document and answers once.
void readPdf(workerData as Uint8Array).then(
  text => parentPort!.postMessage({ text }),
  error => parentPort!.postMessage({ problem: error instanceof Unreadable ? error.message : `it cannot be read: ${String(error)}` }),
);
