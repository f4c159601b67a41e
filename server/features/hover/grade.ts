import type { GradeMatch, GradeScale, ScaleGrade } from '../../reference/grades';
import { escapeMarkdown } from '../../text/markdown';
import { numberInWords, ordinalInWords } from '../../text/words';
import type { Statistics } from '../statistics';
import { facts, page } from './page';

/** What a grade or outcome means, and its place on the scale; for one of another scale, the scale that applies. */
export function gradeHover(match: GradeMatch, scale: GradeScale, judgement?: string, statistics?: Statistics): string | undefined {
  if (match.kind === 'unknown') return undefined;
  const { grade } = match;
  const applies = scale.grades.some(({ id }) => id === grade.id);
  const place = applies ? placeOn(scale, grade) : undefined;
  return page(
    `**${escapeMarkdown(grade.name)}**${place ? ` — ${place}` : ''}`,
    escapeMarkdown(grade.meaning),
    facts(
      applies ? onScale(scale, grade) : `Not a grade of this record's scale: ${onScale(scale, grade)}`,
      judgement && statistics ? share(statistics.holders(judgement, grade.id)) : undefined,
    ),
  );
}

/** "best of four", "second best of four", "lowest of four"; undefined for a value off the scale. */
function placeOn({ grades }: GradeScale, grade: ScaleGrade): string | undefined {
  const ranked = grades.filter(({ rank }) => rank !== undefined);
  const place = ranked.findIndex(({ id }) => id === grade.id);
  if (place < 0) return undefined;
  const of = `of ${numberInWords(ranked.length)}`;
  if (place === 0) return `best ${of}`;
  return place === ranked.length - 1 ? `lowest ${of}` : `${ordinalInWords(place + 1)} best ${of}`;
}

function onScale({ grades }: GradeScale, { id }: ScaleGrade): string {
  return grades.map(grade => (grade.id === id ? `**${escapeMarkdown(grade.name)}**` : escapeMarkdown(grade.name))).join(' · ');
}

function share(holders: ReturnType<Statistics['holders']>): string | undefined {
  if (!holders || holders.of === 0) return undefined;
  return `Held by ${holders.holding} of ${holders.of} authorities here (${Math.round((holders.holding / holders.of) * 100)}%)`;
}
