import { compareDates, longDate, type CalendarDate } from '../../reference/calendar';
import { dateOf, type DateField } from '../../reference/inspection';
import { NOTHING, type InspectionRule, type Report } from '../rule';
import { onDate } from '../wording';

export const dateInFuture: InspectionRule = {
  id: 'date-in-future',
  severity: 'warning',
  summary: 'Fieldwork or publication lies after today.',
  why: 'A record tells what has happened; a date after today is nearly always a slip in the year. Only the first date after today is named: what follows it must lie after today too.',
  check({ fieldwork, published }, { today }) {
    for (const { start, end } of fieldwork) {
      if (isAfter(start, today)) return [report(start!, 'Fieldwork starts', today)];
      if (isAfter(end, today)) return [report(end!, 'Fieldwork ends', today)];
    }
    return isAfter(published, today) ? [report(published!, 'Publication is', today)] : NOTHING;
  },
};

function isAfter(field: DateField | undefined, today: CalendarDate): boolean {
  const date = dateOf(field);
  return date !== undefined && compareDates(date, today) > 0;
}

function report(field: DateField, event: string, today: CalendarDate): Report {
  return { start: field.node.start, end: field.node.end, message: `${event} ${onDate(dateOf(field)!)}, but today is ${longDate(today)}.` };
}
