import type { Checker } from '../findings/checker';
import { RecordStream } from '../records/stream';
import { placeFindings, type PlacedFinding } from '../reports/report';
import { pageOf } from '../reports/rule-page';
import { AmongOthers, placeOf } from '../workspace/among';
import { Workspace } from '../workspace/workspace';
import { checkerFor, type CheckOptions, type Level } from './options';
import type { Range, TextEdit, TextFile } from './place';

/** Something that is wrong with a record, or that its author should know. */
export interface Finding {
  /** The id of the rule that says it, such as `unknown-grade`. */
  rule: string;
  severity: Exclude<Level, 'off'>;
  /** What is wrong, what was expected and why, for people. */
  message: string;
  range: Range;
  record: RecordName;
  /** Right values for the words at fault, likeliest first. */
  suggestions: string[];
  /** Ways to mend it, likeliest first. */
  fixes: Fix[];
  /** Other places that have to do with it. */
  related: RelatedPlace[];
  /** The page of the rule in this package. */
  help: string;
}

/** The record that a finding is about. */
export interface RecordName {
  /** Which record of its file it is, from 0. */
  index: number;
  /** What the record says of itself. */
  id?: string;
  authority?: string;
}

/** One way to mend a finding. */
export interface Fix {
  /** What it does, as a menu would say. */
  title: string;
  /** Of the text as it was checked. */
  edits: TextEdit[];
}

export interface RelatedPlace {
  path: string;
  range: Range;
  message: string;
}

/** One file with what was found in it, in order of place. */
export interface CheckedFile {
  path: string;
  /** How many records it has. */
  records: number;
  findings: Finding[];
}

/**
 * Says what is wrong with the records of a text, in order of place. Never throws because of what is in the text.
 * @param text of one or several records in YAML
 * @throws RangeError where an option makes no sense
 */
export function checkText(text: string, options: CheckOptions): Finding[] {
  return checkFiles([{ path: '', text }], options)[0]!.findings;
}

/**
 * Says what is wrong with the records of several files. Records know each other, across files, and nobody else: what one says of
 * another is checked, and so is the journey of each authority.
 * @throws RangeError where an option makes no sense, or two files have the same path
 */
export function checkFiles(files: readonly TextFile[], options: CheckOptions): CheckedFile[] {
  const checker = checkerFor(options);
  const workspace = new Workspace(checker.reader);
  const streams = files.map(({ path, text }) => ({ path, stream: RecordStream.of(text) }));
  for (const { path, stream } of streams) {
    if (workspace.stream(path)) throw new RangeError(`There are two files called '${path}'.`);
    workspace.set(path, stream);
  }
  const among = new AmongOthers(workspace);
  return streams.map(({ path, stream }) => ({ path, records: stream.records.length, findings: findingsIn(path, stream, checker, among) }));
}

function findingsIn(path: string, stream: RecordStream, checker: Checker, among: AmongOthers): Finding[] {
  return stream.records.flatMap(({ index: slice, slice: record }, index) => {
    const inspection = checker.inspection(record);
    return placeFindings({ path, stream, slice, index, inspection }, among.findings(record, checker), (other, span) => {
      const place = placeOf(other)!;
      return { path: place.uri, range: place.stream.rangeOf(place.index, span) };
    }).map(toFinding);
  });
}

function toFinding({ finding: { rule, severity, message, suggestions = [] }, range, record: name, fixes, related }: PlacedFinding): Finding {
  const record = { index: name.index, ...(name.id !== undefined && { id: name.id }), ...(name.authority !== undefined && { authority: name.authority }) };
  return { rule, severity, message, range, record, suggestions: [...suggestions], fixes, related, help: pageOf(rule) };
}
