import type { Checker } from '../findings/checker';
import type { Finding } from '../findings/finding';
import type { Slice } from '../records/slice';
import type { RecordStream } from '../records/stream';
import { fieldText } from '../reference/inspection';
import { lineEnd } from '../text/lines';
import type { Range } from '../text/span';

/** The record that a finding is about. */
export interface RecordName {
  /** Which record of its file it is, from 0; blank documents do not count. */
  index: number;
  id?: string;
  authority?: string;
}

/** A finding with its place in a file: all that a report says of it. Lines and characters count from 0, in UTF-16 units. */
export interface PlacedFinding {
  finding: Finding;
  range: Range;
  record: RecordName;
  /** The line on which it begins, without its line break. */
  line: string;
  related: { path: string; range: Range; message: string }[];
}

/** One file with what was found in it. */
export interface FileReport {
  /** As it is to be shown: relative to the current folder, with `/`. */
  path: string;
  /** Number of records. */
  records: number;
  /** In order of place. */
  findings: readonly PlacedFinding[];
}

/** Makes a report of files that come one after the other. What it returns is to be written out as it comes. */
export interface Reporter {
  file(report: FileReport): string;
  /** After the last file. */
  end(totals: Totals): string;
}

/** How much was checked, and how much of what was found. */
export interface Totals {
  files: number;
  records: number;
  error: number;
  warning: number;
  information: number;
  hint: number;
}

export function noTotals(): Totals {
  return { files: 0, records: 0, error: 0, warning: 0, information: 0, hint: 0 };
}

export function addToTotals(totals: Totals, { records, findings }: FileReport): void {
  totals.files++;
  totals.records += records;
  for (const { finding } of findings) totals[finding.severity]++;
}

/** Checks the records of a stream one by one and yields what was found in each, so that whoever waits can breathe in between. */
export function* placedFindings(path: string, stream: RecordStream, checker: Checker): Generator<PlacedFinding[]> {
  for (const [number, { index, slice }] of stream.records.entries()) {
    const findings = checker.findings(slice);
    if (findings.length === 0) {
      yield [];
      continue;
    }
    const inspection = checker.inspection(slice);
    const named = (field: string) => inspection && fieldText(inspection, field)?.text;
    const record = { index: number, id: named('id'), authority: named('authority') };
    yield findings.map(finding => {
      const range = stream.rangeOf(index, finding);
      const related = (finding.related ?? []).map(({ message, ...span }) => ({ path, range: stream.rangeOf(index, span), message }));
      return { finding, range, record, line: lineAt(slice, range.start.line - stream.firstLines[index]!), related };
    });
  }
}

function lineAt({ text, lineStarts }: Slice, line: number): string {
  return text.slice(lineStarts[line], lineEnd(text, lineStarts, line));
}
