import { calendarDate, compareDates, daysBetween, isDay, isoDate, monthNumber, type CalendarDate } from '../../reference/calendar';
import { withoutWeekdays } from '../day';

/** Days on site, as a record has them. */
export interface Range {
  start: string;
  end?: string;
}

const DAY = /^(\d{1,2})(?:st|nd|rd|th)?(?: (?:of )?([a-z]+))?,?(?: (\d{4}))?$/i;

/**
 * Reads days as reports print them: "8 to 19 July 2024", "19 November–11 December 2013 and 28 – 30 January 2014", "28 July 2016". A month or
 * a year that is not said is that of the day behind. Undefined where any of it is no day, or they are not in order.
 */
export function readRanges(text: string): Range[] | undefined {
  const parts = withoutWeekdays(text).replace(/\.$/, '').split(/ and |; ?|, (?=\d)| & /).map(part => part.split(/ to | until |\s*[-–—]\s*/i).map(day => DAY.exec(day.trim())));
  const ranges: CalendarDate[][] = [];
  let [month, year] = [undefined, undefined] as [number | undefined, number | undefined];
  for (const part of [...parts].reverse()) {
    const days: CalendarDate[] = [];
    for (const match of [...part].reverse()) {
      if (!match) return undefined;
      const named = match[2] === undefined ? undefined : monthNumber(match[2]);
      if (match[2] !== undefined && named === undefined) return undefined;
      const before = month;
      month = named ?? month;
      // Without a year of its own, December before January is that of the year before.
      year = match[3] === undefined ? (year !== undefined && month !== undefined && before !== undefined && month > before ? year - 1 : year) : Number(match[3]);
      const date = month === undefined || year === undefined ? undefined : calendarDate(year, month, Number(match[1]));
      if (!date) return undefined;
      days.unshift(date);
    }
    if (days.length > 2) return undefined;
    ranges.unshift(days);
  }
  const flat = ranges.flat();
  const inOrder = flat.every((date, index) => index === 0 || compareDates(flat[index - 1]!, date) <= 0);
  return inOrder && flat.length > 0 ? joined(ranges).map(([start, end]) => ({ start: isoDate(start!), ...(end ? { end: isoDate(end) } : {}) })) : undefined;
}

/** "21 and 22 June" is one stay. */
function joined(ranges: readonly (readonly CalendarDate[])[]): (readonly CalendarDate[])[] {
  const days: (readonly CalendarDate[])[] = [];
  for (const range of ranges) {
    const last = days.at(-1);
    const [before, day] = [last?.at(-1), range[0]];
    const goesOn = range.length === 1 && isDay(before) && isDay(day) && daysBetween(before, day) === 1;
    if (goesOn) days.splice(-1, 1, [last![0]!, day]);
    else days.push(range);
  }
  return days;
}

/** One day in words: "25 November 2016". */
export function readDayInWords(text: string): string | undefined {
  const [range, ...others] = readRanges(text) ?? [];
  return others.length === 0 && range?.end === undefined ? range?.start : undefined;
}
