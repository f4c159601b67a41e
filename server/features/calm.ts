import type { Checker } from '../findings/checker';
import type { Finding } from '../findings/finding';
import { linesAround } from '../records/fault';
import type { Slice } from '../records/slice';
import { fold } from '../text/spelling';
import { complete, type CompletionItem } from './completion';

/** What a date or a web address begins with, however far it is typed. */
const BEGINNINGS = [/^\d{1,4}$/, /^\d{4}-(?:\d{1,2}(?:-\d?)?)?$/, /^h(?:t(?:t(?:ps?(?::\/?\/?)?)?)?)?$/];

/**
 * The findings that are fair to show while someone types at `caret` (an offset in the slice). What is certainly wrong shows at
 * once. What is missing in that record may be written next; a word that the caret stands at the end of may be the beginning of a
 * right one; a line that cannot be read may only be half written: these wait.
 */
export function calm(findings: readonly Finding[], slice: Slice, caret: number, checker: Checker): Finding[] {
  const line = linesAround(slice.text, { start: caret, end: caret });
  const typedAt = (finding: Finding) => finding.end <= caret && /^\s*:?\s*$/.test(slice.text.slice(finding.end, caret)) && finding.end >= line.start;
  const candidates = findings.some(typedAt) ? complete(slice, caret, checker).items : [];
  return findings.filter(finding => {
    if (finding.missing) return false;
    if (finding.unfinished && finding.start <= line.end && line.start <= finding.end) return false;
    return !typedAt(finding) || !isBeginning(finding, slice.text.slice(finding.start, finding.end), candidates);
  });
}

function isBeginning(finding: Finding, typed: string, candidates: readonly CompletionItem[]): boolean {
  // A hint is advice about a finished text.
  if (finding.severity === 'hint' || BEGINNINGS.some(pattern => pattern.test(typed))) return true;
  const word = fold(typed);
  return candidates.some(({ label, edit }) => fold(label).startsWith(word) && edit.text.trimEnd() !== typed);
}
