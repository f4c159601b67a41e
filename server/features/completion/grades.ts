import type { GradeScale } from '../../reference/grades';
import { gradeHover } from '../hover/grade';
import { possibleEditions } from './editions';
import { knownAs, type Choice } from './item';
import type { Situation } from './situation';

/** The grades of the scale in force, best to worst; while it is not known, those of every scale that may be. */
export function grades(situation: Situation): Choice[] {
  const { reference, inspection } = situation;
  const editions = possibleEditions(situation);
  const ids = inspection?.scale && editions.length ? [inspection.scale.id] : [...new Set(editions.map(({ grade_scale }) => grade_scale))];
  const scales = ids.map(id => reference.grades.scale(id)).filter(scale => scale !== undefined);
  const byName = new Map<string, Choice>();
  for (const scale of scales) for (const choice of gradesOf(scale, 'grade', scales.length > 1)) if (!byName.has(choice.label)) byName.set(choice.label, choice);
  return [...byName.values()];
}

/** The outcomes of the event, where it has any; while the event is not known, of every event that has. */
export function outcomes({ event, reference }: Situation): Choice[] {
  const ids = new Set((event ? [event] : reference.events.all).map(({ outcome_scale }) => outcome_scale));
  return [...ids].flatMap(id => {
    const scale = id === undefined ? undefined : reference.grades.scale(id);
    return scale ? gradesOf(scale, 'value', false) : [];
  });
}

function gradesOf(scale: GradeScale, kind: Choice['kind'], namesScale: boolean): Choice[] {
  const ranked = scale.grades.filter(({ rank }) => rank !== undefined).length;
  return scale.grades.map((grade, index) => ({
    ...knownAs(grade.name, [...(grade.spellings ?? []), grade.number]), kind,
    detail: grade.rank === undefined ? 'not a grade' : `${index + 1} of ${ranked}`,
    description: namesScale ? scale.name : undefined,
    documentation: gradeHover({ kind: 'exact', grade }, scale),
  }));
}
