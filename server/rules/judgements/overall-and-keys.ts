import type { Framework } from '../../reference/frameworks';
import type { ScaleGrade } from '../../reference/grades';
import type { Inspection } from '../../reference/inspection';
import type { WrittenJudgement } from '../../reference/judgements';
import { forTheLast } from '../for-the-last';

/** A judgement with a grade that has a place on the scale. */
export interface Ranked {
  line: WrittenJudgement;
  name: string;
  grade: ScaleGrade;
  rank: number;
}

/** The overall judgement of a record and the key ones that bear on it. */
export interface OverallAndKeys {
  overall: Ranked;
  keys: readonly Ranked[];
  /** Whether every key judgement is there with a grade that can be read, "Not judged" included. */
  complete: boolean;
}

/** Undefined where the framework has no overall judgement, or its grade is not there or cannot be read. Where a judgement stands twice, the last. */
export const overallAndKeys = forTheLast(({ judgements }: Inspection, framework: Framework): OverallAndKeys | undefined => {
  const lines = new Map(judgements.map(line => [line.counts?.id, line]));
  const of = (level: string) => framework.judgements.filter(judgement => judgement.level === level).map(({ id }) => lines.get(id));
  const [overall] = of('overall').flatMap(ranked);
  const keys = of('key');
  return overall && { overall, keys: keys.flatMap(ranked), complete: keys.every(line => line && readable(line)) };
});

function readable({ gradeMatch }: WrittenJudgement): ScaleGrade | undefined {
  return gradeMatch?.kind === 'exact' || gradeMatch?.kind === 'spelling' ? gradeMatch.grade : undefined;
}

function ranked(line: WrittenJudgement | undefined): Ranked[] {
  const grade = line && readable(line);
  return line && grade?.rank !== undefined ? [{ line, name: line.counts!.name, grade, rank: grade.rank }] : [];
}

/** The key judgements of the worst grade that a scale has, where the overall one is better. */
export function limitingKeys({ overall, keys }: OverallAndKeys, { scale }: Inspection): Ranked[] {
  const worst = Math.max(...(scale?.grades ?? []).map(({ rank }) => rank ?? -Infinity));
  return overall.rank < worst ? keys.filter(({ rank }) => rank === worst) : [];
}
