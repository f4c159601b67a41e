import type { Authority } from '../../reference/authorities';
import { isoDate } from '../../reference/calendar';
import { matched } from '../../reference/match';
import { changeOf } from '../change';
import { lifeInWords } from '../journey/kin';
import { middleDay, monthOf } from '../journey/days';
import { authorityOf, placeOf } from '../placed';
import { comparable, graded, previousGraded, type Graded } from '../previous';
import type { Told } from '../told';
import { byWeight, gradesGiven, gradesServices, type GivenGrade, type Topic, type Topics } from '../topics';
import type { Cell, Movement, Standing } from './view';

/** A graded inspection of an authority's services. */
export interface Round extends Told {
  authority: Authority;
  given: readonly GivenGrade[];
  day: number;
}

/** The event as a round, if it is one: graded, and with an authority and a date that are known. */
export function roundOf(told: Told): Round | undefined {
  const { inspection } = told.main;
  const { on } = inspection;
  const body = authorityOf(inspection);
  if (!body || !on) return undefined;
  const given = gradesGiven(inspection);
  return gradesServices(given) ? { ...told, authority: body, given, day: middleDay(on.date) } : undefined;
}

/**
 * The latest grades of an authority, and what became of those before.
 * @param rounds of one authority and one inspectorate; at least one
 * @param columns the topics that are shown
 */
export function standingOf(rounds: readonly Round[], columns: readonly Topic[], topics: Topics): Standing {
  const latest = latestOf(rounds);
  const { main, authority, given } = latest;
  const { event, on } = main.inspection;
  return {
    authority: authority.name, region: authority.region, life: authority.to && lifeInWords(authority),
    event: matched(event?.match)!.name, when: monthOf(on!.date), iso: isoDate(on!.date), place: placeOf(main),
    cells: cellsOf(given, columns, topics), movement: movementOf(latest, rounds),
  };
}

/** @param rounds at least one */
export function latestOf(rounds: readonly Round[]): Round {
  return rounds.reduce((a, b) => (b.day >= a.day ? b : a));
}

function cellsOf(given: readonly GivenGrade[], columns: readonly Topic[], topics: Topics): (Cell | undefined)[] {
  const byTopic = new Map<string, Cell>();
  for (const { judgement, grade: { id, name, letter, tone, rank } } of [...given].sort((a, b) => byWeight(b.judgement, a.judgement))) {
    const covers = topics.of(judgement);
    for (const topic of covers) byTopic.set(topic, { id, text: name, letter, tone, rank, together: covers.length > 1 });
  }
  return columns.map(({ id }) => byTopic.get(id));
}

function movementOf(latest: Round, rounds: readonly Round[]): Movement {
  const { inspection } = latest.main;
  const [own, before] = [graded(inspection), previousGraded(inspection, rounds.map(({ main }) => main.inspection))];
  if (!own || !before || !comparable(own.framework, before.framework)) return { direction: 'none', up: 0, down: 0 };
  const changes = latest.given.flatMap(({ judgement, grade }) => {
    const change = changeOf(judgement, grade, before);
    return change && judgement.level !== 'separate' ? [{ level: judgement.level, change }] : [];
  });
  const overall = changes.find(({ level }) => level === 'overall')?.change;
  const [up, down] = (['up', 'down'] as const).map(way => changes.filter(({ level, change }) => level !== 'overall' && change.direction === way).length) as [number, number];
  return { direction: changes.length ? directionOf(overall?.direction, up, down) : 'none', since: sinceOf(before), overall, up, down };
}

/** The overall grade decides; where it says nothing, the others do. */
function directionOf(overall: string | undefined, up: number, down: number): Movement['direction'] {
  if (overall === 'up' || overall === 'down') return overall;
  if (up && down) return 'mixed';
  return up ? 'up' : down ? 'down' : 'same';
}

function sinceOf({ inspection: { on } }: Graded): string {
  return monthOf(on!.date);
}
