import { compareDates, dayNumber, firstDay, lastDay } from '../reference/calendar';
import { fieldText, type Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import { shorten } from '../text/quote';
import { capitalised, count } from '../text/words';
import { monthInWords } from './dates';
import { gradeRun } from './grade-run';
import type { GradeRun, JourneyStep, JourneyStrip } from './view';

const DAYS_IN_YEAR = 365.2425;

/** As many records as are told before and after the one that is shown: a page about one record is not to be about all others. */
const BEFORE = 7;
const AFTER = 4;

/**
 * Where a record stands among all records of its authority; undefined where it is the only one.
 * @param journey in order of date, this one among them
 */
export function journeyStrip(inspection: Inspection, journey: readonly Inspection[]): JourneyStrip | undefined {
  if (journey.length < 2) return undefined;
  const own = journey.indexOf(inspection);
  const [from, to] = [Math.max(0, own - BEFORE), Math.min(journey.length, own + AFTER + 1)];
  const steps = journey.slice(from, to).map((other, index) => stepOf(other, from + index, journey[from + index + 1], other === inspection));
  return { steps, count: journey.length, earlier: from, later: journey.length - to };
}

function stepOf(inspection: Inspection, record: number, next: Inspection | undefined, isThis: boolean): JourneyStep {
  const { on } = inspection;
  const when = on ? monthInWords(on.date) : { text: 'no date' };
  return { when: isThis ? when : { ...when, record }, event: nameOf(inspection), grade: resultOf(inspection), isThis, pause: next && pauseBetween(inspection, next) };
}

/** "Monitoring visit 5". */
export function nameOf(inspection: Inspection): string {
  const { event } = inspection;
  const name = matched(event?.match)?.name ?? (event ? shorten(event.node.text) : 'Event not given');
  const ordinal = fieldText(inspection, 'ordinal');
  return typeof ordinal?.value === 'number' ? `${name} ${ordinal.value}` : name;
}

/** The overall grade, the grade that all have who have one, or the outcome. */
function resultOf(inspection: Inspection): GradeRun | undefined {
  const { judgements, event, reference } = inspection;
  const own = judgements.filter(({ counts }) => counts && counts.level !== 'separate');
  const deciding = own.find(({ counts }) => counts!.level === 'overall') ?? (own.every(one => one.grade?.text === own[0]?.grade?.text) ? own[0] : undefined) ?? (own.length ? undefined : judgements[0]);
  if (deciding?.grade) return withoutPlace(gradeRun(deciding.grade, deciding.gradeMatch));
  const outcome = fieldText(inspection, 'outcome');
  const scale = reference.grades.scale(matched(event?.match)?.outcome_scale ?? '');
  return outcome && scale && sentenceLike(withoutPlace(gradeRun(outcome, reference.grades.match(outcome.text.trim(), scale))));
}

/** Outcomes are printed in the middle of a sentence. */
function sentenceLike(run: GradeRun): GradeRun {
  return run.mark === undefined ? { ...run, text: capitalised(run.text) } : run;
}

/** Places are those of the record that is shown: another's would lead astray. */
function withoutPlace({ text, letter, tone, mark }: GradeRun): GradeRun {
  return { text, letter, tone, mark };
}

/** Whole years between two records, where there are any for certain. */
function pauseBetween(before: Inspection, after: Inspection): string | undefined {
  if (!before.on || !after.on || compareDates(before.on.date, after.on.date) >= 0) return undefined;
  const years = Math.floor((dayNumber(firstDay(after.on.date)) - dayNumber(lastDay(before.on.date))) / DAYS_IN_YEAR);
  return years > 0 ? `${count(years, 'year')} later` : undefined;
}
