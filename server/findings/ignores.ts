import { commentsOf } from '../records/comments';
import { linesAround } from '../records/fault';
import type { RecordText } from '../records/read';
import type { IgnoreComment } from '../rules/rule';
import { overlaps, type Span } from '../text/span';
import type { Finding } from './finding';

const MARK = 'inspection-records:';
const IGNORE = /^#\s*inspection-records:\s*ignore\b(.*)$/;

/** The ignore comments of a record, each with the words of the rules that it names. */
export function ignoresOf(record: RecordText, text: string): IgnoreComment[] {
  if (!text.includes(MARK)) return [];
  const head = record.root?.start ?? text.length;
  return commentsOf(text, record.root).flatMap(comment => {
    const names = IGNORE.exec(comment.text)?.[1]!.trimStart();
    if (names === undefined) return [];
    const from = comment.end - names.length;
    const rules = [...names.matchAll(/[^\s,]+/g)].map(match => ({ id: match[0], start: from + match.index, end: from + match.index + match[0].length, used: false }));
    return [{ start: comment.start, end: comment.end, alone: comment.alone, rules, silences: comment.end <= head ? { start: 0, end: text.length } : silenced(text, comment) }];
  });
}

/** The findings that no comment silences; the comments remember which of their rules were of use. */
export function silence(findings: readonly Finding[], ignores: readonly IgnoreComment[]): Finding[] {
  return findings.filter(finding => {
    const silencers = ignores.flatMap(({ silences, rules }) => (beginsIn(finding, silences) ? rules.filter(({ id }) => id === finding.rule) : []));
    for (const rule of silencers) rule.used = true;
    return !silencers.length;
  });
}

/** The lines of a comment: its own, or the next one that holds more than a comment where it stands alone. */
function silenced(text: string, comment: { start: number; end: number; alone: boolean }): Span {
  if (!comment.alone) return linesAround(text, comment);
  const next = /(?:[ \t]*(?:#[^\n\r]*)?[\n\r])+[ \t]*(?=[^\s#])/y;
  next.lastIndex = comment.end;
  const match = next.exec(text);
  const at = match ? next.lastIndex : comment.end;
  return linesAround(text, { start: at, end: at });
}

function beginsIn(finding: Span, lines: Span): boolean {
  return overlaps({ start: finding.start, end: finding.start + 1 }, { start: lines.start, end: lines.end + 1 });
}
