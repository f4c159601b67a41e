import type { Finding } from '../../findings/finding';
import { commentsOf } from '../../records/comments';
import { linesAround } from '../../records/fault';
import type { Slice } from '../../records/slice';
import type { TextEdit } from '../../rules/rule';
import { lineBreakOf } from '../../text/lines';
import type { Action } from './action';

/** Silences a finding by a comment: on its line, or for its whole record. */
export function ignoreActions(slice: Slice, finding: Finding): Action[] {
  // An ignore comment that silences nothing is removed, not silenced; YAML that cannot be read has no safe place for a comment.
  if (finding.rule === 'unused-ignore' || slice.record.faults.length) return [];
  const offered = [
    { title: `Ignore '${finding.rule}' on this line`, edit: ignoreOnLine(slice, finding) },
    { title: `Ignore '${finding.rule}' in this record`, edit: ignoreInRecord(slice.text, finding.rule) },
  ];
  return offered.flatMap(({ title, edit }) => (edit ? [{ title, kind: 'quickfix', finding, edits: [edit] }] : []));
}

/** Adds to the ignore comment of the line where it has one; else writes one at its end, or above it where other words follow. */
function ignoreOnLine({ text, record }: Slice, finding: Finding): TextEdit | undefined {
  const line = linesAround(text, { start: finding.start, end: finding.start });
  const comment = commentsOf(text, record.root).find(({ start, end }) => start >= line.start && end <= line.end);
  if (comment && /^#\s*inspection-records:\s*ignore\s+\S/.test(comment.text)) return { start: comment.end, end: comment.end, text: `, ${finding.rule}` };
  const words = `# inspection-records: ignore ${finding.rule}`;
  if (!comment && endsOnLine(text, line.end, record)) return { start: line.end, end: line.end, text: ` ${words}` };
  const indent = /^[ \t]*/.exec(text.slice(line.start, line.end))![0];
  // Above its first line it would silence the whole record, and above its `---` stands another record.
  return line.start <= (record.root?.start ?? text.length) ? undefined : { start: line.start, end: line.start, text: `${indent}${words}${lineBreakOf(text)}` };
}

/** Puts the comment at the head of the record: below its `---`, or first of all where it has none. No place is left for it behind `--- {`. */
function ignoreInRecord(text: string, rule: string): TextEdit | undefined {
  const marker = /(?:^|[\n\r])---(?:[ \t]*|[ \t]+#[^\n\r]*)(?:\r\n|[\n\r])/.exec(text);
  if (!marker && /^---/m.test(text)) return undefined;
  const at = marker ? marker.index + marker[0].length : /^\uFEFF?/.exec(text)![0].length;
  return { start: at, end: at, text: `# inspection-records: ignore ${rule}${lineBreakOf(text)}` };
}

/** Whether a comment may stand at the end of the line: no text goes on to the next one. */
function endsOnLine(text: string, lineEnd: number, record: Slice['record']): boolean {
  const probe = `${text.slice(0, lineEnd)} #${text.slice(lineEnd)}`;
  return commentsOf(probe, record.root).some(({ start }) => start === lineEnd + 1);
}
