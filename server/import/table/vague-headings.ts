import { matched } from '../../reference/match';
import type { Reference } from '../../reference/reference';
import { fold } from '../../text/spelling';
import { readDays } from './days';
import { saysNothing } from './grades';
import { onlyEventIn } from './names';
import type { Role } from './roles';

/** Headings that may mean several things: what they mean is told by what stands below. */
const VAGUE: readonly { role: Role; headings: readonly string[]; isOne(text: string, reference: Reference): boolean }[] = [
  { role: 'event', headings: ['type', 'kind', 'inspection', 'visit'], isOne: (text, reference) => (matched(reference.events.match(text)) ?? onlyEventIn(text, reference)) !== undefined },
  { role: 'start', headings: ['date', 'dates', 'day', 'days'], isOne: text => readDays(text) !== undefined || readDays(text, 'month') !== undefined },
];

/** Longer than what such a cell has: it is not looked at; and so many of them tell what a column is about. */
const MOST_LETTERS = 200;
const MOST_CELLS = 100;

/**
 * What a column with a vague heading is about, if it is that in most of its cells.
 * @param texts of its cells
 */
export function roleByCells(heading: string, texts: readonly string[], reference: Reference): Role | undefined {
  const vague = VAGUE.find(({ headings }) => headings.includes(fold(heading)));
  if (!vague) return undefined;
  const filled = texts.filter(text => !saysNothing(text)).slice(0, MOST_CELLS);
  const fitting = filled.filter(text => text.length <= MOST_LETTERS && vague.isOne(text.trim(), reference)).length;
  return fitting * 2 > filled.length ? vague.role : undefined;
}

/** Whether a vague heading may mean something, whatever stands below. */
export function mayMean(heading: string, role: Role): boolean {
  return VAGUE.some(vague => vague.role === role && vague.headings.includes(fold(heading)));
}
