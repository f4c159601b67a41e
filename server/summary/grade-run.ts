import type { ScalarNode } from '../records/node';
import type { GradeMatch } from '../reference/grades';
import type { GradeRun } from './view';

/** A written grade or outcome as its scale prints it; what the scale does not have stays as it was written, and is marked. */
export function gradeRun(node: ScalarNode, match: GradeMatch | undefined): GradeRun {
  const at = node.start;
  if (match?.kind === 'exact' || match?.kind === 'spelling') return { text: match.grade.name, letter: match.grade.letter, tone: match.grade.tone, at };
  const mark = match?.kind === 'unknown' ? 'no such grade' : match && 'not on this scale';
  return { text: node.text.trim(), tone: 'none', at, mark };
}
