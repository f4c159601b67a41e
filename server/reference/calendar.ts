/** Calendar dates, never time stamps: a day, a month or a year, compared at the precision that both sides have. */
export interface CalendarDate {
  year: number;
  month?: number;
  day?: number;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const DAY = 24 * 60 * 60 * 1000;

/** Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; undefined where it is written otherwise or is no day of the calendar. */
export function parseDate(text: string): CalendarDate | undefined {
  if (!/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)) return undefined;
  return calendarDate(Number(text.slice(0, 4)), text.length > 4 ? Number(text.slice(5, 7)) : undefined, text.length > 7 ? Number(text.slice(8)) : undefined);
}

/** A date of these parts, or undefined if the calendar has none such. */
export function calendarDate(year: number, month?: number, day?: number): CalendarDate | undefined {
  if (year < 1900 || year > 2100) return undefined;
  if (month === undefined) return { year };
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return { year, month };
  return day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : undefined;
}

export function daysInMonth(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeapYear ? 29 : DAYS[month - 1]!;
}

/** As a record writes it: `2024-07-08`, `2024-07`, `2024`. */
export function isoDate({ year, month, day }: CalendarDate): string {
  return [String(year).padStart(4, '0'), month, day].filter(part => part !== undefined).map(part => String(part).padStart(2, '0')).join('-');
}

/** As people write it: "8 July 2024", "July 2024", "2024". */
export function longDate({ year, month, day }: CalendarDate): string {
  return [day, month === undefined ? undefined : MONTHS[month - 1], year].filter(part => part !== undefined).join(' ');
}

/** Below 0: `a` is earlier; above 0: later; 0: the same, or not to be told apart at the precision that both have. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  if (a.year !== b.year || a.month === undefined || b.month === undefined) return a.year - b.year;
  if (a.month !== b.month || a.day === undefined || b.day === undefined) return a.month - b.month;
  return a.day - b.day;
}

/** The first and the last day that a date may mean. */
export function firstDay({ year, month = 1, day = 1 }: CalendarDate): Required<CalendarDate> {
  return { year, month, day };
}

export function lastDay({ year, month = 12, day }: CalendarDate): Required<CalendarDate> {
  return { year, month, day: day ?? daysInMonth(year, month) };
}

export function isDay(date: CalendarDate | undefined): date is Required<CalendarDate> {
  return date?.day !== undefined;
}

/** Days since 1 January 1970. */
export function dayNumber({ year, month, day }: Required<CalendarDate>): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

export function fromDayNumber(number: number): Required<CalendarDate> {
  const date = new Date(number * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function addDays(date: Required<CalendarDate>, days: number): Required<CalendarDate> {
  return fromDayNumber(dayNumber(date) + days);
}

/** Days from `a` to `b`: 0 for the same day. */
export function daysBetween(a: Required<CalendarDate>, b: Required<CalendarDate>): number {
  return dayNumber(b) - dayNumber(a);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(date: Required<CalendarDate>): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

export function weekdayName(date: Required<CalendarDate>): string {
  return WEEKDAYS[weekday(date)]!;
}

export function isWeekend(date: Required<CalendarDate>): boolean {
  return weekday(date) % 6 === 0;
}

/** Mondays to Fridays after `a` up to and including `b`; 0 where `b` is not later. */
export function weekdaysBetween(a: Required<CalendarDate>, b: Required<CalendarDate>): number {
  const days = daysBetween(a, b);
  if (days <= 0) return 0;
  const start = weekday(a);
  let count = Math.floor(days / 7) * 5;
  for (let i = 1; i <= days % 7; i++) if ((start + i) % 7 % 6 !== 0) count++;
  return count;
}

/** The number of a month by its name or its first three letters, in English; undefined for anything else. */
export function monthNumber(name: string): number | undefined {
  const wanted = name.toLowerCase();
  const index = wanted.length < 3 ? -1 : MONTHS.findIndex(month => month.toLowerCase().startsWith(wanted) || (wanted === 'sept' && month === 'September'));
  return index < 0 ? undefined : index + 1;
}
