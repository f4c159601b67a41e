import { addDays, compareDates, isDay, weekdaysBetween, type CalendarDate } from '../reference/calendar';
import { dateOf, type FieldworkRange, type Inspection } from '../reference/inspection';
import type { WorkingDays } from '../reference/working-days';
import { count } from '../text/words';

type Day = Required<CalendarDate>;

/** "10 working days": those of one stay, first and last day included; undefined where one of the two is not known or they are out of order. */
export function workOnSite(range: FieldworkRange, workingDays: WorkingDays): string | undefined {
  const [start, end] = [dateOf(range.start), dateOf(range.end)];
  return isDay(start) && isDay(end) && compareDates(start, end) <= 0 ? inWords(addDays(start, -1), end, workingDays) : undefined;
}

/** The last day on which inspectors were on site; undefined where a record does not say it to the day. */
export function lastDayOnSite({ fieldwork }: Inspection): Day | undefined {
  const ends = fieldwork.map(({ end }) => dateOf(end));
  if (!ends.length || !ends.every(isDay)) return undefined;
  return ends.reduce((latest, day) => (compareDates(latest, day) >= 0 ? latest : day));
}

/** "27 working days": those after one day up to another; undefined where that is not later. */
export function workAfter(from: Day, to: Day, workingDays: WorkingDays): string | undefined {
  return compareDates(from, to) < 0 ? inWords(from, to, workingDays) : undefined;
}

/** For a year whose bank holidays are not known, Mondays to Fridays, and called so. */
function inWords(after: Day, upTo: Day, workingDays: WorkingDays): string | undefined {
  const working = workingDays.between(after, upTo);
  const [days, word] = working === undefined ? [weekdaysBetween(after, upTo), 'weekday'] as const : [working, 'working day'] as const;
  return days > 0 ? count(days, word) : undefined;
}
