import type { EventData } from '../../reference/data';
import type { Reference } from '../../reference/reference';
import { quote } from '../../text/quote';
import { count, listed } from '../../text/words';
import type { Draft, Reading } from '../draft';
import { Unreadable, type Sheet } from './cells';
import { findTables, type Table } from './columns';
import { readExported } from './exported';
import { inspectionRows } from './long-form';
import { eventIn } from './names';
import { Row, type TableContext } from './row';
import { readRow } from './read-row';

/** Ten times as many inspections as there were of all authorities since 2009: a table with more is something else, or made to do harm. */
const MOST_INSPECTIONS = 20_000;

/** Rows that cannot be used are named one by one, up to so many. */
const MOST_NAMED = 10;

/**
 * Reads every sheet of a spreadsheet that holds a table of inspections. What is said more than once, sheet by sheet, is a draft each time.
 * @param file its name, for sources and messages
 * @param event what all rows are about where the table does not say it
 */
export function readSheets(sheets: readonly Sheet[], file: string, reference: Reference, event?: EventData): Reading {
  const drafts: Draft[] = [];
  const notes: string[] = [];
  let tables = 0;
  for (const sheet of sheets) {
    const title = `${sheet.name} ${file}`.trim();
    const exported = readExported(sheet, file, reference);
    const context = { file, event, title, titleEvent: eventIn(title.replace(/[-_.]+/g, ' '), reference) };
    const readings = exported ? [exported] : findTables(sheet, reference).map(table => readTable(sheet, table, context, reference));
    tables += readings.length;
    drafts.push(...readings.flatMap(reading => reading.drafts));
    notes.push(...readings.flatMap(reading => reading.notes));
  }
  if (tables === 0) notes.push(`${file}: there is no table of inspections in it: no row of headings names an authority and a day, as 'Local authority' and 'Inspection date' would.`);
  return { drafts, notes };
}

function readTable(sheet: Sheet, table: Table, context: TableContext, reference: Reference): Reading {
  const { file } = context;
  const drafts: Draft[] = [];
  const problems: string[] = [];
  const where = sheet.name === '' ? '' : `sheet ${quote(sheet.name)}, `;
  const { rows, groups, unknown: left } = inspectionRows(sheet, table, reference);
  for (const { cells, place } of rows) {
    for (const group of groups) {
      const read = readRow(new Row(cells, group, `${where}${place}`, reference), context);
      if (typeof read === 'string') problems.push(read);
      else if (read && drafts.push(read) > MOST_INSPECTIONS) throw new Unreadable('it has far more rows than any table of inspections; nothing of it was read.');
    }
  }
  const place = sheet.name === '' ? file : `${file}, sheet ${quote(sheet.name)}`;
  const unknown = left.length > 0 ? [`${place}: ${count(left.length, 'column')} ${left.length === 1 ? 'is' : 'are'} not known and left out: ${listed(left.map(({ heading }) => quote(heading)))}.`] : [];
  const more = problems.length > MOST_NAMED ? [`${place}: ${count(problems.length - MOST_NAMED, 'more row')} could not be used.`] : [];
  return { drafts, notes: [...unknown, ...problems.slice(0, MOST_NAMED), ...more] };
}
