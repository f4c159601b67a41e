import type { ScalarNode } from '../../records/node';
import type { GradeMatch } from '../../reference/grades';
import type { Inspection } from '../../reference/inspection';
import { matched } from '../../reference/match';
import { frameworkInForce, isOutOfForce } from '../beginning';
import { forTheLast } from '../for-the-last';
import type { RuleContext } from '../rule';
import { kinOfLine } from './lacking';

/** A grade that is not written as it should be, and what it is on the scale in force. */
interface OddGrade {
  node: ScalarNode;
  match: Exclude<GradeMatch, { kind: 'exact' }>;
}

/**
 * The grades of a record that need a word. None where the event carries none or was not in force, and none of a judgement that does
 * not belong in the record at all: that is one mistake, and said elsewhere.
 */
export const oddGrades = forTheLast((inspection: Inspection, context: RuleContext): readonly OddGrade[] => {
  const odd = inspection.judgements.filter(({ gradeMatch }) => gradeMatch && gradeMatch.kind !== 'exact');
  const kind = matched(inspection.event?.match);
  if (!odd.length || (kind && kind.result !== 'grades') || isOutOfForce(inspection, context)) return [];
  const framework = frameworkInForce(inspection, context);
  const belonging = odd.filter(line => line.match.kind !== 'elsewhere' || (framework && kinOfLine(line, framework).length > 0));
  return belonging.map(({ grade, gradeMatch }) => ({ node: grade!, match: gradeMatch as OddGrade['match'] }));
});
