import type { Checker } from '../../findings/checker';
import { Slice } from '../../records/slice';
import type { Fix, TextEdit } from '../../rules/rule';
import { applyEdits } from '../../text/edits';

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
    const text = applyEdits(current.text, fixes.flatMap(fix => fix.edits));
    if (text === current.text) break;
    findings += fixes.length;
    edits = round === 1 ? fixes.flatMap(fix => fix.edits).sort((a, b) => a.start - b.start) : [difference(slice.text, text)];
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

/** One edit that turns a text into another, leaving alike what they begin and end with alike. */
function difference(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let same = 0;
  while (same < Math.min(before.length, after.length) - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
