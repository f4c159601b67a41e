import type { Checker } from '../../findings/checker';
import { Slice } from '../../records/slice';
import type { Fix, TextEdit } from '../../rules/rule';
import { applyEdits } from '../../text/edits';
import { composeEdits } from '../format/compose-edits';

/** Mending one thing may bring another to light; more rounds than this would be a fault of ours. */
const MOST_ROUNDS = 8;

/** What mending a record comes to. */
export interface Mended {
  /** They turn the slice's text into one in which no finding can be mended without looking any more (or none with effect). */
  edits: TextEdit[];
  /** How many findings they mend, with those that come to light on the way. */
  findings: number;
}

/** The edits for everything that can be mended in a record without looking; none where there is nothing to do. */
export function fixAll(slice: Slice, checker: Checker): TextEdit[] {
  return mend(slice, checker).edits;
}

/** The same, with how much it mends. */
export function mend(slice: Slice, checker: Checker): Mended {
  let current = slice;
  let edits: TextEdit[] = [];
  let findings = 0;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const fixes = safeFixes(current, checker);
    const more = fixes.flatMap(fix => fix.edits).sort((a, b) => a.start - b.start);
    const text = applyEdits(current.text, more);
    if (text === current.text) break;
    findings += fixes.length;
    edits = composeEdits(slice.text, edits, more);
    current = new Slice(text);
  }
  return { edits, findings };
}

/** Fixes that are safe without looking; of two that overlap, the first. */
function safeFixes(slice: Slice, checker: Checker): Fix[] {
  const chosen: Fix[] = [];
  for (const finding of checker.findings(slice)) {
    const fix = finding.fixes?.find(({ all }) => all);
    if (fix && !fix.edits.some(edit => chosen.some(other => other.edits.some(({ start, end }) => edit.start <= end && start <= edit.end)))) chosen.push(fix);
  }
  return chosen;
}
