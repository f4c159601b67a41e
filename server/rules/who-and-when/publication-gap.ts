import { compareDates, isDay, longDate, weekdaysBetween } from '../../reference/calendar';
import { dateOf } from '../../reference/inspection';
import { matched } from '../../reference/match';
import { isOutOfForce } from '../beginning';
import { disorders } from '../order-of-dates';
import { NOTHING, type InspectionRule } from '../rule';

export const publicationGap: InspectionRule = {
  id: 'publication-gap',
  severity: 'hint',
  summary: 'The report came out unusually soon or late after fieldwork.',
  why: 'ILACS reports come out 27 to 61 weekdays after the last day on site (median 32, from 2021 on), letters about visits about 22 weekdays after the first; elections delay some (12 July 2024, 18 May 2026). Fewer than 12 or more than 100 weekdays point to a slip in a date; Surrey waited 145 in 2015.',
  check(inspection, context) {
    const { fieldwork, published, event } = inspection;
    const usual = matched(event?.match)?.publication_weekdays;
    const [last, out] = [dateOf(fieldwork.at(-1)?.end), dateOf(published)];
    if (!usual || !published || !isDay(last) || !isDay(out) || compareDates(last, out) >= 0) return NOTHING;
    const gap = weekdaysBetween(last, out);
    if ((gap >= usual.from && gap <= usual.to) || compareDates(out, context.today) > 0 || disorders(inspection, context).length || isOutOfForce(inspection, context)) return NOTHING;
    return [{
      start: published.node.start, end: published.node.end,
      message: `The report came out ${gap} weekday${gap === 1 ? '' : 's'} after fieldwork ended on ${longDate(last)}, which is ${gap < usual.from ? `soon: ${usual.from} is the least` : `late: ${usual.to} is the most`} that is usual.`,
    }];
  },
};
