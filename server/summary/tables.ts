import { isEmpty, type Node } from '../records/node';
import { compareDates, type CalendarDate } from '../reference/calendar';
import { fieldAt, fieldsAt, type Field } from '../reference/fields';
import type { Inspection } from '../reference/inspection';
import { readDate } from '../reference/written-date';
import { isOpen } from '../rules/across/own-record';
import { capitalised, count } from '../text/words';
import { itemsOf, runOf, valueIn } from './runs';
import type { Line, Run, TableSection } from './view';

/** Fields whose entries stand in a table: what they do has an owner, a day, a state. */
export const TABLES: ReadonlySet<string> = new Set(['actions', 'follow_up']);

/** What a column is called where the name of its field would be long or say too little; by field. */
const COLUMNS: Readonly<Record<string, string>> = { action: 'Action', addresses: 'Addresses', kind: 'Step', date: 'When', name: 'Who', note: 'Note' };

/** The entries of a list, one in a row; columns that no entry fills are left out. Undefined where there are no entries. */
export function tableSection(inspection: Inspection, { name, title }: Field, today: Required<CalendarDate>): TableSection | undefined {
  const path = [name, 0];
  const entries = itemsOf(inspection.fields.get(name)?.value).map(node => cellsOf(node, path, today)).filter(cells => cells.size > 0);
  if (!entries.length) return undefined;
  const columns = fieldsAt(path).filter(field => entries.some(cells => cells.has(field.name)));
  return {
    id: name, title, count: entries.length, style: 'table', note: noteOn(entries, path),
    columns: columns.map(column => COLUMNS[column.name] ?? column.title),
    rows: entries.map(cells => columns.map((column): Line => {
      const run = cells.get(column.name);
      return run ? [run] : [];
    })),
  };
}

/** What an entry says, by field; of an entry that is no mapping, its words are what it is about. */
function cellsOf(node: Node, path: (string | number)[], today: Required<CalendarDate>): Map<string, Run> {
  const fields = fieldsAt(path);
  const cells = new Map<string, Run>();
  for (const field of fields) {
    const run = node.kind === 'map' ? runOf(valueIn(node, path, field.name), field.form) : field === fields[0] ? runOf(node) : undefined;
    if (run) cells.set(field.name, field.values.length ? { ...run, text: capitalised(run.text) } : run);
  }
  const due = cells.get('due');
  if (node.kind === 'map' && due && isOverdue(node, path, today)) cells.set('due', { ...due, mark: 'overdue' });
  return cells;
}

function isOverdue(node: Extract<Node, { kind: 'map' }>, path: readonly (string | number)[], today: Required<CalendarDate>): boolean {
  const [due, status] = [valueIn(node, path, 'due'), valueIn(node, path, 'status')];
  if (due?.kind !== 'scalar' || (status?.kind === 'scalar' && !isEmpty(status) && !isOpen(status.text))) return false;
  const written = readDate(due);
  return 'date' in written && compareDates(written.date, today) < 0;
}

/** How far things have come: "1 done, 2 in progress, 1 overdue"; undefined where the list has no states. */
function noteOn(entries: readonly ReadonlyMap<string, Run>[], path: readonly (string | number)[]): string | undefined {
  const states = fieldAt([...path, 'status'])?.values;
  if (!states || entries.length < 2) return undefined;
  const numbers = states.map(state => [entries.filter(cells => cells.get('status')?.text === capitalised(state)).length, state] as const);
  const overdue = entries.filter(cells => cells.get('due')?.mark === 'overdue').length;
  const parts = [...numbers, [overdue, 'overdue'] as const].filter(([number]) => number).map(([number, state]) => `${number} ${state}`);
  return parts.length ? `${count(entries.length, 'action')}: ${parts.join(', ')}` : undefined;
}
