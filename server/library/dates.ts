import { isDay, parseDate, type CalendarDate } from '../reference/calendar';

/** A date of which the day or the month may not be known. Throws a RangeError where it is none. @internal */
export function dateFrom(text: string): CalendarDate {
  const date = parseDate(text);
  if (!date) throw new RangeError(`'${text}' is no date: it is written as 2024-07-08, 2024-07 or 2024.`);
  return date;
}

/** The same for a day. @internal */
export function dayFrom(text: string): Required<CalendarDate> {
  const date = parseDate(text);
  if (!isDay(date)) throw new RangeError(`'${text}' is no day: it is written as 2024-07-08.`);
  return date;
}
