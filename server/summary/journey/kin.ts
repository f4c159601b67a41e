import type { Authority } from '../../reference/authorities';
import { longDate, type CalendarDate } from '../../reference/calendar';
import type { Placed } from '../placed';
import { eventEntries } from './chronicle';
import { lanesOf } from './lanes';
import { subjectOf, type Subject } from './subject';
import type { Kin } from './view';

/** The authorities that this one came from or went into, each with what its own records tell. Their grades are theirs: nothing is compared. */
export function kinOf({ authority, reference }: Subject, recordsOf: (name: string) => Iterable<Placed>, today: Required<CalendarDate>): Kin[] {
  const { authorities } = reference;
  const tell = (relation: Kin['relation']) => (other: Authority): Kin => {
    const subject = subjectOf(other, recordsOf(other.name), reference, today);
    const lanes = lanesOf(subject);
    return { relation, name: other.name, life: lifeInWords(other), lane: lanes.find(({ topic }) => topic.level === 'overall') ?? lanes[0], chronicle: eventEntries(subject) };
  };
  return [...authorities.predecessors(authority).map(tell('predecessor')), ...authorities.successors(authority).map(tell('successor'))];
}

/** "until 31 March 2021", "since 1 April 2021". */
export function lifeInWords({ from, to }: Authority): string {
  if (from && to) return `${longDate(from)} to ${longDate(to)}`;
  return to ? `until ${longDate(to)}` : from ? `since ${longDate(from)}` : '';
}
