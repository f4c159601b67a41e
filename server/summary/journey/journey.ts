import type { Authority } from '../../reference/authorities';
import { dayNumber, fromDayNumber, type CalendarDate } from '../../reference/calendar';
import type { Reference } from '../../reference/reference';
import { capitalised, listed } from '../../text/words';
import type { Placed } from '../placed';
import { uncapitalised } from '../words';
import { chronicleOf } from './chronicle';
import { editionsBetween } from './editions';
import { gapsOf } from './gaps';
import { kinOf, lifeInWords } from './kin';
import { lanesOf } from './lanes';
import { stepMarks, stepsOf, trustsOf, visitsOf } from './marks';
import { subjectOf, type Subject } from './subject';
import type { JourneyView, Kin, Lane } from './view';

/** What a journey is told from. */
export interface JourneyInput {
  authority: Authority;
  /** The records of an authority, by its canonical name, in any order. */
  recordsOf(name: string): Iterable<Placed>;
  reference: Reference;
  today: Required<CalendarDate>;
}

/** The story of an authority, from all its records; with those of the authorities that it came from or went into beside it. */
export function viewJourney({ authority, recordsOf, reference, today }: JourneyInput): JourneyView {
  const subject = subjectOf(authority, recordsOf(authority.name), reference, today);
  const lanes = lanesOf(subject);
  const steps = stepsOf(subject);
  const kin = kinOf(subject, recordsOf, today);
  const { from, to } = spanOf(subject, steps, kin);
  const told = { from, editions: editionsBetween(from, to, subject), gaps: gapsOf(subject), trusts: trustsOf(subject) };
  return {
    title: `Journey of ${authority.name}`, authority: authority.name,
    about: [capitalised(authority.type), authority.region, authority.gss_code, lifeInWords(authority)].flatMap(text => text || []),
    story: storyOf(lanes), ...told, to, today: subject.today, lanes, visits: visitsOf(subject), steps: stepMarks(steps), kin,
    chronicle: chronicleOf(subject, steps, told),
  };
}

/** "Overall: inadequate in 2016, requires improvement to be good in 2019, good in 2024." */
function storyOf(lanes: readonly Lane[]): string | undefined {
  const overall = lanes.find(({ topic }) => topic.level === 'overall');
  const grades: { name: string; years: string[] }[] = [];
  for (const { grade, from } of overall?.stretches ?? []) {
    const year = String(fromDayNumber(from).year);
    const last = grades.at(-1);
    if (last?.name === grade.text) last.years.push(year);
    else grades.push({ name: grade.text, years: [year] });
  }
  const parts = grades.map(({ name, years }) => `${uncapitalised(name)} in ${listed([...new Set(years)])}`);
  return parts.length ? `Overall: ${parts.join(', ')}.` : undefined;
}

/** From the beginning of the first year of which something is told to the last day, which is today or later. */
function spanOf(subject: Subject, steps: readonly { day?: number }[], kin: readonly Kin[]): { from: number; to: number } {
  const days = [...subject.happenings, ...steps, ...kin.flatMap(({ chronicle }) => chronicle)].flatMap(({ day }) => day ?? []);
  const { year } = fromDayNumber(Math.min(...days, subject.end));
  return { from: dayNumber({ year, month: 1, day: 1 }), to: Math.max(...days, subject.today) };
}
