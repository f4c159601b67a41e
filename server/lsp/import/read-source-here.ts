import type { Reading } from '../../import/draft';
import { kindOf } from '../../import/formats/kind';
import { readTableFile, type ReadingContext, type SourceFile } from '../../import/read-file';
import { Unreadable } from '../../import/table/cells';

/** Reads records where there are no threads: tables and exports at once, and no reports, as what reads them is large and has to be stopped at times. */
export async function readSourceHere(source: SourceFile, context: ReadingContext): Promise<Reading> {
  if (kindOf(source.bytes) === 'pdf') throw new Unreadable('it is a PDF: reports can be imported on the desktop, in remote windows and on the command line, not in the browser. Tables and exports can be imported here.');
  return readTableFile(source, context);
}
