import type { JudgementData } from '../reference/data';
import type { ScaleGrade } from '../reference/grades';
import { listed } from '../text/words';
import { counterparts, type Graded } from './previous';
import type { Change } from './view';
import { spokenName } from './words';

/** A judgement's grade set against the inspection before; undefined where that says nothing of it. */
export function changeOf(judgement: JudgementData, grade: ScaleGrade | undefined, previous: Graded): Change | undefined {
  const before = counterparts(judgement, previous.framework);
  const grades = before.map(other => previous.grades.get(other.id));
  const known = grades.filter(each => each !== undefined);
  if (!known.length || known.length < before.length) return undefined;
  const together = before.some(({ id }) => id !== judgement.id);
  if (known.some(({ id }) => id !== known[0]!.id)) {
    return { direction: 'other', text: `was ${listed(known.map(({ name }, index) => `${name} for ${spokenName(before[index]!)}`))}` };
  }
  const then = before.length === 1 ? `${spokenName(before[0]!)} together` : listed(before.map(spokenName));
  return { ...compare(grade, known[0]!), then: together ? then : undefined };
}

function compare(grade: ScaleGrade | undefined, before: ScaleGrade): Change {
  if (!grade) return { direction: 'other', text: `was ${before.name}` };
  if (grade.id === before.id) return { direction: 'same', text: 'no change' };
  if (grade.rank === undefined || before.rank === undefined) return { direction: 'other', text: `was ${before.name}` };
  if (grade.rank === before.rank) return { direction: 'same', text: `no change (then called ${before.name})` };
  // Rank 1 is the best.
  return grade.rank < before.rank ? { direction: 'up', text: `up from ${before.name}` } : { direction: 'down', text: `down from ${before.name}` };
}
