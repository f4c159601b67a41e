import { parseDate, type CalendarDate } from '../../reference/calendar';
import { quote } from '../../text/quote';
import type { DraftMaker, Remark } from '../draft';
import type { Range } from '../report/days-in-words';
import type { Cell } from './cells';
import type { Column } from './columns';
import { readDays } from './days';
import type { Row } from './row';

/** Days of a row, with where they stand. */
interface RowDays {
  ranges: readonly Range[];
  column: Column;
  cell: Cell;
}

/** What a row says of days, as far as it can be read: on site, with the last day where that has a column of its own; and of publication. */
export interface DaysOfRow {
  start?: RowDays;
  end?: RowDays;
  published?: RowDays;
}

export function daysOf(row: Row): DaysOfRow {
  return { start: daysIn(row, 'start'), end: dayIn(row, 'end'), published: dayIn(row, 'published') };
}

/** The first day, by which a framework is told. */
export function firstOf({ ranges: [range] }: RowDays): CalendarDate {
  return parseDate(range!.start)!;
}

/** Cells that should have a day, and have none that can be read. "Not yet inspected" stands for no day; what has figures is one that cannot be read. */
export function unreadDays(row: Row): { field: 'fieldwork' | 'published'; column: Column; cell: Cell }[] {
  return (['start', 'end', 'published'] as const).flatMap(role => row.all(role)
    .filter(({ column, cell }) => /\d/.test(cell.text) && !/\b1900\b/.test(cell.text) && readDays(cell.text, column.order) === undefined)
    .map(found => ({ field: role === 'published' ? role : 'fieldwork', ...found })));
}

/**
 * Sets the days. Some programs write the day of publication for the first day of fieldwork as well, where they know no other: no report
 * comes out on the day on which work begins, so that is none.
 */
export function setDays(row: Row, { start, end, published }: DaysOfRow, maker: DraftMaker): void {
  const [first, ...others] = start?.ranges ?? [];
  const isStand = first && published && others.length === 0 && first.end === undefined && first.start === published.ranges[0]!.start;
  if (start && isStand) row.says[start.column.heading] = start.cell.text;
  else if (start && others.length > 0) maker.set('fieldwork', start.ranges, aboutDay(row, start));
  else if (start && first) {
    maker.setIn('fieldwork', 'start', first.start, aboutDay(row, start));
    const last = end?.ranges[0]!.start ?? first.end;
    if (last !== undefined) maker.setIn('fieldwork', 'end', last, aboutDay(row, end ?? start));
  }
  if (published) maker.set('published', published.ranges[0]!.start, aboutDay(row, published));
  for (const { field, column, cell } of unreadDays(row)) {
    row.says[column.heading] = cell.text;
    maker.remark([field], { ...row.evidence(column, cell), doubt: `under ${quote(column.heading)} the table has ${quote(cell.text)}, which is no day that can be read` });
  }
}

function daysIn(row: Row, role: 'start' | 'end' | 'published'): RowDays | undefined {
  for (const { column, cell } of row.all(role)) {
    const ranges = readDays(cell.text, column.order);
    if (ranges) return { ranges, column, cell };
  }
  return undefined;
}

/** One day, and no range. */
function dayIn(row: Row, role: 'end' | 'published'): RowDays | undefined {
  const days = daysIn(row, role);
  return days?.ranges.length === 1 && days.ranges[0]!.end === undefined ? days : undefined;
}

function aboutDay(row: Row, { column, cell }: RowDays): Omit<Remark, 'path'> {
  const doubt = column.isVague ? `the table calls it ${quote(column.heading)}: it may be another day`
    : column.order === 'month' ? `${quote(cell.text)} is read with the month first, as other days in its column must be` : undefined;
  return { ...row.evidence(column, cell), doubt };
}
