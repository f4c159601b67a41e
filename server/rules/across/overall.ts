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

/** The worst grade of its scale, where it certainly gave that to no judgement; undefined where it did, or no grade is known. */
export function worstGradeNotGiven({ scale, judgements }: Inspection): ScaleGrade | undefined {
  const ranks = judgements.flatMap(({ gradeMatch }) => (gradeMatch && 'grade' in gradeMatch ? [gradeMatch.grade.rank ?? 0] : []));
  const worst = scale?.grades.reduce((a, b) => ((b.rank ?? 0) > (a.rank ?? 0) ? b : a));
  return worst && ranks.length && !ranks.includes(worst.rank ?? 0) ? worst : undefined;
}

/** The latest graded inspection of the same authority, by the same inspectorate, that certainly began before a date. */
export function latestGraded({ event }: Inspection, others: OtherRecords, date: CalendarDate): OtherRecord | undefined {
  const inspectorate = matched(event?.match)?.inspectorate;
  for (const other of others.gradedBefore(date)) if (matched(other.inspection.event?.match)?.inspectorate === inspectorate) return other;
  return undefined;
}
