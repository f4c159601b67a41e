import type { EventData } from '../../reference/data';
import type { Reference } from '../../reference/reference';
import type { Cell, Sheet } from './cells';
import { orderOf, type Order } from '../day';
import { eventIn, headingKey, namesJudgement } from './names';
import { roleAtEndOf, roleOf, type Role } from './roles';
import { roleByCells } from './vague-headings';

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
  /** The row below the headings, from 0. */
  firstRow: number;
  groups: readonly Group[];
  /** Columns that are not known. */
  unknown: readonly Column[];
}

/** Titles and explanations stand above the headings, in so many rows at most. */
const MOST_ROWS_ABOVE = 40;

/** Letters of a heading that are looked at. */
const MOST_HEADING = 500;

/** Finds the table of inspections in a sheet; undefined where there is none: no row of headings names an authority, a day, and what was inspected. */
export function findTable({ rows }: Sheet, reference: Reference): Table | undefined {
  for (const [index, row] of rows.slice(0, MOST_ROWS_ABOVE).entries()) {
    if (!row.some(({ text }) => ['authority', 'code'].includes(roleOf(text.slice(0, MOST_HEADING)) ?? ''))) continue;
    const table = { firstRow: index + 1, ...groupsOf(row, rows.slice(index + 1), reference) };
    if (table.groups.length > 0) return table;
  }
  return undefined;
}

const DAYS: ReadonlySet<Role> = new Set(['start', 'end', 'published']);

/** Cells of a column that are looked at for what it is about, and for what stands first in its days. */
const MOST_LOOKED_AT = 2000;

function groupsOf(headings: readonly Cell[], rows: Sheet['rows'], reference: Reference): Pick<Table, 'groups' | 'unknown'> {
  const shared: [Role, Column][] = [];
  const judgements: Column[] = [];
  const unknown: Column[] = [];
  const several: { columns: Column[]; own: { role: 'event' | 'published'; column: Column }[] }[] = [];
  for (const [index, { text }] of headings.entries()) {
    const heading = text.slice(0, MOST_HEADING).replace(/\s+/g, ' ').trim();
    const texts = () => rows.slice(0, MOST_LOOKED_AT).map(row => row[index]?.text ?? '');
    const named = roleOf(heading);
    const role = named ?? roleByCells(heading, texts(), reference);
    const own = role === undefined ? roleAtEndOf(heading) : undefined;
    const isDay = DAYS.has(role ?? own ?? 'unused');
    const column: Column = { index, heading, order: isDay ? orderOf(texts()) : 'day', ...(role && !named && { isVague: true }) };
    if (heading === '') continue;
    if (role) shared.push([role, column]);
    else if (own) {
      const last = several.at(-1);
      if (last && last.columns.length === 0 && !last.own.some(other => other.role === own)) last.own.push({ role: own, column });
      else several.push({ columns: [], own: [{ role: own, column }] });
    } else if (several.length > 0 && isJudgementOf(heading, several.at(-1)!.own[0]!.column.heading, reference)) several.at(-1)!.columns.push(column);
    else if (namesJudgement(heading, reference.frameworks.all)) judgements.push(column);
    else unknown.push(column);
  }
  const groups = several.length > 0
    ? several.map(({ columns, own }) => ({ heading: own[0]!.column.heading, event: eventIn(own[0]!.column.heading, reference), judgements: columns, roles: rolesOf([...shared, ...own.map(({ role, column }) => [role, column] as [Role, Column])]) }))
    : [{ roles: rolesOf(shared), judgements }];
  return { groups: groups.filter(({ roles }) => roles.start ?? roles.published), unknown };
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
