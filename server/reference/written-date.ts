import type { ScalarNode } from '../records/node';
import { withoutCurlyQuotes } from '../text/spelling';
import { calendarDate, isoDate, monthNumber, parseDate, type CalendarDate } from './calendar';

/** What a date field says: a date, or why it is none, with the dates that may be meant (as a record writes them, likeliest first). */
export type WrittenDate =
  | { date: CalendarDate }
  | { problem: 'impossible' | 'format'; meant: string[] };

/** Reads the value of a date field; a bare year is a number in YAML and a date here. */
export function readDate(node: ScalarNode): WrittenDate {
  const text = node.text.trim();
  const date = parseDate(text);
  if (date) return { date };
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return { problem: 'impossible', meant: [] };
  const meant = otherwiseWritten(withoutCurlyQuotes(text).trim().replace(/[\u2010-\u2015\u2212]/g, '-'));
  return { problem: meant?.length === 0 ? 'impossible' : 'format', meant: meant ?? [] };
}

/** The dates that a text in another notation may mean; empty: it is such a notation, but no day of the calendar; undefined: no date at all. */
function otherwiseWritten(text: string): string[] | undefined {
  for (const [pattern, read] of NOTATIONS) {
    const match = pattern.exec(text);
    const dates = match && read(match.slice(1));
    if (dates) return [...new Set(dates.filter(date => date !== undefined).map(isoDate))];
  }
  return undefined;
}

/** The dates that the parts may make, each undefined where the calendar has none such; undefined: these are no parts of a date. */
type Reading = (parts: string[]) => (CalendarDate | undefined)[] | undefined;

const NOTATIONS: [RegExp, Reading][] = [
  // Right but for the quotes or dashes of a text program: 2024–07–08, “2024-07”
  [/^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/, ([y, m, d]) => [calendarDate(+y!, m === undefined ? undefined : +m, d === undefined ? undefined : +d)]],
  // Time stamps and year first: 2024-07-08T00:00:00Z, 2024-7-8, 2024/07/08, 20240708
  [/^(\d{4})-(\d{1,2})-(\d{1,2})[T ]\d{1,2}:\d{2}.*$/i, ([y, m, d]) => [calendarDate(+y!, +m!, +d!)]],
  [/^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/, ([y, m, d]) => [calendarDate(+y!, +m!, +d!)]],
  [/^((?:19|20)\d{2})(\d{2})(\d{2})$/, ([y, m, d]) => [calendarDate(+y!, +m!, +d!)]],
  [/^(\d{4})[-/](\d)$/, ([y, m]) => [calendarDate(+y!, +m!)]],
  // Day first, as in Britain; month first is offered beside it where both are possible: 8/7/2024
  [/^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/, ([a, b, y]) => [calendarDate(fullYear(y!), +b!, +a!), calendarDate(fullYear(y!), +a!, +b!)]],
  [/^(\d{1,2})[-/](\d{4})$/, ([m, y]) => [calendarDate(+y!, +m!)]],
  // In words: Monday 8th July 2024, 8-Jul-24, July 8, 2024, July 2024
  [/^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[- ](?:of )?([a-z]+)\.?,?[- ](\d{4}|\d{2})$/i, ([d, m, y]) => named(m!, month => calendarDate(fullYear(y!), month, +d!))],
  [/^(?:[a-z]+,? )?([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i, ([m, d, y]) => named(m!, month => calendarDate(+y!, month, +d!))],
  [/^([a-z]+)\.?,? (\d{4})$/i, ([m, y]) => named(m!, month => calendarDate(+y!, month))],
];

function named(name: string, make: (month: number) => CalendarDate | undefined): ReturnType<Reading> {
  const month = monthNumber(name);
  return month === undefined ? undefined : [make(month)];
}

function fullYear(text: string): number {
  return text.length === 4 ? +text : +text < 70 ? 2000 + +text : 1900 + +text;
}
