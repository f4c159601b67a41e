import { readDay, type Order } from '../day';
import { readRanges, type Range } from '../report/days-in-words';

/** Longer than several days on site are written. */
const MOST_LETTERS = 200;

/** Without spaces a dash stands between days only where it is none of their own. */
const BETWEEN = /\s+(?:to|until|[-–—])\s+|[–—]|(?<=[/.]\d{2,4})-/i;

/** The days that a cell tells: one, "08/07/2024 - 19/07/2024", or as reports print them, "8 to 19 July 2024". Undefined where they are none. */
export function readDays(text: string, order: Order = 'day'): Range[] | undefined {
  const day = readDay(text, order);
  if (day !== undefined) return [{ start: day }];
  if (text.length > MOST_LETTERS) return undefined;
  const [start, end, ...more] = text.split(BETWEEN).map(part => readDay(part, order));
  if (start !== undefined && end !== undefined && more.length === 0) return start <= end ? [{ start, end }] : undefined;
  return readRanges(text);
}
