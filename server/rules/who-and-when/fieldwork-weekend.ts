import { compareDates, isDay, isWeekend, longDate, weekdayName } from '../../reference/calendar';
import { dateOf } from '../../reference/inspection';
import type { InspectionRule } from '../rule';

export const fieldworkWeekend: InspectionRule = {
  id: 'fieldwork-weekend',
  severity: 'hint',
  summary: 'Fieldwork starts or ends on a Saturday or Sunday.',
  why: 'Inspectors are on site on working days: 319 of 321 ILACS reports name fieldwork from a Monday to a Friday.',
  *check({ fieldwork }) {
    for (const { start, end } of fieldwork) {
      const [first, last] = [dateOf(start), dateOf(end)];
      const ends = isDay(first) && isDay(last) && compareDates(first, last) === 0 ? [start] : [start, end];
      for (const field of ends) {
        const date = dateOf(field);
        if (field && isDay(date) && isWeekend(date)) yield { start: field.node.start, end: field.node.end, message: `${longDate(date)} is a ${weekdayName(date)}; inspectors are on site from Monday to Friday.` };
      }
    }
  },
};
