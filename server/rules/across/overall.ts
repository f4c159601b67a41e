import type { CalendarDate } from '../../reference/calendar';
import type { Inspection } from '../../reference/inspection';
import type { ScaleGrade } from '../../reference/grades';
import { matched } from '../../reference/match';
import type { OtherRecord, OtherRecords } from '../rule';

/** What rules across records ask of an inspection. */

/** Whether it graded the authority's services: the review of another body alone did not. */
export function isGraded({ event, edition, reference }: Inspection): boolean {
  const kind = matched(event?.match);
  if (kind?.result !== 'grades') return false;
  const frameworks = edition?.kind === 'one' ? [edition.framework] : reference.frameworks.of(kind);
  return frameworks.some(({ judgements }) => judgements.some(({ level }) => level !== 'separate'));
}

/** The grade of the overall judgement, where it has one that is known. */
export function overallGrade(inspection: Inspection): ScaleGrade | undefined {
  const overall = inspection.judgements.find(({ counts }) => counts?.level === 'overall');
  return overall?.gradeMatch && 'grade' in overall.gradeMatch ? overall.gradeMatch.grade : undefined;
}

/** Whether any judgement has the worst grade of its scale; undefined where no grade is known. */
export function hasWorstGrade({ scale, judgements }: Inspection): boolean | undefined {
  const ranks = judgements.flatMap(({ gradeMatch }) => (gradeMatch && 'grade' in gradeMatch ? [gradeMatch.grade.rank ?? 0] : []));
  if (!scale || !ranks.length) return undefined;
  return ranks.includes(Math.max(...scale.grades.map(({ rank }) => rank ?? 0)));
}

/** The latest graded inspection of the same authority that certainly began before a date. */
export function latestGraded(others: OtherRecords, date: CalendarDate): OtherRecord | undefined {
  for (const other of others.before(date)) if (isGraded(other.inspection)) return other;
  return undefined;
}
