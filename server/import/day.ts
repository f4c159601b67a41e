import { calendarDate, isoDate, monthNumber } from '../reference/calendar';

/** What stands first in a day that is written with figures alone. */
export type Order = 'day' | 'month';

/** Longer than a day is written: it is not looked at. */
const MOST_LETTERS = 60;

const IN_FIGURES = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const IN_LETTERS = /^(\d{1,2})(?:st|nd|rd|th)?[- ]([a-z]{3,9})[- ,]+['’]?(\d{4}|\d{2})$/i;
const MONTH_FIRST = /^([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i;
const TIME = /[T ]\d{1,2}:\d{2}[^]*/;
const WEEKDAYS = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]*(?=\s)/gi;

/** A text without the days of the week in it: "Monday 8 July 2024" is 8 July 2024. */
export function withoutWeekdays(text: string): string {
  return text.replace(WEEKDAYS, ' ').replace(/\s+/g, ' ').trim();
}

/**
 * A day as tables and their exports write it: 2024-07-08, or day first as in Britain, 8/7/2024, 08.07.24 and 08-07-2024, or with the month in
 * letters, 8 July 2024, 08-Jul-24 and July 8, 2024; each with or without a time behind it and the day of the week before it. Undefined where the
 * text is no day. As a record writes it.
 */
export function readDay(text: string, order: Order = 'day'): string | undefined {
  if (text.length > MOST_LETTERS) return undefined;
  const written = withoutWeekdays(text).replace(TIME, '');
  const [, ownYear, , ownMonth, ownDay] = YEAR_FIRST.exec(written) ?? [];
  if (ownYear !== undefined) return dayOf(ownYear, Number(ownMonth), ownDay!);
  const inLetters = IN_LETTERS.exec(written);
  if (inLetters) return dayOf(inLetters[3]!, monthNumber(inLetters[2]!), inLetters[1]!);
  const monthFirst = MONTH_FIRST.exec(written);
  if (monthFirst) return dayOf(monthFirst[3]!, monthNumber(monthFirst[1]!), monthFirst[2]!);
  const [, first, between, second, year] = IN_FIGURES.exec(written) ?? [];
  // Of 08-07-24 nobody can say which is the year.
  if (first === undefined || (between === '-' && year!.length === 2)) return undefined;
  return order === 'day' ? dayOf(year!, Number(second), first) : dayOf(year!, Number(first), second!);
}

/** @param month undefined where a word is no name of a month */
function dayOf(year: string, month: number | undefined, day: string): string | undefined {
  const date = month === undefined ? undefined : calendarDate(yearOf(year), month, Number(day));
  return date && date.year > UNKNOWN_YEAR ? isoDate(date) : undefined;
}

/** Programs write 1 January 1900 for a day that they do not know: no inspection is as old as that. */
const UNKNOWN_YEAR = 1900;

function yearOf(written: string): number {
  return written.length === 4 ? Number(written) : 2000 + Number(written);
}

/** The month stands first in days of which some could be none otherwise, and none only otherwise: as American programs write them. */
export function orderOf(texts: readonly string[]): Order {
  const isOnly = (order: Order, other: Order) => texts.some(text => readDay(text, order) !== undefined && readDay(text, other) === undefined);
  return isOnly('month', 'day') && !isOnly('day', 'month') ? 'month' : 'day';
}
