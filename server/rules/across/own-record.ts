import { compareDates, longDate } from '../../reference/calendar';
import type { Inspection } from '../../reference/inspection';
import { readDate } from '../../reference/written-date';
import { isEmpty, pairOf, toValue, type MapNode, type Node } from '../../records/node';
import { quote } from '../../text/quote';
import type { InspectionRule, Report } from '../rule';

/** Statuses of an action about which nothing is left to do. */
export const SETTLED: readonly string[] = ['done', 'dropped'];

export const sourceConflict: InspectionRule = {
  id: 'source-conflict',
  severity: 'information',
  summary: 'A source says otherwise about a field of the record.',
  why: 'Reports, the reports site and the press differ at times (Norfolk 2015: 19 or 20 October). The record keeps both, and readers should know.',
  *check(inspection): Iterable<Report> {
    for (const source of entries(inspection, 'sources')) {
      const says = pairOf(source, 'says')?.value;
      if (says?.kind !== 'map') continue;
      for (const { key, value } of says.pairs) {
        const own = inspection.fields.get(key.text);
        if (!own || isEmpty(own.value) || isEmpty(value) || same(own.value, value)) continue;
        yield {
          start: key.start, end: key.end, message: `This source says otherwise about '${key.text}': ${inWords(value)}, where the record has ${inWords(own.value)}.`,
          related: [{ start: own.key.start, end: own.key.end, message: 'What the record says' }],
        };
      }
    }
  },
};

export const actionOverdue: InspectionRule = {
  id: 'action-overdue',
  severity: 'information',
  summary: 'An action is not done after the day on which it was due.',
  why: 'An action plan is only as good as its follow-up: what is late should be seen.',
  *check(inspection, { today }): Iterable<Report> {
    for (const action of entries(inspection, 'actions')) {
      const due = pairOf(action, 'due')?.value;
      const status = pairOf(action, 'status')?.value;
      if (due?.kind !== 'scalar' || isEmpty(due) || (status?.kind === 'scalar' && SETTLED.includes(status.text))) continue;
      const written = readDate(due);
      if (!('date' in written) || compareDates(written.date, today) >= 0) continue;
      yield { start: due.start, end: due.end, message: `This action was due ${longDate(written.date)} and is ${status?.kind === 'scalar' && !isEmpty(status) ? quote(status.text) : 'not said to be done'}.` };
    }
  },
};

function entries(inspection: Inspection, field: string): MapNode[] {
  const list = inspection.fields.get(field)?.value;
  return list?.kind === 'list' ? list.items.filter(item => item.kind === 'map') : [];
}

function same(a: Node, b: Node): boolean {
  return JSON.stringify(toValue(a)) === JSON.stringify(toValue(b));
}

function inWords(node: Node): string {
  return node.kind === 'scalar' ? quote(node.text) : quote(JSON.stringify(toValue(node)).replace(/["{}[\]]/g, '').replace(/([:,])/g, '$1 '));
}
