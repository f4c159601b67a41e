import { addDays, compareDates, isDay, weekdaysBetween, type CalendarDate } from '../reference/calendar';
import { dateOf, type FieldworkRange, type Inspection } from '../reference/inspection';

/** Mondays to Fridays of one stay, first and last day included; undefined where one of the two is not known or they are out of order. Bank holidays count. */
export function weekdaysOnSite(range: FieldworkRange): number | undefined {
  const [start, end] = [dateOf(range.start), dateOf(range.end)];
  return isDay(start) && isDay(end) && compareDates(start, end) <= 0 ? weekdaysBetween(addDays(start, -1), end) : undefined;
}

/** The last day on which inspectors were on site; undefined where a record does not say it to the day. */
export function lastDayOnSite({ fieldwork }: Inspection): Required<CalendarDate> | undefined {
  const ends = fieldwork.map(({ end }) => dateOf(end));
  if (!ends.length || !ends.every(isDay)) return undefined;
  return ends.reduce((latest, day) => (compareDates(latest, day) >= 0 ? latest : day));
}

/** Mondays to Fridays after one day up to another; undefined where that is not later. Bank holidays count. */
export function weekdaysAfter(from: Required<CalendarDate>, to: Required<CalendarDate>): number | undefined {
  return compareDates(from, to) < 0 ? weekdaysBetween(from, to) : undefined;
}
