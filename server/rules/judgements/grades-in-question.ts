import type { ScalarNode } from '../../records/node';
import type { GradeMatch } from '../../reference/grades';
import type { Inspection } from '../../reference/inspection';
import { matched } from '../../reference/match';
import { frameworkInForce, isOutOfForce } from '../beginning';
import type { RuleContext } from '../rule';
import { kinOfLine } from './lacking';

/**
 * The grades that can be right or wrong, with what they are on the scale in force. None where the event carries none or was not in
 * force, and none of a judgement that does not belong in the record at all: that is one mistake, and said elsewhere.
 */
export function gradesInQuestion(inspection: Inspection, context: RuleContext): { node: ScalarNode; match: GradeMatch }[] {
  const kind = matched(inspection.event?.match);
  if ((kind && kind.result !== 'grades') || isOutOfForce(inspection, context)) return [];
  const framework = frameworkInForce(inspection, context);
  return inspection.judgements.flatMap(line => {
    const { grade, gradeMatch, match } = line;
    const belongs = match.kind !== 'elsewhere' || (framework && kinOfLine(line, framework).length > 0);
    return grade && gradeMatch && belongs ? [{ node: grade, match: gradeMatch }] : [];
  });
}
