import { LINE_BREAK, MARKS, NUMBERS } from './marks';
import type { Pasted } from './paste';

/** A judgement may go over so many lines of a table, and a table has so many lines besides: a title, a heading. */
const MOST_LINES_EACH = 5;
const MOST_OTHER_LINES = 3;

/** What begins a point of a list in reports, on pages and slides. A dash does in records, too. */
const BULLET = new RegExp(`^\\s*(?:[${MARKS}–—]|${NUMBERS})\\s`, 'i');

/**
 * Whether a text can hardly be meant otherwise than as what it was taken for: it holds little else, and is no part of a record, which is
 * pasted as it is.
 * @param isInList whether the cursor stands in a list for findings
 */
export function isCertain(text: string, { as, count }: Pick<Pasted, 'as' | 'count'>, isInList: boolean): boolean {
  const lines = text.split(LINE_BREAK).filter(line => line.trim() !== '');
  if (as === 'findings') return isInList && lines[0] !== undefined && BULLET.test(lines[0]);
  return count > 1 && lines.length <= count * MOST_LINES_EACH + MOST_OTHER_LINES && !lines.every(isLineOfRecord);
}

/** "  Overall effectiveness: Good" as a record has it; on a page nothing stands in front. */
function isLineOfRecord(line: string): boolean {
  return /^(?:\s*judgements:\s*$|\s+[^\t|\s][^\t|]*: \S)/.test(line);
}
