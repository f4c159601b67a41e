import type { Finding } from '../findings/finding';
import type { Slice } from '../records/slice';
import type { RecordStream } from '../records/stream';
import { fieldText, type Inspection } from '../reference/inspection';
import type { OtherRecord } from '../rules/rule';
import { lineEnd } from '../text/lines';
import type { Range, Span } from '../text/span';

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
  /** The words it is about. */
  words: string;
  /** The line on which it begins, without its line break. */
  line: string;
  related: (OtherPlace & { message: string })[];
  /** What mends it, likeliest first. */
  fixes: PlacedFix[];
}

/** One way to mend a finding. */
export interface PlacedFix {
  /** What it does, as a menu would say. */
  title: string;
  /** Of the finding's own file, as it was checked. */
  edits: { range: Range; text: string }[];
}

/** A place in this or another file. */
export interface OtherPlace {
  path: string;
  range: Range;
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

/** A record and where it stands. */
export interface ReportedRecord {
  path: string;
  stream: RecordStream;
  /** Number of its slice in the stream. */
  slice: number;
  /** Which record of its file it is, from 0. */
  index: number;
  inspection: Inspection | undefined;
}

/** Findings of a record with their places in its file. */
export function placeFindings(record: ReportedRecord, findings: readonly Finding[], placeOf: (other: OtherRecord, span: Span) => OtherPlace): PlacedFinding[] {
  if (findings.length === 0) return [];
  const { path, stream, slice } = record;
  const name = nameOf(record);
  return findings.map(finding => {
    const range = stream.rangeOf(slice, finding);
    const related = (finding.related ?? []).map(({ message, in: other, ...span }) => ({ message, ...(other ? placeOf(other, span) : { path, range: stream.rangeOf(slice, span) }) }));
    const fixes = (finding.fixes ?? []).map(({ title, edits }) => ({ title, edits: edits.map(edit => ({ range: stream.rangeOf(slice, edit), text: edit.text })) }));
    const { text } = stream.slices[slice]!;
    const line = lineAt(stream.slices[slice]!, range.start.line - stream.firstLines[slice]!);
    return { finding, range, record: name, words: text.slice(finding.start, finding.end), line, related, fixes };
  });
}

function nameOf({ index, inspection }: ReportedRecord): RecordName {
  const text = (field: string) => inspection && fieldText(inspection, field)?.text;
  return { index, id: text('id'), authority: text('authority') };
}

function lineAt({ text, lineStarts }: Slice, line: number): string {
  return text.slice(lineStarts[line], lineEnd(text, lineStarts, line));
}
