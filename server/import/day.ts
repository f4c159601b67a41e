import { calendarDate, isoDate, monthNumber, parseDate, type CalendarDate } from '../reference/calendar';

/** What stands first in a day that is written with figures alone. */
export type Order = 'day' | 'month';

const IN_FIGURES = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})$/;

/**
 * A day as tables and their exports write it: 2024-07-08, with or without a time, or day first as in Britain, 8/7/2024 and 08/07/24, or with
 * the month in letters, 8 July 2024 and 08-Jul-24. Undefined where the text is no day. As a record writes it.
 */
export function readDay(text: string, order: Order = 'day'): string | undefined {
  const written = text.trim();
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(written)?.[1];
  if (iso !== undefined) return checked(parseDate(iso));
  const inLetters = /^(\d{1,2})[- ]([a-z]{3,9})[- ,]+(\d{4}|\d{2})$/i.exec(written);
  if (inLetters) return checked(calendarDate(yearOf(inLetters[3]!), monthNumber(inLetters[2]!), Number(inLetters[1])));
  const inFigures = IN_FIGURES.exec(written);
  if (!inFigures) return undefined;
  const [first, second] = [Number(inFigures[1]), Number(inFigures[2])];
  return checked(order === 'day' ? calendarDate(yearOf(inFigures[3]!), second, first) : calendarDate(yearOf(inFigures[3]!), first, second));
}

function yearOf(written: string): number {
  return written.length === 4 ? Number(written) : 2000 + Number(written);
}

/** The month stands first in days of which some could be none otherwise, and none only otherwise: as American programs write them. */
export function orderOf(texts: readonly string[]): Order {
  const isOnly = (order: Order, other: Order) => texts.some(text => readDay(text, order) !== undefined && readDay(text, other) === undefined);
  return isOnly('month', 'day') && !isOnly('day', 'month') ? 'month' : 'day';
}

/** Programs write 1 January 1900 for a day that they do not know: no inspection is as old as that. */
const UNKNOWN_YEAR = 1900;

function checked(date: CalendarDate | undefined): string | undefined {
  return date && date.year > UNKNOWN_YEAR ? isoDate(date) : undefined;
}
