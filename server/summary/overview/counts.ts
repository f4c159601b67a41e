import type { ScaleGrade } from '../../reference/grades';
import { fromDayNumber } from '../../reference/calendar';
import type { Topic, Topics } from '../topics';
import type { GradeRun } from '../view';
import type { Round } from './standings';
import type { Distribution, Part, Standing } from './view';

/** A grade that was given, as it is called in columns of counts. */
export interface CountedGrade extends GradeRun {
  id: string;
}

/** The grades of some inspections, best first, each by the name that was given last. */
export function gradesOf(rounds: readonly Round[]): CountedGrade[] {
  const grades = new Map<string, ScaleGrade>();
  for (const { given } of [...rounds].sort((a, b) => a.day - b.day)) for (const { grade } of given) grades.set(grade.id, grade);
  return [...grades.values()].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.letter < b.letter ? 1 : -1)).map(({ id, name, letter, tone }) => ({ id, text: name, letter, tone }));
}

/** How many authorities hold each grade, topic by topic. */
export function heldByTopic(standings: readonly Standing[], topics: readonly Topic[], grades: readonly CountedGrade[]): Distribution[] {
  return topics.map(({ name }, column) => {
    const counter = new Counter();
    for (const { cells } of standings) counter.add(cells[column]?.id);
    return counter.distribution(name, grades);
  });
}

/** How many authorities hold each grade of the first topic, region by region. */
export function heldByRegion(standings: readonly Standing[], grades: readonly CountedGrade[]): Distribution[] {
  const regions = new Counters<string>();
  for (const { region, cells } of standings) regions.of(region).add(cells[0]?.id);
  return regions.distributions(grades);
}

/** How often each grade was given, by the year in which inspections began: for each topic. */
export function givenByYear(rounds: readonly Round[], columns: readonly Topic[], topics: Topics, grades: readonly CountedGrade[]): Part['years'] {
  const byTopic = new Map(columns.map(({ id }) => [id, new Counters<number>()]));
  for (const { given, day } of rounds) {
    const { year } = fromDayNumber(day);
    for (const { judgement, grade } of given) for (const topic of topics.of(judgement)) byTopic.get(topic)?.of(year).add(grade.id);
  }
  return columns.map(topic => ({ topic, rows: byTopic.get(topic.id)!.distributions(grades) })).filter(({ rows }) => rows.length);
}

/** Counts by the id of a grade, or by none. */
class Counter {
  private readonly counts = new Map<string | undefined, number>();

  add(grade: string | undefined): void {
    this.counts.set(grade, (this.counts.get(grade) ?? 0) + 1);
  }

  distribution(name: string, grades: readonly CountedGrade[]): Distribution {
    return { name, counts: grades.map(({ id }) => this.counts.get(id) ?? 0), without: this.counts.get(undefined) ?? 0 };
  }
}

class Counters<K extends string | number> {
  private readonly counters = new Map<K, Counter>();

  of(key: K): Counter {
    let counter = this.counters.get(key);
    if (!counter) this.counters.set(key, (counter = new Counter()));
    return counter;
  }

  /** In order of their keys. */
  distributions(grades: readonly CountedGrade[]): Distribution[] {
    return [...this.counters].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, counter]) => counter.distribution(String(key), grades));
  }
}
