import { longDate } from '../reference/calendar';
import type { JudgementData } from '../reference/data';
import { dateOf, fieldText, type Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import { shorten } from '../text/quote';
import { visible } from '../text/visible';
import { capitalised } from '../text/words';

/** As many characters of a name that the data does not know as a list shows. */
const LONGEST = 60;

/** A record in one line: "Kirklees — ILACS standard inspection, July 2024 — Good". What is not known is left out. */
export function headline(inspection: Inspection): string {
  const parts = [authorityName(inspection), eventInWords(inspection), result(inspection)].filter(part => part);
  return visible(parts.join(' — ')) || shorten(fieldText(inspection, 'id')?.text ?? '', LONGEST) || 'Record';
}

/** The name by which people speak of a judgement: "Care leavers". */
export function spokenName({ name, spellings }: JudgementData): string {
  return visible(capitalised(spellings?.[0] ?? name));
}

function authorityName({ authority }: Inspection): string | undefined {
  return matched(authority?.match)?.name ?? (authority && shorten(authority.node.text, LONGEST));
}

/** "Monitoring visit 5, July 2018". */
function eventInWords(inspection: Inspection): string {
  const { event, on, published } = inspection;
  const name = matched(event?.match)?.name ?? (event && shorten(event.node.text, LONGEST));
  const ordinal = fieldText(inspection, 'ordinal');
  const date = on?.date ?? dateOf(published);
  const when = date && longDate({ year: date.year, month: date.month });
  return [name && typeof ordinal?.value === 'number' ? `${name} ${ordinal.value}` : name, when].filter(part => part).join(', ');
}

/** The overall grade, or the only one, or the outcome. */
function result(inspection: Inspection): string | undefined {
  const { judgements, event, reference } = inspection;
  const deciding = judgements.find(({ counts }) => counts?.level === 'overall') ?? (judgements.length === 1 ? judgements[0] : undefined);
  if (deciding?.grade) return gradeInWords(deciding.grade.text, deciding.gradeMatch);
  const outcome = fieldText(inspection, 'outcome');
  const scale = reference.grades.scale(matched(event?.match)?.outcome_scale ?? '');
  return outcome && scale && gradeInWords(outcome.text, reference.grades.match(outcome.text.trim(), scale));
}

/** A grade as its scale prints it, or as it is written. */
export function gradeInWords(written: string, match: Inspection['judgements'][number]['gradeMatch']): string {
  return match && match.kind !== 'unknown' ? visible(match.grade.name) : shorten(written, LONGEST);
}
