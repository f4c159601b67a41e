import { compareDates, isDay, isWeekend, longDate, weekdayName } from '../../reference/calendar';
import { dateOf, type DateField, type FieldworkRange, type Inspection } from '../../reference/inspection';
import { disorders } from '../order-of-dates';
import type { InspectionRule, RuleContext } from '../rule';

export const fieldworkWeekend: InspectionRule = {
  id: 'fieldwork-weekend',
  severity: 'hint',
  summary: 'Fieldwork starts or ends on a Saturday or Sunday.',
  why: 'Inspectors are on site on working days: 319 of 321 ILACS reports name fieldwork from a Monday to a Friday.',
  *check(inspection, context) {
    for (const field of inspection.fieldwork.flatMap(ends)) {
      const date = dateOf(field);
      if (!isDay(date) || !isWeekend(date) || isDoubtful(field, inspection, context)) continue;
      yield { start: field.node.start, end: field.node.end, message: `${longDate(date)} is a ${weekdayName(date)}; inspectors are on site from Monday to Friday.` };
    }
  },
};

/** The first and the last day of a stay; once where they are the same. */
function ends({ start, end }: FieldworkRange): DateField[] {
  const [first, last] = [dateOf(start), dateOf(end)];
  const same = isDay(first) && isDay(last) && compareDates(first, last) === 0;
  return [start, same ? undefined : end].filter(field => field !== undefined);
}

/** Whether the date is a mistake already: in the future, or contradicted by another. */
function isDoubtful(field: DateField, inspection: Inspection, context: RuleContext): boolean {
  return compareDates(dateOf(field)!, context.today) > 0 || disorders(inspection, context).some(({ at, other }) => at === field || other === field);
}
