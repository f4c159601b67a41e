import { daysBetween, isDay, isWeekend } from '../../reference/calendar';
import { dateOf } from '../../reference/inspection';
import { matched } from '../../reference/match';
import { isOutOfForce } from '../beginning';
import { disorders } from '../order-of-dates';
import { NOTHING, type InspectionRule } from '../rule';

export const fieldworkLength: InspectionRule = {
  id: 'fieldwork-length',
  severity: 'hint',
  summary: 'Fieldwork was shorter or longer than is usual for such an event.',
  why: 'A short ILACS inspection has 5 days on site, from Monday to Friday, a standard one two weeks (12 calendar days): 126 and 192 of 321 reports. The exceptions are few: Isles of Scilly 2023 (3 days), Wiltshire 2019 (17). SIF inspections took three to four weeks. Where inspectors came back, a list of stays says so, and nothing is said of its length. The "three-week inspection" counts a first week off site.',
  check(inspection, context) {
    const { fieldwork, fields, event } = inspection;
    const usual = matched(event?.match)?.fieldwork_days;
    const [stay] = fieldwork;
    if (!usual || !stay || fields.get('fieldwork')?.value.kind !== 'map') return NOTHING;
    const [first, last] = [dateOf(stay.start), dateOf(stay.end)];
    if (!stay.end || !isDay(first) || !isDay(last) || isWeekend(first) || isWeekend(last)) return NOTHING;
    const days = daysBetween(first, last) + 1;
    if (days < 1 || (days >= usual.from && days <= usual.to) || disorders(inspection, context).length || isOutOfForce(inspection, context)) return NOTHING;
    return [{ start: stay.end.node.start, end: stay.end.node.end, message: `Fieldwork took ${days === 1 ? '1 calendar day' : `${days} calendar days`}; usual is ${usual.usual}.` }];
  },
};
