import type { Checker } from '../../findings/checker';
import type { Finding } from '../../findings/finding';
import type { Slice } from '../../records/slice';
import type { Span } from '../../text/span';
import type { Action } from './action';
import { ignoreActions } from './ignore';

/** What mends the findings that a span touches, the likeliest first; then what silences them. Offsets in the slice. */
export function quickFixes(slice: Slice, span: Span, checker: Checker): Action[] {
  const findings = checker.findings(slice).filter(finding => finding.start <= span.end && span.start <= finding.end);
  return [...findings.flatMap(fixesOf), ...findings.flatMap(finding => ignoreActions(slice, finding))];
}

function fixesOf(finding: Finding): Action[] {
  return (finding.fixes ?? []).map(({ title, edits }, index) => ({ title, kind: 'quickfix', edits, finding, preferred: index === 0 }));
}
