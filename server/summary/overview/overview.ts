import { existsOn } from '../../reference/authorities';
import type { CalendarDate } from '../../reference/calendar';
import type { Framework } from '../../reference/frameworks';
import { matched } from '../../reference/match';
import type { Reference } from '../../reference/reference';
import { count } from '../../text/words';
import { eventName } from '../journey/subject';
import { authorityOf, placeInWords, placeOf, type Placed } from '../placed';
import { eventsOf, type Told } from '../told';
import { Topics, type Topic } from '../topics';
import { coverageOf } from './coverage';
import { givenByYear, gradesOf, heldByRegion, heldByTopic } from './counts';
import { overdueActions } from './overdue';
import { latestOf, roundOf, standingOf, type Round } from './standings';
import type { Movements, OverviewView, Part, Standing } from './view';

/** What an overview is made from. */
export interface OverviewInput {
  /** What the folder is called. */
  folder: string;
  /** In any order. */
  records: readonly Placed[];
  /** What is known where there are no records; others bring what they were read with. */
  reference: Reference;
  today: Required<CalendarDate>;
}

/** All the records of a folder on one page: who has which grades, what changed, what is late, and what lacks. */
export function viewOverview({ folder, records, reference, today }: OverviewInput): OverviewView {
  const events = eventsOf(records);
  const rounds = events.flatMap(told => roundOf(told) ?? []);
  const authorities = new Set(events.flatMap(({ main }) => authorityOf(main.inspection)?.name ?? []));
  const references = new Set([reference, ...records.map(({ inspection }) => inspection.reference)]);
  const topics = new Topics(unique([...references].flatMap(({ frameworks }) => frameworks.all), ({ id }) => id));
  const parts = grouped(rounds, ({ main }) => matched(main.inspection.event?.match)?.inspectorate);
  return {
    title: `Overview of ${folder}`,
    tally: tallyOf(events, authorities.size, new Set(records.map(({ file }) => file)).size),
    parts: [...parts].map(([inspectorate, own]) => partOf(own, topics, today, parts.size > 1 ? inspectorate ?? 'Other inspections' : undefined)),
    overdue: records.flatMap(record => overdueActions(record, today)).sort((a, b) => (a.iso < b.iso ? -1 : a.iso > b.iso ? 1 : 0)),
    coverage: coverageOf(unique([...references].flatMap(each => each.authorities.all), ({ name }) => name), authorities, today),
    left: records.flatMap(leftOut),
  };
}

function partOf(rounds: readonly Round[], topics: Topics, today: CalendarDate, inspectorate: string | undefined): Part {
  const journeys = [...grouped(rounds, ({ authority }) => authority.name).values()];
  const columns = columnsOf(journeys.map(latestOf), topics);
  const standings = journeys.map(own => ({ exists: existsOn(own[0]!.authority, today), standing: standingOf(own, columns, topics) }))
    .sort((a, b) => (a.standing.authority < b.standing.authority ? -1 : 1));
  const [now, former] = [true, false].map(exists => standings.filter(one => one.exists === exists).map(({ standing }) => standing)) as [Standing[], Standing[]];
  const grades = gradesOf(rounds);
  return {
    inspectorate, grades, topics: columns, standings: now, former,
    held: heldByTopic(now, columns, grades), regions: heldByRegion(now, grades), movements: movementsOf(now), years: givenByYear(rounds, columns, topics, grades),
  };
}

/** Of the latest inspections, the share that must have graded a topic for it to have a column: what a few old ones did is told in their journeys. */
const WORTH_A_COLUMN = 0.1;

/** The topics of the latest grades: of overall and key judgements only. */
function columnsOf(latest: readonly Round[], topics: Topics): Topic[] {
  const editions = new Set<Framework>();
  const graded = new Map<string, number>();
  for (const { main: { inspection: { edition } }, given } of latest) {
    if (edition?.kind === 'one') editions.add(edition.framework);
    for (const { judgement } of given) for (const topic of topics.of(judgement)) graded.set(topic, (graded.get(topic) ?? 0) + 1);
  }
  return topics.ordered(editions).filter(({ id, level }) => (level === 'overall' || level === 'key') && graded.has(id) && graded.get(id)! >= latest.length * WORTH_A_COLUMN);
}

function movementsOf(standings: readonly Standing[]): Movements {
  const number = (direction: Standing['movement']['direction']) => standings.filter(({ movement }) => movement.direction === direction).length;
  return {
    counts: { up: number('up'), down: number('down'), mixed: number('mixed'), same: number('same'), none: number('none') },
    moved: standings.filter(({ movement: { direction, up, down } }) => direction === 'up' || direction === 'down' || direction === 'mixed' || up || down),
  };
}

function leftOut(record: Placed): OverviewView['left'] {
  const { authority, event, on } = record.inspection;
  const why = !matched(authority?.match) ? 'no authority that is known' : !matched(event?.match) ? 'no event that is known' : !on ? 'no date'
    : !authorityOf(record.inspection) ? 'the authority was not there on that day' : undefined;
  if (!why) return [];
  const name = [authority?.node.text.trim(), eventName({ main: record, others: [] })].filter(text => text !== undefined).join(': ');
  return [{ name, why, place: placeOf(record), standsIn: placeInWords(record) }];
}

function tallyOf(events: readonly Told[], authorities: number, files: number): string {
  if (!events.length) return 'No records';
  const what = events.length === 1 ? '1 inspection or visit' : `${events.length} inspections and visits`;
  return `${what} of ${authorities === 1 ? '1 authority' : `${authorities} authorities`}, in ${count(files, 'file')}`;
}

function unique<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  return [...new Map([...all].reverse().map(one => [keyOf(one), one])).values()].reverse();
}

function grouped<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
