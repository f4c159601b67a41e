import { fold, nearest } from '../text/spelling';
import type { GradeData, GradeScaleData, ReferenceData } from './data';

/** A grade as one scale prints it. */
export interface ScaleGrade extends GradeData {
  name: string;
  meaning: string;
  number?: number;
}

/** A scale with its grades, best to worst, values off the scale last. */
export interface GradeScale {
  id: string;
  name: string;
  grades: readonly ScaleGrade[];
}

/** What a written grade is on a scale. */
export type GradeMatch =
  | { kind: 'exact' | 'spelling'; grade: ScaleGrade }
  /** A real grade, but one that this scale does not have. */
  | { kind: 'other-scale'; grade: ScaleGrade; scales: GradeScale[] }
  | { kind: 'unknown'; guesses: ScaleGrade[] };

export class GradeIndex {
  readonly scales: readonly GradeScale[];
  private readonly spellings = new Map<string, Set<string>>();

  constructor({ grades, grade_scales }: Pick<ReferenceData, 'grades' | 'grade_scales'>) {
    const byId = new Map(grades.map(grade => [grade.id, grade]));
    this.scales = grade_scales.map(scale => this.join(scale, byId));
    for (const grade of grades) {
      const names = this.scales.flatMap(scale => scale.grades.filter(({ id }) => id === grade.id).map(({ name }) => name));
      this.spellings.set(grade.id, new Set([...names, ...(grade.spellings ?? [])].map(fold)));
    }
  }

  scale(id: string): GradeScale | undefined {
    return this.scales.find(scale => scale.id === id);
  }

  /** What a written grade is on a scale; numbers are the scale's own (3 was "Adequate" before November 2013). */
  match(written: string, scale: GradeScale): GradeMatch {
    const exact = scale.grades.find(({ name }) => name === written);
    if (exact) return { kind: 'exact', grade: exact };
    const wanted = fold(written);
    const variant = scale.grades.find(grade => this.means(grade, wanted));
    if (variant) return { kind: 'spelling', grade: variant };
    for (const other of this.scales) {
      const grade = other.grades.find(({ id }) => this.spellings.get(id)!.has(wanted));
      if (grade) return { kind: 'other-scale', grade, scales: this.scales.filter(({ grades }) => grades.some(({ id }) => id === grade.id)) };
    }
    return { kind: 'unknown', guesses: nearest(written, scale.grades, ({ name }) => name, 2) };
  }

  private means(grade: ScaleGrade, wanted: string): boolean {
    return this.spellings.get(grade.id)!.has(wanted) || (grade.number !== undefined && (wanted === String(grade.number) || wanted === `grade ${grade.number}`));
  }

  private join(scale: GradeScaleData, byId: ReadonlyMap<string, GradeData>): GradeScale {
    return { id: scale.id, name: scale.name, grades: scale.grades.map(({ grade, ...printed }) => ({ ...byId.get(grade)!, ...printed })) };
  }
}
