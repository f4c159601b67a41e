import { dayNumber, firstDay, isDay, lastDay, longDate, type CalendarDate } from '../../reference/calendar';
import type { Inspection } from '../../reference/inspection';
import { count } from '../../text/words';
import { rangeInWords } from '../dates';
import { plainLine } from '../plain';

/** The day on which a date stands in a time line: its own, or the middle of those that it may mean. */
export function middleDay(date: CalendarDate): number {
  return Math.round((dayNumber(firstDay(date)) + dayNumber(lastDay(date))) / 2);
}

/** The days that a date may mean; undefined where it means one. */
export function rangeOf(date: CalendarDate): { from: number; to: number } | undefined {
  return isDay(date) ? undefined : { from: dayNumber(firstDay(date)), to: dayNumber(lastDay(date)) };
}

/** When an inspection was: "8–19 July 2024", "Published 18 November 2011", "Date not known". */
export function whenInWords({ fieldwork, on }: Inspection): string {
  const ranges = fieldwork.map(range => plainLine(rangeInWords(range))).filter(text => text !== '');
  if (ranges.length) return ranges.join(' and ');
  return on ? `Published ${longDate(on.date)}` : 'Date not known';
}

/** "July 2024", or the year where that is all that is known. */
export function monthOf({ year, month }: CalendarDate): string {
  return longDate({ year, month });
}

/** How long it is from one day to another, as people say it: "4 years and 10 months". */
export function lengthInWords(from: number, to: number): string {
  const months = Math.round((to - from) / DAYS_IN_MONTH);
  const parts = [[Math.floor(months / 12), 'year'], [months % 12, 'month']] as const;
  return parts.filter(([number]) => number).map(([number, unit]) => count(number, unit)).join(' and ') || 'less than a month';
}

const DAYS_IN_MONTH = 365.2425 / 12;
