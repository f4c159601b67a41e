import type { TextEdit } from '../../rules/rule';
import { applyEdits } from '../../text/edits';
import type { Span } from '../../text/span';

/**
 * The edits that do at once what `first` and then `second` do. Each list is in order of place and of distinct places.
 * @param first edits of `text`
 * @param second edits of what `first` makes of it
 */
export function composeEdits(text: string, first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  const between = applyEdits(text, first);
  return joined([...resultsOf(first), ...second]).map(({ start, end }) => {
    const inside = second.filter(edit => edit.start >= start && edit.end <= end);
    const moved = inside.map(edit => ({ start: edit.start - start, end: edit.end - start, text: edit.text }));
    return { start: placeBefore(first, start, false), end: placeBefore(first, end, true), text: applyEdits(between.slice(start, end), moved) };
  });
}

/** Where the new texts of edits come to stand. */
function resultsOf(edits: readonly TextEdit[]): Span[] {
  let longer = 0;
  return edits.map(({ start, end, text }) => {
    const from = start + longer;
    longer += text.length - (end - start);
    return { start: from, end: from + text.length };
  });
}

/** Spans that overlap or touch made one. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else result.push({ start: span.start, end: span.end });
  }
  return result;
}

/** Where a place behind edits, not inside of a new text, was before them. @param isEnd what was put or taken away right there belongs to it */
function placeBefore(edits: readonly TextEdit[], place: number, isEnd: boolean): number {
  let longer = 0;
  for (const { start, end, text } of edits) {
    const from = start + longer;
    if (isEnd ? from > place : from >= place) break;
    longer += text.length - (end - start);
  }
  return place - longer;
}
