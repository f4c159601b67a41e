import type { Authority } from '../../reference/authorities';
import { dayNumber, lastDay, type CalendarDate } from '../../reference/calendar';
import type { Framework } from '../../reference/frameworks';
import { matched } from '../../reference/match';
import type { Reference } from '../../reference/reference';
import type { Placed } from '../placed';
import { eventsOf, type Told } from '../told';
import { gradesGiven, gradesServices, Topics, type GivenGrade } from '../topics';
import { middleDay } from './days';

/** An event with its day and its grades. */
export interface Happening extends Told {
  /** Undefined where its date is not known. */
  day?: number;
  given: readonly GivenGrade[];
}

/** What the parts of a journey are made from. */
export interface Subject {
  authority: Authority;
  reference: Reference;
  today: number;
  /** The last day that matters: today, or the last day of the authority. */
  end: number;
  /** In order of date, undated ones last. */
  happenings: readonly Happening[];
  topics: Topics;
  /** Those by which the authority was graded. */
  editionsUsed: ReadonlySet<Framework>;
}

/** @param records the records of the authority, in any order */
export function subjectOf(authority: Authority, records: Iterable<Placed>, reference: Reference, today: Required<CalendarDate>): Subject {
  const happenings = eventsOf(records).map((told): Happening => {
    const { on } = told.main.inspection;
    return { ...told, day: on && middleDay(on.date), given: gradesGiven(told.main.inspection) };
  }).sort(byDay);
  const now = dayNumber(today);
  return {
    authority, reference, happenings, today: now,
    end: authority.to ? Math.min(now, dayNumber(lastDay(authority.to))) : now,
    topics: new Topics(reference.frameworks.all),
    editionsUsed: new Set(happenings.flatMap(({ main: { inspection: { edition } } }) => (edition?.kind === 'one' ? [edition.framework] : []))),
  };
}

/** "ILACS standard inspection", or what was written in its place. */
export function eventName({ main: { inspection: { event } } }: Told): string {
  return matched(event?.match)?.name ?? event?.node.text.trim() ?? 'Event not given';
}

/** Whether it graded the authority's own services. */
export function isFull({ given }: Happening): boolean {
  return gradesServices(given);
}

/** Whether two events are those of one inspectorate. */
export function sameInspectorate(a: Told, b: Told): boolean {
  return inspectorateOf(a) === inspectorateOf(b);
}

function inspectorateOf({ main: { inspection: { event } } }: Told): string | undefined {
  return matched(event?.match)?.inspectorate;
}

function byDay(a: Happening, b: Happening): number {
  return (a.day ?? Infinity) === (b.day ?? Infinity) ? 0 : (a.day ?? Infinity) - (b.day ?? Infinity);
}
