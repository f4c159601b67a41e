import type { Reference } from '../../reference/reference';
import { fold } from '../../text/spelling';
import { listed } from '../../text/words';
import type { Cell, Sheet } from './cells';
import type { Column, Group, Table } from './columns';
import { cellGrade, saysNothing } from './grades';
import { namesJudgement } from './names';
import type { Role } from './roles';

/** What a table tells of one inspection, as one row. */
export interface InspectionRow {
  cells: readonly Cell[];
  /** "row 4", "rows 4 to 8". */
  place: string;
}

/** The rows below the headings of a table, and what their columns are about. */
export interface InspectionRows {
  rows: readonly InspectionRow[];
  groups: readonly Group[];
  unknown: readonly Column[];
}

/** What tells inspections apart. */
const KEYS: readonly Role[] = ['authority', 'code', 'event', 'start', 'end', 'published'];

/** Cells of a column that are looked at for what it is about. */
const MOST_LOOKED_AT = 100;

/** More than all frameworks have: such a column holds something else. */
const MOST_JUDGEMENTS = 100;

/** The rows of a table. Where each tells one judgement, with its name in one column and its grade in another, those of an inspection are put together. */
export function inspectionRows({ rows: all }: Sheet, table: Table, reference: Reference): InspectionRows {
  const numbered = all.map((cells, index) => ({ cells, number: index + 1 })).slice(table.firstRow, table.endRow).filter(({ cells }) => cells.length > 0 && !table.isHeading(cells));
  return longForm(numbered, table, reference)
    ?? { rows: numbered.map(({ cells, number }) => ({ cells, place: `row ${number}` })), groups: table.groups, unknown: table.unknown };
}

interface NumberedRow { cells: readonly Cell[]; number: number }

/** One inspection while its rows are put together. */
interface Gathered { first: readonly Cell[]; numbers: number[]; grades: Map<number, Cell> }

/** What is told of one inspection: one row, or several where something is told twice, and differently. */
class Telling {
  readonly rows: Gathered[] = [];
  /** By column and by what it says there, the row that says so. Each row takes what those before it have told otherwise, so the first rows have a column and the others lack it. */
  private readonly told = new Map<number, Map<string, Gathered>>();

  /** The first row that says so already, or says nothing there yet; undefined where all say otherwise. */
  rowFor(column: number, { text }: Cell): Gathered | undefined {
    const rows = this.told.get(column);
    return rows?.get(text) ?? this.rows[rows?.size ?? 0];
  }

  note(row: Gathered, column: number, cell: Cell): void {
    row.grades.set(column, cell);
    const rows = this.told.get(column);
    if (rows) rows.set(cell.text, row);
    else this.told.set(column, new Map([[cell.text, row]]));
  }
}

function longForm(rows: readonly NumberedRow[], { groups: [group, ...more], unknown }: Table, reference: Reference): InspectionRows | undefined {
  if (!group || more.length > 0 || group.judgements.length > 0) return undefined;
  const isMostly = (column: Column, isOne: (text: string) => boolean) => {
    const filled = rows.slice(0, MOST_LOOKED_AT).map(row => textAt(row, column)).filter(text => !saysNothing(text));
    return filled.filter(isOne).length * 2 > filled.length;
  };
  const grade = unknown.find(column => isMostly(column, text => reference.grades.scales.some(scale => 'grade' in cellGrade(text, scale, reference))));
  const name = grade && unknown.find(column => column !== grade && isMostly(column, text => namesJudgement(text, reference.frameworks.all)));
  if (!name) return undefined;
  const judgements = headingsIn(rows, name);
  if (judgements.size > MOST_JUDGEMENTS) return undefined;
  const width = Math.max(...[...judgements.values()].map(({ index }) => index)) + 1;
  return {
    rows: gather(rows, { group, name, grade, judgements }).map(({ first, numbers, grades }) => ({ cells: Array.from({ length: width }, (_, index) => grades.get(index) ?? first[index] ?? EMPTY), place: placeOf(numbers) })),
    groups: [{ ...group, judgements: [...judgements.values()] }],
    unknown: unknown.filter(column => column !== name && column !== grade),
  };
}

const EMPTY: Cell = { text: '' };

function textAt({ cells }: NumberedRow, { index }: Column): string {
  return (cells[index]?.text ?? '').trim();
}

/** A column to the right of all others for each judgement that is named, by its folded name. */
function headingsIn(rows: readonly NumberedRow[], name: Column): Map<string, Column> {
  const headings = new Map<string, Column>();
  let width = 0;
  for (const { cells } of rows) width = Math.max(width, cells.length);
  for (const row of rows) {
    const heading = textAt(row, name);
    if (!saysNothing(heading) && !headings.has(fold(heading))) headings.set(fold(heading), { index: width + headings.size, heading, order: 'day' });
    if (headings.size > MOST_JUDGEMENTS) break;
  }
  return headings;
}

interface Columns { group: Group; name: Column; grade: Column; judgements: ReadonlyMap<string, Column> }

/** Rows of one inspection, wherever they stand; a row that says of none what it is about goes on with the one above, as where cells were made one. */
function gather(rows: readonly NumberedRow[], { group, name, grade, judgements }: Columns): Gathered[] {
  const byKey = new Map<string, Telling>();
  const gathered: Gathered[] = [];
  let before: string | undefined;
  for (const row of rows) {
    const parts = KEYS.flatMap(role => (group.roles[role] ?? []).map(column => textAt(row, column)));
    const key = before !== undefined && parts.every(part => part === '') ? before : JSON.stringify(parts);
    before = key;
    const column = judgements.get(fold(textAt(row, name)));
    const cell = column && row.cells[grade.index];
    const own = byKey.get(key) ?? new Telling();
    byKey.set(key, own);
    // What is told twice, and differently, is a row of its own: the two are compared as those of two sheets are.
    let inspection = cell ? own.rowFor(column.index, cell) : own.rows[0];
    if (!inspection) {
      inspection = { first: own.rows[0]?.first ?? row.cells, numbers: [], grades: new Map() };
      own.rows.push(inspection);
      gathered.push(inspection);
    }
    inspection.numbers.push(row.number);
    if (cell) own.note(inspection, column.index, cell);
  }
  return gathered;
}

/** More rows than any inspection has judgements are not told one by one. */
const MOST_NUMBERS = 30;

/** "row 4", "rows 4 to 8", "rows 4, 7 and 9". */
function placeOf(numbers: readonly number[]): string {
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  if (first === last) return `row ${first}`;
  if (numbers.length > MOST_NUMBERS) return `${numbers.length} rows from ${first} to ${last}`;
  return last - first === numbers.length - 1 ? `rows ${first} to ${last}` : `rows ${listed(numbers.map(String))}`;
}
