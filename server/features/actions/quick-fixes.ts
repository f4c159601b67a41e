import type { Finding } from '../../findings/finding';
import type { Slice } from '../../records/slice';
import type { Span } from '../../text/span';
import type { Action } from './action';
import { ignoreActions } from './ignore';

/** What can be done about those of a record's findings that a span touches. The span is of offsets in the slice. */
export type Remedies = (slice: Slice, span: Span, findings: readonly Finding[]) => Action[];

/** What mends them, the likeliest first. */
export const quickFixes: Remedies = (_, span, findings) => touched(span, findings).flatMap(fixesOf);

/** What silences them. */
export const silencing: Remedies = (slice, span, findings) => touched(span, findings).flatMap(finding => ignoreActions(slice, finding));

function touched(span: Span, findings: readonly Finding[]): Finding[] {
  return findings.filter(finding => finding.start <= span.end && span.start <= finding.end);
}

function fixesOf(finding: Finding): Action[] {
  return (finding.fixes ?? []).map(({ title, edits }, index) => ({ title, kind: 'quickfix', edits, finding, preferred: index === 0 }));
}
