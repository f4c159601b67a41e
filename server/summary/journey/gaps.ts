import { dayNumber, firstDay, fromDayNumber, lastDay, parseDate } from '../../reference/calendar';
import type { EventData } from '../../reference/data';
import { matched } from '../../reference/match';
import { capitalised, numberInWords } from '../../text/words';
import { uncapitalised } from '../words';
import { lengthInWords, monthOf } from './days';
import { ordinalOf } from './marks';
import { eventName, isFull, sameInspectorate, type Happening, type Subject } from './subject';
import type { Gap } from './view';

/** A silence shorter than this is not worth a word, in days: between two graded inspections alone there are three to five years. */
const SILENCE = 4 * 365;

/** How long a visit that is to be expected may be outstanding before its lack is named, in days. */
const PATIENCE = 365;

/** What the records of an authority leave open, in order of date. */
export function gapsOf(subject: Subject): Gap[] {
  const dated = subject.happenings.filter(({ day }) => day !== undefined) as DatedHappening[];
  return [...silences(dated, subject), ...unnumbered(dated), ...withoutVisits(dated, subject)].sort((a, b) => a.day - b.day);
}

type DatedHappening = Happening & { day: number };

function silences(dated: readonly DatedHappening[], { end }: Subject): Gap[] {
  return dated.flatMap(({ day }, index) => {
    const until = dated[index + 1]?.day;
    const to = until ?? end;
    if (to - day < SILENCE) return [];
    const lasts = lengthInWords(day, to);
    const text = until === undefined ? `No record since, for ${lasts}` : `No record for ${lasts}`;
    return [{ text, short: [until === undefined ? 'No record since' : 'No record', lasts], when: `${month(day)} to ${until === undefined ? 'now' : month(to)}`, span: { from: day, to }, day: day + 1 }];
  });
}

/** Visits whose number says that there were others, of which there is no record. */
function unnumbered(dated: readonly DatedHappening[]): Gap[] {
  const gaps: Gap[] = [];
  let counted = new Map<string, number>();
  for (const happening of dated) {
    if (isFull(happening)) counted = new Map();
    const event = matched(happening.main.inspection.event?.match);
    if (!event?.ordinal) continue;
    const recorded = (counted.get(event.id) ?? 0) + 1;
    const number = ordinalOf(happening) ?? recorded;
    counted.set(event.id, Math.max(number, recorded));
    const lacking = number - recorded;
    if (lacking <= 0) continue;
    const visits = `${uncapitalised(event.name)}${lacking === 1 ? '' : 's'}`;
    const text = `${capitalised(numberInWords(lacking))} ${visits} before ${event.name} ${number} ${lacking === 1 ? 'is' : 'are'} not on record`;
    gaps.push({ text, short: [`${capitalised(numberInWords(lacking))} ${lacking === 1 ? 'visit' : 'visits'} before`, 'not on record'], when: `Before ${month(happening.day)}`, day: happening.day - 1 });
  }
  return gaps;
}

/** Inspections that gave a judgement the worst grade, without any of the visits that follow such a one. */
function withoutVisits(dated: readonly DatedHappening[], { end, reference }: Subject): Gap[] {
  const visits = reference.events.all.filter(({ follows_worst: follows }) => follows);
  return dated.flatMap((happening, index) => {
    const expected = visits.filter(visit => visit.inspectorate === matched(happening.main.inspection.event?.match)?.inspectorate);
    if (!expected.length || !gaveWorst(happening)) return [];
    const later = dated.slice(index + 1).filter(other => sameInspectorate(other, happening));
    const next = later.find(isFull)?.day ?? end;
    const wasVisited = later.some(other => other.day <= next && expected.includes(matched(other.main.inspection.event?.match)!));
    if (wasVisited || !expected.some(visit => couldTakePlace(visit, happening.day, next))) return [];
    const visit = `No ${uncapitalised(expected[0]!.name)}`;
    return [{ short: [visit, 'on record'], text: `${visit} is on record after ${eventName(happening)}, ${month(happening.day)}`, when: `${month(happening.day)} to ${next === end ? 'now' : month(next)}`, day: happening.day + 1 }];
  });
}

function couldTakePlace({ in_force: force }: EventData, from: number, to: number): boolean {
  const first = force ? Math.max(from, dayNumber(firstDay(parseDate(force.from)!))) : from;
  const last = force?.to ? Math.min(to, dayNumber(lastDay(parseDate(force.to)!))) : to;
  return last - first >= PATIENCE;
}

function gaveWorst({ given, main: { inspection: { scale } } }: Happening): boolean {
  const worst = Math.max(0, ...(scale?.grades.map(({ rank = 0 }) => rank) ?? []));
  return worst > 0 && given.some(({ judgement, grade }) => grade.rank === worst && judgement.level !== 'separate');
}

function month(day: number): string {
  return monthOf(fromDayNumber(day));
}
