import type { Checker } from '../../findings/checker';
import { Slice } from '../../records/slice';
import type { TextEdit } from '../../rules/rule';
import { applyEdits } from '../../text/edits';

/** Mending one thing may bring another to light; more rounds than this would be a fault of ours. */
const MOST_ROUNDS = 8;

/**
 * Everything that can be mended in a record without looking. The edits turn the slice's text into one in which no finding has such
 * a fix any more (or none that helps); empty where there is nothing to do.
 */
export function fixAll(slice: Slice, checker: Checker): TextEdit[] {
  let current = slice;
  let edits: TextEdit[] = [];
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const next = safeEdits(current, checker);
    if (!next.length) break;
    const text = applyEdits(current.text, next);
    edits = round === 1 ? next : [difference(slice.text, text)];
    current = new Slice(text);
  }
  return edits;
}

/** The edits of fixes that are safe without looking; of two that overlap, the first. */
function safeEdits(slice: Slice, checker: Checker): TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const finding of checker.findings(slice)) {
    const fix = finding.fixes?.find(({ all }) => all);
    if (fix && !fix.edits.some(edit => chosen.some(other => edit.start <= other.end && other.start <= edit.end))) chosen.push(...fix.edits);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** One edit that turns a text into another, leaving alike what they begin and end with alike. */
function difference(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let same = 0;
  while (same < Math.min(before.length, after.length) - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
