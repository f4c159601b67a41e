import type { Span } from '../text/span';

/** What is wrong with the YAML of a record. The words for it are the business of rule `yaml-syntax`. */
export type FaultKind =
  | 'tab' | 'conflict' | 'unclosed-quote' | 'unclosed-bracket' | 'indentation' | 'missing-colon' | 'missing-comma' | 'missing-space' | 'colon-in-value'
  | 'list-on-field-line' | 'bullet' | 'after-value' | 'reserved-start' | 'bad-escape' | 'unknown-alias' | 'tag' | 'directive' | 'complex-key'
  | 'separator' | 'on-marker-line' | 'odd-space' | 'unseen-space' | 'control-character' | 'binary' | 'too-large' | 'too-many-records' | 'too-deep' | 'too-many-aliases' | 'other';

/** One mistake in the YAML: the words at fault, by offsets in the slice. */
export interface Fault extends Span {
  kind: FaultKind;
}

/** The lines from the one that holds `start` to the one that holds `end`, without the last line break. */
export function linesAround(text: string, { start, end }: Span): Span {
  let from = Math.min(start, text.length);
  let to = Math.max(end, from);
  while (from > 0 && !isBreak(text, from - 1)) from--;
  if (to > from && isBreak(text, to - 1)) to--;
  while (to < text.length && !isBreak(text, to)) to++;
  return { start: from, end: to };
}

/** The span without white space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

/** The text with a span made blank: as long as before and with the same line breaks, so that every offset still holds. */
export function blankOut(text: string, { start, end }: Span): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n\r]/g, ' ') + text.slice(end);
}

/**
 * The text with a span read as the name of a field, or as the beginning of the name behind it: so what is written below stays below
 * it, and joins no words above. Of the same length too.
 */
export function readAsName(text: string, { start, end }: Span): string {
  const isWhole = end - start > 1 && (end === text.length || isBreak(text, end));
  return text.slice(0, start) + (isWhole ? ':'.padStart(end - start, '_') : '_'.repeat(end - start)) + text.slice(end);
}

function isBreak(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}
