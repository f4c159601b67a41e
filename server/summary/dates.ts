import { addDays, compareDates, isDay, isoDate, longDate, weekdaysBetween, type CalendarDate } from '../reference/calendar';
import { dateOf, type FieldworkRange, type Inspection } from '../reference/inspection';
import type { WorkingDays } from '../reference/working-days';
import { count } from '../text/words';
import { runOf } from './runs';
import type { Line, Run } from './view';

type Day = Required<CalendarDate>;

/** "8–19 July 2024, 10 working days on site"; undefined where the record has no fieldwork. */
export function fieldworkInWords({ fieldwork, reference }: Inspection): Line | undefined {
  const ranges = fieldwork.map(rangeInWords).filter(line => line.length > 0);
  if (!ranges.length) return undefined;
  const runs = ranges.flatMap((line, index) => (index === 0 ? line : [{ text: index === ranges.length - 1 ? ' and ' : ', ' }, ...line]));
  const days = daysOnSite(fieldwork, reference.workingDays);
  return days ? [...runs, { text: `, ${days} on site` }] : runs;
}

/** "28 August 2024, 27 working days after fieldwork"; undefined where the record has no publication date. */
export function publishedInWords({ published, fieldwork, reference }: Inspection): Line | undefined {
  const run = runOf(published?.node, 'date');
  if (!run) return undefined;
  const date = dateOf(published);
  const end = lastDayOnSite(fieldwork);
  if (!isDay(date) || !end || compareDates(end, date) >= 0) return [run];
  return [run, { text: `, ${daysInWords([[end, date]], reference.workingDays)} after fieldwork` }];
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
function lastDayOnSite(fieldwork: readonly FieldworkRange[]): Day | undefined {
  const ends = fieldwork.map(({ end }) => dateOf(end));
  return ends.length && ends.every(isDay) ? ends.reduce((latest, day) => (compareDates(latest, day) >= 0 ? latest : day)) : undefined;
}

/** Days on site, first and last days included; undefined where a day is not known, or there was none. */
function daysOnSite(fieldwork: readonly FieldworkRange[], workingDays: WorkingDays): string | undefined {
  const stays: [Day, Day][] = [];
  for (const range of fieldwork) {
    const [start, end] = [dateOf(range.start), dateOf(range.end)];
    if (!isDay(start) || !isDay(end) || compareDates(start, end) > 0) return undefined;
    stays.push([addDays(start, -1), end]);
  }
  return daysInWords(stays, workingDays);
}

/** "10 working days": those after each first day up to its last day; weekdays where bank holidays are not known. Undefined for none. */
function daysInWords(spans: readonly (readonly [Day, Day])[], workingDays: WorkingDays): string | undefined {
  const working = spans.map(([from, to]) => workingDays.between(from, to));
  const areKnown = working.every(days => days !== undefined);
  const days = (areKnown ? working : spans.map(([from, to]) => weekdaysBetween(from, to))).reduce((sum, each) => sum + each, 0);
  return days ? count(days, areKnown ? 'working day' : 'weekday') : undefined;
}
