import type { Framework } from '../../reference/frameworks';
import type { GradeScale } from '../../reference/grades';
import { frameworkInForce } from '../beginning';
import { NOTHING, type InspectionRule } from '../rule';
import { limitingKeys, overallAndKeys, type OverallAndKeys, type Ranked } from './overall-and-keys';

export const overallOutOfRange: InspectionRule = {
  id: 'overall-out-of-range',
  severity: 'warning',
  summary: 'The overall judgement does not go with the key judgements: better than the best, worse than the worst, or too good beside weak ones.',
  why: 'In 310 ILACS reports the overall judgement lies between the best and the worst of the others, Outstanding never stands beside a "requires improvement", and Good beside one at most. Only key judgements count: in SIF, adoption, care leavers and the safeguarding children board do not decide (five reports are good overall with one key judgement and one part below good).',
  check(inspection, context) {
    const framework = frameworkInForce(inspection, context);
    const graded = framework && overallAndKeys(inspection, framework);
    if (!graded || limitingKeys(graded, inspection).length) return NOTHING;
    const odd = outOfBounds(graded) ?? tooGood(graded, framework, inspection.scale);
    if (!odd) return NOTHING;
    const { overall } = graded;
    return [{
      start: overall.line.grade!.start, end: overall.line.grade!.end,
      message: `${overall.name} is '${overall.grade.name}'${odd.but}.`,
      related: odd.keys.map(({ line, grade }) => ({ start: line.pair.key.start, end: line.pair.key.end, message: `This judgement is '${grade.name}'.` })),
    }];
  },
};

interface Contradiction {
  keys: readonly Ranked[];
  /** What speaks against the overall grade; follows it in a sentence. */
  but: string;
}

function outOfBounds({ overall, keys, complete }: OverallAndKeys): Contradiction | undefined {
  if (!complete || !keys.length) return undefined;
  const [best, worst] = [Math.min(...keys.map(({ rank }) => rank)), Math.max(...keys.map(({ rank }) => rank))];
  if (overall.rank < best) return { keys, but: ', but no key judgement is as good as that' };
  return overall.rank > worst ? { keys, but: ', but no key judgement is as bad as that' } : undefined;
}

function tooGood({ overall, keys }: OverallAndKeys, { overall_bears = [] }: Framework, scale: GradeScale | undefined): Contradiction | undefined {
  for (const bound of overall_bears) {
    const from = scale?.grades.find(({ id }) => id === bound.grade);
    if (overall.grade.id !== bound.overall || from?.rank === undefined) continue;
    const weak = keys.filter(({ rank }) => rank >= from.rank!);
    if (weak.length > bound.most) return { keys: weak, but: ` beside ${count(weak.length)} of '${from.name}' or worse; it never stands beside ${bound.most ? `more than ${bound.most}` : 'any'}` };
  }
  return undefined;
}

function count(judgements: number): string {
  return `${judgements} key judgement${judgements > 1 ? 's' : ''}`;
}
