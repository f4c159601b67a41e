import { compareDates, isDay, isWeekend, longDate, weekdayName, type CalendarDate } from '../../reference/calendar';
import { dateOf, type DateField, type FieldworkRange, type Inspection } from '../../reference/inspection';
import { disorders } from '../order-of-dates';
import { NOTHING, ofEach, type InspectionRule, type RuleContext } from '../rule';

export const fieldworkWeekend: InspectionRule = {
  id: 'fieldwork-weekend',
  severity: 'hint',
  summary: 'Fieldwork starts or ends on a Saturday or Sunday.',
  why: 'Inspectors are on site on working days: 319 of 321 ILACS reports name fieldwork from a Monday to a Friday.',
  check: (inspection, context) => ofEach(inspection.fieldwork.flatMap(ends).filter(isOnWeekend), field => {
    const date = dateOf(field);
    if (!isDay(date) || isDoubtful(field, inspection, context)) return NOTHING;
    return [{ start: field.node.start, end: field.node.end, message: `${longDate(date)} is a ${weekdayName(date)}; inspectors are on site from Monday to Friday.` }];
  }),
};

/** The first and the last day of a stay; once where they are the same. */
function ends({ start, end }: FieldworkRange): DateField[] {
  if (!start || !end) return [start ?? end].filter(field => field !== undefined);
  return isSameDay(dateOf(start), dateOf(end)) ? [start] : [start, end];
}

function isSameDay(a: CalendarDate | undefined, b: CalendarDate | undefined): boolean {
  return isDay(a) && isDay(b) && compareDates(a, b) === 0;
}

function isOnWeekend(field: DateField): boolean {
  const date = dateOf(field);
  return isDay(date) && isWeekend(date);
}

/** Whether the date is a mistake already: in the future, or contradicted by another. */
function isDoubtful(field: DateField, inspection: Inspection, context: RuleContext): boolean {
  return compareDates(dateOf(field)!, context.today) > 0 || disorders(inspection, context).some(({ at, other }) => at === field || other === field);
}
