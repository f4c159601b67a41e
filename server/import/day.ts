import { calendarDate, isoDate, parseDate, type CalendarDate } from '../reference/calendar';

/**
 * A day as tables and their exports write it: 2024-07-08, with or without a time, or day first as in Britain, 8/7/2024 and 08/07/24.
 * Undefined where the text is no day. As a record writes it.
 */
export function readDay(text: string): string | undefined {
  const written = text.trim();
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(written)?.[1];
  if (iso !== undefined) return checked(parseDate(iso));
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})$/.exec(written);
  if (!british) return undefined;
  const [day, month, year] = british.slice(1).map(Number);
  return checked(calendarDate(british[3]!.length === 4 ? year! : 2000 + year!, month, day));
}

/** Programs write 1 January 1900 for a day that they do not know: no inspection is as old as that. */
const UNKNOWN_YEAR = 1900;

function checked(date: CalendarDate | undefined): string | undefined {
  return date && date.year > UNKNOWN_YEAR ? isoDate(date) : undefined;
}
