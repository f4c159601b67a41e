import type { GradeScale, ScaleGrade } from '../../reference/grades';
import type { Reference } from '../../reference/reference';
import { fold } from '../../text/spelling';

/** What programs write where there is no grade. */
const NOTHING = new Set([
  '', 'nan', 'none', 'null', 'n/a', 'na', 'data unreadable', 'inspection pre dates judgement', 'not reported post reform', 'not found or not applicable',
  // Official tables: not available, confidential, not applicable.
  '[x]', '[c]', '[z]',
  // Spreadsheets write these where a formula came to nothing.
  '#n/a', '#ref!', '#value!', '#name?', '#null!', '#num!', '#div/0!',
]);

/** Whether a cell says nothing. */
export function saysNothing(text: string): boolean {
  return NOTHING.has(fold(text));
}

/** A grade of a scale, as a cell has it. */
export type CellGrade =
  | { grade: ScaleGrade; }
  /** The grade of a later scale that stands in the place of one of this scale: old grades are relabelled in later tables. */
  | { grade: ScaleGrade; relabelled: true }
  | { unknown: true };

/** What the text of a cell is on a scale. Numbers may have a fraction of nothing, 2.0; official tables mark what they have revised, "Good [r]". */
export function cellGrade(text: string, scale: GradeScale, reference: Reference): CellGrade {
  const match = reference.grades.match(text.trim().replace(/^(\d)\.0+$/, '$1').replace(/\[r\]$/i, '').trimEnd(), scale);
  if (match.kind === 'exact' || match.kind === 'spelling') return { grade: match.grade };
  if (match.kind === 'unknown') return { unknown: true };
  const { rank } = match.grade;
  const same = scale.grades.filter(grade => rank !== undefined && grade.rank === rank);
  return same.length === 1 ? { grade: same[0]!, relabelled: true } : { unknown: true };
}
