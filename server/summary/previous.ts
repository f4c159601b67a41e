import { compareDates } from '../reference/calendar';
import type { JudgementData } from '../reference/data';
import type { Framework } from '../reference/frameworks';
import type { ScaleGrade } from '../reference/grades';
import type { Inspection } from '../reference/inspection';
import { kinOf } from '../reference/judgements';
import { matched } from '../reference/match';

/** An inspection with the edition that graded it and its grades by the judgement's id. */
export interface Graded {
  inspection: Inspection;
  framework: Framework;
  grades: ReadonlyMap<string, ScaleGrade>;
}

/** The inspection with its grades, as far as they can be told; undefined where it has none, or its edition is not known. */
export function graded(inspection: Inspection): Graded | undefined {
  if (inspection.edition?.kind !== 'one') return undefined;
  const grades = new Map<string, ScaleGrade>();
  for (const { match, gradeMatch } of inspection.judgements) {
    if (match.kind !== 'exact' && match.kind !== 'spelling') continue;
    if (gradeMatch?.kind === 'exact' || gradeMatch?.kind === 'spelling') grades.set(match.judgement.id, gradeMatch.grade);
  }
  return grades.size ? { inspection, framework: inspection.edition.framework, grades } : undefined;
}

/**
 * The graded inspection of the same authority that came last before this one: of those whose judgements can be compared with its
 * own, if there is any; else of all.
 * @param others any inspections, in any order; those of other authorities are passed over
 */
export function previousGraded(inspection: Inspection, others: Iterable<Inspection>): Graded | undefined {
  const name = matched(inspection.authority?.match)?.name;
  if (name === undefined || !inspection.on || inspection.edition?.kind !== 'one') return undefined;
  const { on, edition: { framework } } = inspection;
  let best: Graded | undefined;
  for (const other of others) {
    if (matched(other.authority?.match)?.name !== name || !other.on || compareDates(other.on.date, on.date) >= 0) continue;
    const candidate = graded(other);
    if (candidate && (!best || isNearer(candidate, best, framework))) best = candidate;
  }
  return best;
}

function isNearer(candidate: Graded, best: Graded, framework: Framework): boolean {
  const [a, b] = [comparable(framework, candidate.framework), comparable(framework, best.framework)];
  return a === b ? compareDates(candidate.inspection.on!.date, best.inspection.on!.date) > 0 : a;
}

/**
 * Whether grades of two editions can be set side by side: they judge at least one thing in common. A headline alone is not enough,
 * because it sums up whatever its own edition looked at.
 */
export function comparable(later: Framework, earlier: Framework): boolean {
  return later.judgements.some(judgement => judgement.level !== 'overall' && counterparts(judgement, earlier).length > 0);
}

/**
 * The judgements of an earlier edition with which one is compared: the same one, the one it was split from, or all those it joins.
 * Empty where the earlier edition has none, or only some of the parts.
 */
export function counterparts(judgement: JudgementData, earlier: Framework): JudgementData[] {
  const same = earlier.judgements.find(({ id }) => id === judgement.id);
  if (same) return [same];
  const kin = kinOf(judgement, earlier);
  return kin.length === judgement.joins?.length ? kin : [];
}
