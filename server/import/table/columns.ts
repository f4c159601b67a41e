import type { EventData } from '../../reference/data';
import type { Reference } from '../../reference/reference';
import { fold } from '../../text/spelling';
import { orderOf, type Order } from '../day';
import type { Cell, Sheet } from './cells';
import { headingIn, headingsAt, namesAuthority, repeated, type Heading } from './headings';
import { eventIn, headingKey, namesJudgement } from './names';
import { roleAtEndOf, roleOf, type Role } from './roles';
import { mayMean, roleByCells } from './vague-headings';

export interface Column {
  index: number;
  heading: string;
  /** What stands first in the days of the column. */
  order: Order;
  /** Whether the heading could mean something else: what the column is about was told by its cells. */
  isVague?: true;
}

/** The columns that tell of one inspection. Most tables have one such group; those with a row for each authority have one for each inspection. */
export interface Group {
  /** The first heading of one of several groups. */
  heading?: string;
  /** What the headings say of the kind of inspection. */
  event?: EventData;
  roles: Partial<Record<Role, readonly Column[]>>;
  judgements: readonly Column[];
}

/** A table of inspections, recognised by its headings. */
export interface Table {
  /** The row below the headings, from 0, and the one behind the last. */
  firstRow: number;
  endRow: number;
  /** Whether a row says the headings again. */
  isHeading(row: readonly Cell[]): boolean;
  groups: readonly Group[];
  /** Columns that are not known. */
  unknown: readonly Column[];
}

/** Titles and explanations stand above the headings, in so many rows at most. */
const MOST_ROWS_ABOVE = 40;

/** More tables than anybody has on one sheet: rows that look like headings behind them are rows like others. */
const MOST_TABLES = 100;

/**
 * Finds the tables of inspections in a sheet, one below the other; none where no row of headings names an authority, a day, and what was
 * inspected. Headings that are said again, as at the top of each page, begin no other table.
 */
export function findTables({ rows }: Sheet, reference: Reference): Table[] {
  const tables: Table[] = [];
  const candidates = headingRows(rows);
  let tried = 0;
  for (const [at, index] of candidates.entries()) {
    const last = tables.at(-1);
    const row = rows[index]!;
    if (last && (index < last.firstRow || last.isHeading(row))) continue;
    if ((!last && index >= MOST_ROWS_ABOVE) || ++tried > MOST_TABLES) break;
    const words = wordsOf(row);
    const isHeading = (other: readonly Cell[]) => wordsOf(other) === words;
    const endRow = candidates.slice(at + 1).find(next => !isHeading(rows[next]!)) ?? rows.length;
    const { headings, firstRow } = headingsAt(rows, index, reference);
    const table = { firstRow, endRow: rows.length, isHeading, ...groupsOf(headings, rows.slice(firstRow, endRow), reference) };
    if (table.groups.length === 0) continue;
    if (last) last.endRow = index;
    tables.push(table);
  }
  return tables;
}

/** Columns of further tables that are looked at for the authority, and letters of such a heading. */
const MOST_COLUMNS_BEFORE = 12;
const MOST_HEADING = 100;

/** The rows in which a cell names the authority as headings do, where that row or the next, which may have headings too, names a day. */
function headingRows(rows: Sheet['rows']): number[] {
  const known = new Map<string, boolean>();
  const isAuthority = (text: string) => {
    if (!known.has(text)) known.set(text, namesAuthority(text));
    return known.get(text)!;
  };
  const isLookedAt = (row: number, column: number, text: string) => row < MOST_ROWS_ABOVE || (column < MOST_COLUMNS_BEFORE && text.length <= MOST_HEADING);
  const hasDay = (row: readonly Cell[] = []) => row.some(({ text }) => namesDay(headingIn(text)));
  return [...rows.keys()].filter(row => rows[row]!.some(({ text }, column) => isLookedAt(row, column, text) && isAuthority(text)) && (hasDay(rows[row]) || hasDay(rows[row + 1])));
}

/** Whether a heading may be that of days. */
function namesDay(heading: string): boolean {
  return DAYS.has(roleOf(heading) ?? roleAtEndOf(heading) ?? 'unused') || mayMean(heading, 'start');
}

function wordsOf(row: readonly Cell[]): string {
  return row.map(({ text }) => text.trim()).join('\n');
}

const DAYS: ReadonlySet<Role> = new Set(['start', 'end', 'published']);

/** Cells of a column that are looked at for what it is about, and for what stands first in its days. */
const MOST_LOOKED_AT = 2000;

/** A column with what it is about, as far as that is known. */
interface Described extends Heading {
  column: Column;
  role?: Role;
}

function describe({ text: heading, above }: Heading, index: number, rows: Sheet['rows'], reference: Reference): Described {
  const texts = () => rows.slice(0, MOST_LOOKED_AT).map(row => row[index]?.text ?? '');
  const named = roleOf(heading);
  const role = named ?? roleByCells(heading, texts(), reference);
  const isDay = DAYS.has(role ?? roleAtEndOf(heading) ?? 'unused');
  return { text: heading, above, role, column: { index, heading, order: isDay ? orderOf(texts()) : 'day', ...(role && !named && { isVague: true }) } };
}

