import type { Span } from './span';

/** The one edit that makes a text of another: of what both have at their beginning and end, nothing is touched. */
export function differingPart(before: string, after: string): Span & { text: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
