import { parseDate, type CalendarDate } from '../../reference/calendar';
import type { EventData } from '../../reference/data';
import type { DecidingDate } from '../../reference/frameworks';
import type { Reference } from '../../reference/reference';
import { matched } from '../../reference/match';
import { quote } from '../../text/quote';
import { readDay } from '../day';
import { DraftMaker, type Draft, type Remark } from '../draft';
import type { Cell } from './cells';
import type { Column, Group } from './columns';
import { readAuthority } from './authority';
import { decideEvent } from './decide-event';
import { saysNothing } from './grades';
import { setJudgements, setOutcome } from './row-judgements';
import { findingsIn, themeIn } from './row-texts';
import type { Role } from './roles';

/** One row of a table, as far as it is about one inspection. */
export class Row {
  /** What the source says otherwise than the record does, by its own headings. */
  readonly says: Record<string, string> = {};

  constructor(readonly cells: readonly Cell[], readonly group: Group, readonly place: string, readonly reference: Reference) {}

  /** The first cell of a kind that says something. */
  cell(role: Role): { column: Column; cell: Cell } | undefined {
    return this.all(role)[0];
  }

  all(role: Role): { column: Column; cell: Cell }[] {
    return (this.group.roles[role] ?? []).flatMap(column => this.filled(column));
  }

  /** The judgements that have something in their cells. */
  get judgements(): { column: Column; cell: Cell }[] {
    return this.group.judgements.flatMap(column => this.filled(column));
  }

  evidence({ heading }: Column, { text }: Cell) {
    return { evidence: { place: `${this.place}, ${quote(heading)}`, words: text } };
  }

  private filled(column: Column): { column: Column; cell: Cell }[] {
    const cell = this.cells[column.index];
    return cell && !saysNothing(cell.text) ? [{ column, cell: { ...cell, text: cell.text.trim() } }] : [];
  }
}

/** What else is known of the table that a row stands in. */
export interface TableContext {
  /** The file, for messages and sources. */
  file: string;
  /** The event that all rows are about, where the table does not say it of each; as the user says. */
  event?: EventData;
  /** The event that the title of the table names. */
  titleEvent?: EventData;
}

/** What a row says of an inspection; a text where it says of one, but nothing can be made of it; undefined where it says of none. */
export function readRow(row: Row, context: TableContext): Draft | string | undefined {
  const origin = `${context.file}, ${row.place}`;
  const days = { start: dayOf(row, 'start'), end: dayOf(row, 'end'), published: dayOf(row, 'published') };
  const written = row.cell('authority') ?? row.cell('code');
  if (!days.start && !days.published) return written && (row.judgements.length > 0 || hasUnreadDay(row)) ? `${origin}: there is no day in it that can be read.` : undefined;
  if (!written) return `${origin}: it names no authority.`;
  const on: DecidingDate = days.start ? { date: days.start.date, basis: 'fieldwork' } : { date: days.published!.date, basis: 'published' };
  if (written.column !== row.cell('authority')?.column && !matched(row.reference.authorities.match(written.cell.text, on.date))) return `${origin}: ${quote(written.cell.text)} is no number or code of an authority.`;
  const maker = new DraftMaker(origin);
  readAuthority(row, on.date, maker);
  const event = decideEvent(row, on, context, maker);
  setDays(row, days, maker);
  setTexts(row, maker);
  if (event?.result === 'grades') setJudgements(row, event, on, maker);
  if (event?.result === 'outcome') setOutcome(row, event, maker);
  const { heading } = row.group;
  const title = heading === undefined ? origin : `${origin}, ${quote(heading)}`;
  maker.add('sources', [Object.keys(row.says).length > 0 ? { title, says: row.says } : { title }]);
  return maker.draft();
}

/** "Not yet inspected" stands for no day; what has figures is one that cannot be read. */
function hasUnreadDay(row: Row): boolean {
  return [...row.all('start'), ...row.all('published')].some(({ cell }) => /\d/.test(cell.text) && !/\b1900\b/.test(cell.text));
}

interface RowDay {
  iso: string;
  date: CalendarDate;
  column: Column;
  cell: Cell;
}

function dayOf(row: Row, role: 'start' | 'end' | 'published'): RowDay | undefined {
  const found = row.cell(role);
  const iso = found && readDay(found.cell.text, found.column.order);
  return iso === undefined ? undefined : { iso, date: parseDate(iso)!, ...found! };
}

/**
 * Sets the days. Some programs write the day of publication for the first day of fieldwork as well, where they know no other: no report
 * comes out on the day on which work begins, so that is none.
 */
function setDays(row: Row, { start, end, published }: Record<'start' | 'end' | 'published', RowDay | undefined>, maker: DraftMaker): void {
  const isStand = start && published && start.iso === published.iso;
  if (isStand) row.says[start.column.heading] = start.cell.text;
  else if (start) {
    maker.setIn('fieldwork', 'start', start.iso, aboutDay(row, start));
    if (end) maker.setIn('fieldwork', 'end', end.iso, aboutDay(row, end));
  }
  if (published) maker.set('published', published.iso, aboutDay(row, published));
}

function aboutDay(row: Row, { column, cell }: RowDay): Omit<Remark, 'path'> {
  return { ...row.evidence(column, cell), doubt: column.order === 'month' ? `${quote(cell.text)} is read with the month first, as other days in its column must be` : undefined };
}

/** Fields that are taken over as they are. */
const AS_THEY_ARE = ['lead_inspector', 'report'] as const;

function setTexts(row: Row, maker: DraftMaker): void {
  for (const role of AS_THEY_ARE) {
    const found = row.cell(role);
    if (!found || (role === 'report' && !/^https?:\/\/\S+$/.test(found.cell.text))) continue;
    maker.set(role, found.cell.text, row.evidence(found.column, found.cell));
  }
  const theme = row.cell('theme');
  if (theme) maker.set('theme', themeIn(theme.cell.text, row.reference), row.evidence(theme.column, theme.cell));
  const headline = row.cell('summary');
  if (headline) maker.set('summary', findingsIn(headline.cell.text)[0], { ...row.evidence(headline.column, headline.cell), doubt: EXTRACTED });
  for (const role of ['strengths', 'needs_improvement', 'priority_actions'] as const) {
    for (const { column, cell } of row.all(role)) maker.add(role, findingsIn(cell.text), { ...row.evidence(column, cell), doubt: EXTRACTED });
  }
}

/** Texts in a table were taken out of letters by a program; where one begins or ends is a guess of that program. */
const EXTRACTED = 'taken from a table, where it may be cut off';