/** One of several inspections that a row tells of. */
interface Part {
  heading?: string;
  own: [Role, Column][];
  columns: Column[];
}

function groupsOf(headings: readonly Heading[], rows: Sheet['rows'], reference: Reference): Pick<Table, 'groups' | 'unknown'> {
  const described = headings.map((heading, index) => describe(heading, index, rows, reference)).filter(({ text }) => text !== '');
  const partOf = partsOf(described);
  const hasDay = described.some(({ role, column }) => isFirstDay(role) && partOf(column) === undefined);
  const shared: [Role, Column][] = [];
  const judgements: Column[] = [];
  const unknown: Column[] = [];
  const parts: Part[] = [];
  for (const { text, above, role, column } of described) {
    const number = role && FOR_ALL.has(role) ? undefined : partOf(column);
    const own = role === undefined && number === undefined ? roleAtEndOf(text) : undefined;
    if (number !== undefined) addTo((parts[number] ??= { heading: above, own: [], columns: [] }), { ...column, heading: above ? `${above} ${text}` : text }, role);
    else if (role) shared.push([role, column]);
    // Beside the day of the inspection only an inspection of its own has another: the day of a plan is none.
    else if (own && (!hasDay || eventIn(text, reference))) {
      const last = parts.at(-1);
      if (last && last.columns.length === 0 && !last.own.some(([other]) => other === own)) last.own.push([own, column]);
      else parts.push({ heading: text, own: [[own, column]], columns: [] });
    } else addTo(parts.at(-1), column);
  }
  function addTo(part: Part | undefined, column: Column, role?: Role): void {
    if (part && role) part.own.push([role, column]);
    else if (part && isJudgementOf(column.heading, part.heading ?? '', reference)) part.columns.push(column);
    else if (namesJudgement(column.heading, reference.frameworks.all)) judgements.push(column);
    else unknown.push(column);
  }
  const isOfAll = ([role]: [Role, Column]) => !DAYS.has(role);
  const groups = parts.map(({ heading, own, columns }): Group => ({ heading, event: heading === undefined ? undefined : eventIn(heading, reference), judgements: columns, roles: rolesOf([...own, ...shared.filter(isOfAll)]) }));
  if (parts.length === 0 || hasDay) groups.unshift({ roles: rolesOf(shared), judgements });
  else unknown.push(...judgements);
  return { groups: groups.filter(({ roles }) => roles.start ?? roles.published), unknown };
}

/** What is said once of all inspections of a row, wherever it stands. */
const FOR_ALL: ReadonlySet<Role> = new Set(['authority', 'code', 'unused']);

function isFirstDay(role: Role | undefined): boolean {
  return role === 'start' || role === 'published';
}

/**
 * Which of several inspections a column tells of, from 0: a row tells of several where a day of one heading stands in several columns. They are told
 * apart by what stands above; else each begins where the first heading stands again.
 */
function partsOf(described: readonly Described[]): (column: Column) => number | undefined {
  const several = described.filter(({ role }) => !role || !FOR_ALL.has(role));
  const twice = repeated(several.map(({ text }) => text));
  const days = several.filter(({ role, text }) => isFirstDay(role) && twice.has(fold(text)));
  if (days.length === 0) return () => undefined;
  if (days.every(({ above }) => above !== undefined) && repeated(days.map(({ above, text }) => `${above} ${text}`)).size === 0) {
    const titles = [...new Set(days.map(({ above }) => above))];
    const byIndex = new Map(described.filter(({ above }) => titles.includes(above)).map(({ above, column }) => [column.index, titles.indexOf(above)]));
    return ({ index }) => byIndex.get(index);
  }
  const first = several.find(({ text }) => twice.has(fold(text)))!;
  const starts = several.filter(({ text }) => fold(text) === fold(first.text)).map(({ column }) => column.index);
  return ({ index }) => (index < starts[0]! ? undefined : starts.filter(start => start <= index).length - 1);
}

/** Whether a heading names a judgement beside a heading that names the inspection: there a short name will do. */
function isJudgementOf(heading: string, inspection: string, reference: Reference): boolean {
  const event = eventIn(inspection, reference);
  const frameworks = event ? reference.frameworks.of(event) : reference.frameworks.all;
  const key = headingKey(heading);
  return namesJudgement(heading, frameworks) || frameworks.some(({ judgements }) => judgements.some(({ name, spellings = [] }) => [name, ...spellings].some(written => key.includes(headingKey(written)))));
}

function rolesOf(columns: readonly (readonly [Role, Column])[]): Group['roles'] {
  const roles: Partial<Record<Role, Column[]>> = {};
  // What is said clearly goes before what is not.
  const [clear, vague] = [columns.filter(([, { isVague }]) => !isVague), columns.filter(([, { isVague }]) => isVague)];
  for (const [role, column] of [...clear, ...vague]) (roles[role] ??= []).push(column);
  return roles;
}
