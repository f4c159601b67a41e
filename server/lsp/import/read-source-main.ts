import { parentPort, workerData } from 'node:worker_threads';
import { kindOf } from '../../import/formats/kind';
import type { Reading } from '../../import/draft';
import { readPdf } from '../../import/pdf/read-pdf';
import { readTableFile } from '../../import/read-file';
import { readReport } from '../../import/report/read-report';
import { Unreadable } from '../../import/table/cells';
import { createReference } from '../../reference/reference';
import type { ReadingOrder } from './read-source-apart';

// A program of its own, in a thread that can be stopped: it is given one file and answers once.
async function read({ source, data, event: name }: ReadingOrder): Promise<Reading> {
  const reference = createReference(data);
  if (kindOf(source.bytes) !== 'pdf') return readTableFile(source, { reference, event: reference.events.all.find(event => event.name === name) });
  return readReport(await readPdf(source.bytes), source.name, reference);
}

void read(workerData as ReadingOrder).then(
  reading => parentPort!.postMessage({ reading }),
  error => {
    // Our own faults are none of the file: they end the thread.
    if (!(error instanceof Unreadable)) throw error;
    parentPort!.postMessage({ problem: error.message });
  },
);
