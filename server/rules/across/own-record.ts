import { compareDates, longDate } from '../../reference/calendar';
import { fieldAt } from '../../reference/fields';
import type { Inspection } from '../../reference/inspection';
import { readDate } from '../../reference/written-date';
import { isEmpty, pairOf, toValue, type MapNode, type Node, type Pair } from '../../records/node';
import { quote } from '../../text/quote';
import { fold } from '../../text/spelling';
import { listed } from '../../text/words';
import { NOTHING, ofEach, type InspectionRule, type Report } from '../rule';

/** Statuses of an action about which nothing is left to do. */
const SETTLED: readonly string[] = ['done', 'dropped'];

/** Whether something is left to do of an action with a status. Of one whose status is a word of the writer's own nobody knows, and so it is not said to be late. */
export function isOpen(status: string | undefined): boolean {
  if (!status) return true;
  const known = fieldAt(['actions', 0, 'status'])?.values.find(value => fold(value) === fold(status));
  return known !== undefined && !SETTLED.includes(known);
}

export const sourceConflict: InspectionRule = {
  id: 'source-conflict',
  severity: 'information',
  summary: 'A source says otherwise about a field of the record.',
  why: 'Reports, the reports site and the press differ at times (Norfolk 2015: 19 or 20 October). The record keeps both, and readers should know.',
  check: inspection => ofEach(entries(inspection, 'sources'), source => conflictsOf(source, inspection)),
};

function* conflictsOf(source: MapNode, { fields }: Inspection): Iterable<Report> {
  const says = pairOf(source, 'says')?.value;
  if (says?.kind !== 'map') return;
  for (const { key, value } of says.pairs) {
    const own = fields.get(key.text);
    if (own) yield* conflicts({ key, value }, own, [key.text]);
  }
}

/** What a source says otherwise of a field; of a mapping entry by entry, unless it is a time from one day to another. */
function* conflicts(said: Pair, own: Pair, path: readonly (string | number)[]): Iterable<Report> {
  if (isEmpty(own.value) || isEmpty(said.value) || same(own.value, said.value)) return;
  if (own.value.kind === 'map' && said.value.kind === 'map') {
    const { pairs } = own.value;
    const entries = said.value.pairs.flatMap(entry => pairs.filter(({ key }) => key.text === entry.key.text).map(other => [entry, other] as const)).filter(([entry, other]) => !same(other.value, entry.value));
    if (entries.length === 0) return;
    if (!areDays(said.value, path)) {
      for (const [entry, other] of entries) yield* conflicts(entry, other, [...path, entry.key.text]);
      return;
    }
  }
  // A judgement of which more is said than its grade.
  const ours = (own.value.kind === 'map' && said.value.kind === 'scalar' ? pairOf(own.value, 'grade')?.value : undefined) ?? own.value;
  if (same(ours, said.value)) return;
  yield {
    start: said.key.start, end: said.key.end, message: `This source says otherwise about '${said.key.text}': ${inWords(said.value, path)}, where the record has ${inWords(ours, path)}.`,
    related: [{ start: own.key.start, end: own.key.end, message: 'What the record says' }],
  };
}

export const actionOverdue: InspectionRule = {
  id: 'action-overdue',
  severity: 'information',
  summary: 'An action is not done after the day on which it was due.',
  why: 'An action plan is only as good as its follow-up: what is late should be seen.',
  check: (inspection, { today }) => ofEach(entries(inspection, 'actions').filter(action => pairOf(action, 'due')), action => {
    const due = pairOf(action, 'due')?.value;
    const node = pairOf(action, 'status')?.value;
    const status = node?.kind === 'scalar' && !isEmpty(node) ? node.text : undefined;
    if (due?.kind !== 'scalar' || isEmpty(due) || !isOpen(status)) return NOTHING;
    const written = readDate(due);
    if (!('date' in written) || compareDates(written.date, today) >= 0) return NOTHING;
    return [{ start: due.start, end: due.end, message: `This action was due ${longDate(written.date)} and is ${status === undefined ? 'not said to be done' : quote(status)}.` }];
  }),
};

/** The entries of a list that hold fields. */
function entries(inspection: Inspection, field: string): readonly MapNode[] {
  const list = inspection.fields.get(field)?.value;
  return list?.kind === 'list' ? list.items.filter(item => item.kind === 'map') : NONE;
}

const NONE: readonly never[] = [];

function same(a: Node, b: Node): boolean {
  return JSON.stringify(toValue(a)) === JSON.stringify(toValue(b));
}

/** A value as people write it: "8 July 2024 to 19 July 2024", "'Good'". */
function inWords(node: Node, path: readonly (string | number)[]): string {
  if (node.kind === 'list') return listed(node.items.map((item, i) => inWords(item, [...path, i])));
  if (node.kind === 'scalar') return dateIn(node, path) ?? quote(node.text);
  if (areDays(node, path)) return node.pairs.map(({ key, value }) => dateIn(value, [...path, key.text])).join(' to ');
  return node.pairs.map(({ key, value }) => `${key.text} ${inWords(value, [...path, key.text])}`).join(', ');
}

function areDays({ pairs }: MapNode, path: readonly (string | number)[]): boolean {
  return pairs.length > 0 && pairs.every(({ key, value }) => dateIn(value, [...path, key.text]) !== undefined);
}

function dateIn(node: Node, path: readonly (string | number)[]): string | undefined {
  const written = node.kind === 'scalar' && fieldAt(path)?.form === 'date' ? readDate(node) : undefined;
  return written && 'date' in written ? longDate(written.date) : undefined;
}
