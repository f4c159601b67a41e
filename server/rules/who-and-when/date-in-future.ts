import { compareDates, longDate } from '../../reference/calendar';
import { dateOf } from '../../reference/inspection';
import type { InspectionRule } from '../rule';
import { onDate } from '../wording';

export const dateInFuture: InspectionRule = {
  id: 'date-in-future',
  severity: 'warning',
  summary: 'Fieldwork or publication lies after today.',
  why: 'A record tells what has happened; a date after today is nearly always a slip in the year. Only the first date after today is named: what follows it must lie after today too.',
  *check({ fieldwork, published }, { today }) {
    const dates = [
      ...fieldwork.flatMap(({ start, end }) => [{ field: start, event: 'Fieldwork starts' }, { field: end, event: 'Fieldwork ends' }]),
      { field: published, event: 'Publication is' },
    ];
    for (const { field, event } of dates) {
      const date = dateOf(field);
      if (!field || !date || compareDates(date, today) <= 0) continue;
      yield { start: field.node.start, end: field.node.end, message: `${event} ${onDate(date)}, but today is ${longDate(today)}.` };
      return;
    }
  },
};
