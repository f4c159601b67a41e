import { addDays, compareDates, isDay, isoDate, longDate, weekdaysBetween, type CalendarDate } from '../reference/calendar';
import { dateOf, type FieldworkRange, type Inspection } from '../reference/inspection';
import { count } from '../text/words';
import { runOf } from './runs';
import type { Line, Run } from './view';

/** "8–19 July 2024, 10 weekdays on site"; undefined where the record has no fieldwork. */
export function fieldworkInWords({ fieldwork }: Inspection): Line | undefined {
  const ranges = fieldwork.map(rangeInWords).filter(line => line.length > 0);
  if (!ranges.length) return undefined;
  const runs = ranges.flatMap((line, index) => (index === 0 ? line : [{ text: index === ranges.length - 1 ? ' and ' : ', ' }, ...line]));
  const days = weekdaysOnSite(fieldwork);
  return days ? [...runs, { text: `, ${count(days, 'weekday')} on site` }] : runs;
}

/** "28 August 2024, 28 weekdays after fieldwork"; undefined where the record has no publication date. */
export function publishedInWords({ published, fieldwork }: Inspection): Line | undefined {
  const run = runOf(published?.node, 'date');
  if (!run) return undefined;
  const date = dateOf(published);
  const end = lastDayOnSite(fieldwork);
  const days = isDay(date) && end ? weekdaysBetween(end, date) : 0;
  return days > 0 ? [run, { text: `, ${count(days, 'weekday')} after fieldwork` }] : [run];
}

/** When it was, to the month: "July 2024", for a title. */
export function monthInWords({ year, month }: CalendarDate): Run {
  const date = { year, month };
  return { text: longDate(date), iso: isoDate(date) };
}

/** "8–19 July 2024", "28 June – 9 July 2024", and what stands there where it is no date. */
export function rangeInWords({ node, start, end }: FieldworkRange): Line {
  const [first, last] = [dateOf(start), dateOf(end)];
  const runs = [runOf(start?.node, 'date'), runOf(end?.node, 'date')].filter(run => run !== undefined);
  const at = node.start;
  if (!first || !last || runs.length < 2) return runs.flatMap((run, index) => (index ? [{ text: ' – ' }, run] : [run]));
  if (isoDate(first) === isoDate(last)) return [{ ...runs[0]!, at }];
  const { text, dash } = beginning(first, last);
  return [{ ...runs[0]!, text, at }, { text: dash }, runs[1]!];
}

/** The first day without what the last day says as well. */
function beginning(first: CalendarDate, last: CalendarDate): { text: string; dash: string } {
  const sameMonth = first.year === last.year && first.month === last.month;
  if (sameMonth && isDay(first) && isDay(last) && first.day < last.day) return { text: String(first.day), dash: '–' };
  const inOrder = compareDates(first, last) < 0;
  const sameYear = first.year === last.year && first.month !== undefined && last.month !== undefined && inOrder;
  return { text: sameYear ? longDate(first).replace(/ \d{4}$/, '') : longDate(first), dash: ' – ' };
}

/** Undefined where the end of a stay is not known to the day. */
function lastDayOnSite(fieldwork: readonly FieldworkRange[]): Required<CalendarDate> | undefined {
  const ends = fieldwork.map(({ end }) => dateOf(end));
  return ends.length && ends.every(isDay) ? ends.reduce((latest, day) => (compareDates(latest, day) >= 0 ? latest : day)) : undefined;
}

/** Mondays to Fridays on site, first and last days included; undefined where a day is not known. Bank holidays count. */
function weekdaysOnSite(fieldwork: readonly FieldworkRange[]): number | undefined {
  let days = 0;
  for (const range of fieldwork) {
    const [start, end] = [dateOf(range.start), dateOf(range.end)];
    if (!isDay(start) || !isDay(end) || compareDates(start, end) > 0) return undefined;
    days += weekdaysBetween(addDays(start, -1), end);
  }
  return days;
}
