import type { Inspection } from '../reference/inspection';
import { capitalised, listed } from '../text/words';
import { graded } from './previous';
import { spokenName, uncapitalised } from './words';

/**
 * The grades in one sentence, as people say them: "Good overall, and for the help …; requires improvement to be good for care
 * leavers." Undefined where no grade is known. Judgements about another body count only where there are no others.
 */
export function gradesInOneSentence(inspection: Inspection): string | undefined {
  const known = graded(inspection);
  if (!known) return undefined;
  const { framework, grades } = known;
  const all = framework.judgements.filter(({ id }) => grades.has(id));
  const own = all.filter(({ level }) => level !== 'separate');
  const judgements = own.length ? own : all;
  const overall = judgements.find(({ level }) => level === 'overall');
  const byGrade = new Map<string, string[]>(overall && [[grades.get(overall.id)!.name, []]]);
  for (const judgement of judgements) {
    if (judgement === overall) continue;
    const grade = grades.get(judgement.id)!.name;
    byGrade.set(grade, [...(byGrade.get(grade) ?? []), spokenName(judgement)]);
  }
  const parts = [...byGrade].map(([grade, names], index) => {
    const lead = uncapitalised(grade) + (overall && index === 0 ? ' overall' : '');
    if (!names.length) return lead;
    return `${lead}${overall && index === 0 ? ', and' : ''} for ${listed(names)}`;
  });
  return `${capitalised(parts.join('; '))}.`;
}
