import { compareDates, dayNumber, isoDate, lastDay, longDate, type CalendarDate } from '../../reference/calendar';
import { matched } from '../../reference/match';
import { readDate } from '../../reference/written-date';
import { isOpen } from '../../rules/across/own-record';
import { capitalised } from '../../text/words';
import { lengthInWords } from '../journey/days';
import { placeInWords, placeOf, type Placed } from '../placed';
import { itemsOf, textOf, valueIn } from '../runs';
import type { Overdue } from './view';

const PATH = ['actions', 0];

/** The actions of a record that are not done after the day on which they were due. */
export function overdueActions(record: Placed, today: Required<CalendarDate>): Overdue[] {
  const { fields, authority } = record.inspection;
  return itemsOf(fields.get('actions')?.value).flatMap(node => {
    if (node.kind !== 'map') return [];
    const text = (name: string) => {
      const value = valueIn(node, PATH, name);
      return (value && textOf(value)) || undefined;
    };
    const due = valueIn(node, PATH, 'due');
    const written = due?.kind === 'scalar' ? readDate(due) : undefined;
    if (!written || !('date' in written) || compareDates(written.date, today) >= 0) return [];
    const status = text('status');
    if (!isOpen(status)) return [];
    return [{
      authority: matched(authority?.match)?.name ?? authority?.node.text.trim() ?? 'Authority not given',
      action: text('action') ?? 'Action not given', owner: text('owner'), due: longDate(written.date), iso: isoDate(written.date),
      late: lengthInWords(dayNumber(lastDay(written.date)), dayNumber(today)), status: capitalised(status ?? 'not said to be done'),
      place: placeOf(record, node.start), standsIn: placeInWords(record),
    }];
  });
}
