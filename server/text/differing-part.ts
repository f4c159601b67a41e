import { sameEnds } from './same-ends';
import type { Span } from './span';

/** The one edit that makes a text of another: of what both have at their beginning and end, nothing is touched. */
export function differingPart(before: string, after: string): Span & { text: string } {
  const { first, last } = sameEnds(before, after);
  return { start: first, end: before.length - last, text: after.slice(first, after.length - last) };
}
