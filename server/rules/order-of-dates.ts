import { compareDates, isDay, type CalendarDate } from '../reference/calendar';
import { dateOf, type DateField, type FieldworkRange, type Inspection } from '../reference/inspection';
import { forTheLast } from './for-the-last';
import type { RuleContext } from './rule';

/** Two dates of a record that contradict each other. */
export interface Disorder {
  kind: 'end before start' | 'start after end' | 'stays overlap' | 'published too early';
  /** The date that is likelier at fault, and the one it contradicts. */
  at: DateField;
  other: DateField;
}

/**
 * Where the dates of a record are not in order: start ≤ end < published, stays after each other and apart. Dates are compared at the
 * precision that both have. While the stays are in disorder nothing is said of the publication; a date in the future contradicts
 * nothing, since it is a mistake of its own.
 */
export const disorders = forTheLast(({ fieldwork, published }: Inspection, { today }: RuleContext): readonly Disorder[] => {
  const comparable = (a: CalendarDate, b: CalendarDate) => (compareDates(a, today) > 0) === (compareDates(b, today) > 0);
  const found: Disorder[] = [];
  let before: DateField | undefined;
  let last: DateField | undefined;
  for (const stay of fieldwork) {
    const { start, end } = stay;
    if (isAfter(start, end) && comparable(dateOf(start)!, dateOf(end)!)) found.push(isOdd(start!, end!, published) ? { kind: 'start after end', at: start!, other: end! } : { kind: 'end before start', at: end!, other: start! });
    if (start && isNotBefore(before, start) && comparable(dateOf(before)!, dateOf(start)!)) found.push({ kind: 'stays overlap', at: start, other: before! });
    before = lastOf(stay);
    if (!last || isAfter(before, last)) last = before;
  }
  if (!found.length && isNotBefore(last, published) && comparable(dateOf(last)!, dateOf(published)!)) found.push({ kind: 'published too early', at: published!, other: last! });
  return found;
});

function lastOf({ start, end }: FieldworkRange): DateField | undefined {
  return dateOf(end) ? end : start;
}

function isAfter(a: DateField | undefined, b: DateField | undefined): boolean {
  const first = dateOf(a);
  const second = dateOf(b);
  return !!first && !!second && compareDates(first, second) > 0;
}

/** Whether `a` lies after `b` or is the same day. */
function isNotBefore(a: DateField | undefined, b: DateField | undefined): boolean {
  const first = dateOf(a);
  const second = dateOf(b);
  return isAfter(a, b) || (isDay(first) && isDay(second) && compareDates(first, second) === 0);
}

/** Whether it is the start, not the end, that does not go with the publication day either. */
function isOdd(start: DateField, end: DateField, published: DateField | undefined): boolean {
  return isNotBefore(start, published) && isAfter(published, end);
}
