import { EventIndex } from '../reference/events';
import { FrameworkIndex, type Framework as Edition } from '../reference/frameworks';
import { GradeIndex } from '../reference/grades';
import { matched } from '../reference/match';
import { dateFrom } from './dates';
import { builtIn, type Knowledge } from './knowledge';

/** An edition of a framework. Dates are calendar dates, `YYYY-MM-DD`. */
export interface Framework {
  id: string;
  name: string;
  /** First and last day on which fieldwork could begin; no last day while it is in force. */
  from: string;
  to?: string;
  /** In the order in which reports print them. */
  judgements: Judgement[];
  /** From the best to the worst; then those that are no place on the scale. */
  grades: Grade[];
}

export interface Judgement {
  id: string;
  /** As records and reports write it. */
  name: string;
  /** `key`: bears on the overall one; `sub`: part of a key one; `separate`: about another body. */
  level: 'overall' | 'key' | 'sub' | 'separate';
  /** Whether every report has it. */
  required: boolean;
  /** What it covers. */
  covers: string;
}

export interface Grade {
  id: string;
  /** As records and reports of this framework write it. */
  name: string;
  /** 1 is the best; absent where it is no place on the scale. */
  rank?: number;
  meaning: string;
}

/**
 * The edition of a framework that was in force for an event on a day: one, or none. Where the date is a month or a year in which the
 * edition changed, all that may be meant.
 * @param event by its name, its id or another spelling
 * @param on the first day of fieldwork: `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where no more is known
 * @throws RangeError where there is no such event, or this is no date
 */
export function frameworksInForce(event: string, on: string, knowledge: Knowledge = builtIn()): Framework[] {
  const date = dateFrom(on);
  const events = new EventIndex(knowledge.data.events);
  const kind = events.withId(event) ?? matched(events.match(event));
  if (!kind) throw new RangeError(`There is no event '${event}'.`);
  const edition = new FrameworkIndex(knowledge.data.frameworks).edition(kind, { date, basis: 'fieldwork' });
  const editions = edition.kind === 'one' ? [edition.framework] : edition.kind === 'several' ? edition.frameworks : [];
  const grades = new GradeIndex(knowledge.data);
  return editions.map(each => toFramework(each, grades));
}

/** The judgements of the edition in force for an event on a day; where that may be one of several, of each once. See `frameworksInForce`. */
export function judgementsInForce(event: string, on: string, knowledge?: Knowledge): Judgement[] {
  const all = frameworksInForce(event, on, knowledge).flatMap(({ judgements }) => judgements);
  return [...new Map(all.map(judgement => [judgement.id, judgement])).values()];
}

function toFramework({ id, name, in_force, judgements, grade_scale }: Edition, grades: GradeIndex): Framework {
  return {
    id, name, from: in_force.from, ...(in_force.to !== undefined && { to: in_force.to }),
    judgements: judgements.map(({ id, name, level, required, covers }) => ({ id, name, level, required, covers })),
    grades: (grades.scale(grade_scale)?.grades ?? []).map(({ id, name, rank, meaning }) => ({ id, name, ...(rank !== undefined && { rank }), meaning })),
  };
}
