import { exportColumns, type Column } from '../reports/columns';
import { csvWriter, jsonWriter, ndjsonWriter, type TableWriter } from '../reports/table';
import { visible } from '../text/visible';
import type { Arguments } from './arguments';
import type { ExportFormat } from './choices';
import { openInputs } from './inputs';
import { Progress } from './progress';
import { BYTE_ORDER_MARK } from './read-files';
import { readRecords, type RecordFile } from './records';
import { STATUS, type Status } from './status';
import { Printer, say } from './terminal';
import { UsageError } from './usage-error';

/** Tables by the name of their format. */
const WRITERS: Readonly<Record<ExportFormat, (columns: readonly Column[]) => TableWriter>> = { csv: csvWriter, json: jsonWriter, ndjson: ndjsonWriter };

/** Writes records as a table, a row for each. */
export async function exportRecords(args: Arguments): Promise<Status> {
  const format = args.value('format') as ExportFormat;
  if (args.has('bom') && format !== 'csv') throw new UsageError(`'--bom' is for csv: ${format} must not begin with a byte order mark.`);
  const inputs = await openInputs(args);
  const progress = new Progress({ isQuiet: false });
  const { files, reference } = await readRecords(inputs, progress);
  const writer = WRITERS[format]!(exportColumns(reference));
  const printer = new Printer(process.stdout);
  await printer.printData((args.has('bom') ? BYTE_ORDER_MARK : '') + writer.begin);
  let isWhole = true;
  for (const file of files) {
    for (const { row, problem } of rowsOf(file, writer)) {
      await printer.printData(row);
      if (problem === undefined) continue;
      isWhole = false;
      progress.clear();
      say(visible(problem));
    }
    await progress.step(() => `Writing: ${file.path}`);
  }
  progress.clear();
  await printer.print(writer.end);
  await printer.flush();
  return inputs.hasProblems ? STATUS.usage : isWhole ? STATUS.clean : STATUS.findings;
}

/** The row of each record, and what to say where it does not hold all that stands in the record. */
function* rowsOf({ path, stream, checker }: RecordFile, writer: TableWriter): Generator<{ row: string; problem?: string }> {
  for (const [number, { index, slice }] of stream.records.entries()) {
    const inspection = checker.inspection(slice);
    const place = `${path}:${stream.firstLines[index]! + 1}`;
    if (!inspection) yield { row: '', problem: `${place} This is no record that could be read, and is left out; 'inspection-records check' tells why.` };
    else if (slice.record.faults.length > 0) yield { row: writer.row({ path, number: number + 1, inspection }), problem: `${place} Parts of this record cannot be read, and are left out; 'inspection-records check' tells which.` };
    else yield { row: writer.row({ path, number: number + 1, inspection }) };
  }
}
