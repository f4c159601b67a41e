import { fromDayNumber } from '../../reference/calendar';
import { count, listed } from '../../text/words';
import type { GradeRun } from '../view';
import type { JourneyView, Kin } from './view';

/** "Journey: 10 inspections and visits, 2011 to 2025". */
export function eventsInWords({ chronicle }: JourneyView): string {
  const events = chronicle.filter(({ kind }) => kind === 'event');
  if (!events.length) return 'Journey';
  const years = events.flatMap(({ day }) => (day === undefined ? [] : [fromDayNumber(day).year]));
  const what = events.length === 1 ? '1 inspection or visit' : `${events.length} inspections and visits`;
  const when = !years.length ? 'without a date' : years[0] === years.at(-1) ? String(years[0]) : `${years[0]} to ${years.at(-1)!}`;
  return `Journey: ${what}, ${when}`;
}

/** What the time line shows, for those who have it read out. */
export function describeFigure({ story, lanes, visits, steps, gaps }: JourneyView): string {
  const parts = [
    lanes.length ? `grades in ${count(lanes.length, 'lane')}` : '', visits.length ? count(visits.length, 'visit') : '',
    steps.length ? `${count(steps.length, 'step')} of government and council` : '', gaps.length ? `${count(gaps.length, 'gap')} in the records` : '',
  ].filter(part => part !== '');
  return `${story ? `${story} ` : ''}The time line shows ${listed(parts) || 'no record'}.`;
}

/** Said of a time line behind which such a table stands. */
export const TABLE_BELOW = 'The table below says the same.';

/** The grades that the time line shows, best first, each once. */
export function gradesShown({ lanes, kin }: JourneyView): GradeRun[] {
  const shown = new Map<string, GradeRun>();
  for (const { grade } of [...lanes, ...kin.flatMap(({ lane }) => lane ?? [])].flatMap(({ stretches }) => stretches)) shown.set(`${grade.letter} ${grade.text}`, grade);
  return [...shown.values()].sort((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone) || (a.text < b.text ? -1 : 1));
}

/** Families of colours, best first. */
const TONES = ['outstanding', 'good', 'middling', 'inadequate', 'none'];

/** "Before: Northamptonshire". */
export function kinHeading({ relation, name }: Pick<Kin, 'relation' | 'name'>): string {
  return `${relation === 'predecessor' ? 'Before' : 'After'}: ${name}`;
}
