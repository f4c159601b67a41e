import type { Finding } from '../../findings/finding';
import type { Slice } from '../../records/slice';
import type { Span } from '../../text/span';
import type { Action } from './action';
import { ignoreActions } from './ignore';

/**
 * What mends those of a record's findings that a span touches, the likeliest first; then what silences them.
 * @param span offsets in the slice
 */
export function quickFixes(slice: Slice, span: Span, findings: readonly Finding[]): Action[] {
  const touched = findings.filter(finding => finding.start <= span.end && span.start <= finding.end);
  return [...touched.flatMap(fixesOf), ...touched.flatMap(finding => ignoreActions(slice, finding))];
}

function fixesOf(finding: Finding): Action[] {
  return (finding.fixes ?? []).map(({ title, edits }, index) => ({ title, kind: 'quickfix', edits, finding, preferred: index === 0 }));
}
