import { addDays, compareDates, daysBetween, isDay, isoDate, longDate, weekday, weekdayName, type CalendarDate } from '../../reference/calendar';
import { dateOf, type FieldworkRange, type Inspection } from '../../reference/inspection';
import type { DecidingDate } from '../../reference/frameworks';
import { capitalised } from '../../text/words';
import { editionInWords } from '../hover/edition';
import { page } from '../hover/page';
import { goesWithRecord } from './fit';
import { knownAs, type Choice } from './item';
import type { Situation } from './situation';

type Day = Required<CalendarDate>;

/** A day to choose, and why. */
interface Candidate {
  day: Day;
  why: string;
}

const FRIDAY = 5;

/** How far, in days, today may be from a day that follows from the record to be worth a thought beside it: a month. */
const NEAR = 31;

/** Days for a date field: those that follow from the record's other dates, today, this week's Monday. None that these dates rule out. */
export function dates(situation: Situation): Choice[] {
  const { caret, today } = situation;
  const field = caret.path.at(-1);
  const isFieldwork = caret.path[0] === 'fieldwork';
  const usual = !isFieldwork ? [] : field === 'end' ? lastDays(situation) : firstDays(situation);
  const recent = [{ day: today, why: 'today' }, { day: monday(today), why: 'Monday of this week' }];
  const seen = new Map<string, Candidate>();
  for (const candidate of [...usual, ...(isFieldwork ? recent.toReversed() : recent).filter(({ day }) => !usual.length || isNear(day, usual[0]!.day))]) {
    const iso = isoDate(candidate.day);
    if (!seen.has(iso) && isPossible(candidate.day, situation)) seen.set(iso, candidate);
  }
  return [...seen].map(([iso, candidate]) => describe(iso, candidate, situation));
}

function describe(iso: string, { day, why }: Candidate, situation: Situation): Choice {
  const name = weekdayName(day);
  const edition = editionOn(day, situation);
  return {
    ...knownAs(iso, [why, name]), kind: 'date', detail: name, description: why,
    documentation: page(`**${name} ${longDate(day)}**`, capitalised(why), edition && `Framework in force: ${edition}`),
  };
}

/** Last days of fieldwork, counted from its first day as is usual for the event; else the next few ends of a short visit. */
function lastDays(situation: Situation): Candidate[] {
  const first = dateOf(ownRange(situation)?.start);
  if (!isDay(first)) return [];
  const usual = situation.event?.fieldwork_days;
  const lengths = usual ? fridaysWithin(first, usual) : [1, 2, daysBetween(first, fridayOf(first)) + 1].filter((length, i, all) => length > 0 && all.indexOf(length) === i);
  return lengths.map(length => ({ day: addDays(first, length - 1), why: length === 1 ? 'the same day' : `${length} days from the start` }));
}

/** First days of fieldwork, counted back from its last day. */
function firstDays(situation: Situation): Candidate[] {
  const last = dateOf(ownRange(situation)?.end);
  const usual = situation.event?.fieldwork_days;
  if (!isDay(last) || !usual || usual.from !== usual.to) return [];
  return [{ day: addDays(last, 1 - usual.from), why: `${usual.from} days to the end` }];
}

/** The lengths of stays between `from` and `to` days that end on a Friday; the shortest where none does. */
function fridaysWithin(first: Day, { from, to }: { from: number; to: number }): number[] {
  const lengths = Array.from({ length: to - from + 1 }, (_, i) => from + i).filter(length => weekday(addDays(first, length - 1)) === FRIDAY);
  return lengths.length ? lengths : [from];
}

function isNear(day: Day, other: Day): boolean {
  return Math.abs(daysBetween(day, other)) <= NEAR;
}

function monday(day: Day): Day {
  return addDays(day, -((weekday(day) + 6) % 7));
}

function fridayOf(day: Day): Day {
  return addDays(monday(day), 4);
}

/** Whether a day goes with the record: with its event and judgements, and with its other dates. */
function isPossible(day: Day, situation: Situation): boolean {
  const { inspection, caret: { path: [field] } } = situation;
  if (!inspection || (field !== 'fieldwork' && field !== 'published')) return true;
  return isInOrder(day, inspection, situation) && isInTime(day, inspection, situation);
}

/** Whether the event, and the judgements that the record has, go with a day, where that day decides about them. */
function isInTime(day: Day, inspection: Inspection, situation: Situation): boolean {
  const { event } = situation;
  const on = deciding(day, inspection, situation);
  return !event || !on || goesWithRecord(event, on, situation);
}

/** The edition of the event's framework that a day decides on, in words. */
function editionOn(day: Day, situation: Situation): string | undefined {
  const { event, inspection, reference } = situation;
  const on = inspection && deciding(day, inspection, situation);
  return on && event?.result === 'grades' ? editionInWords(reference.frameworks.edition(event, on)) : undefined;
}

/** A day at the caret as the one that decides what was in force; undefined where another one does. */
function deciding(day: Day, { fieldwork }: Inspection, { caret: { path } }: Situation): DecidingDate | undefined {
  if (path[0] === 'fieldwork') return path.at(-1) === 'start' && !(Number(path[1]) > 0) ? { date: day, basis: 'fieldwork' } : undefined;
  return path[0] === 'published' && !fieldwork.some(range => dateOf(range.start)) ? { date: day, basis: 'published' } : undefined;
}

/** Whether a day fits between the record's other dates: start ≤ end < next start ≤ … < published. */
function isInOrder(day: Day, { fieldwork, published }: Inspection, situation: Situation): boolean {
  const { caret: { caret, path } } = situation;
  const own = ownRange(situation);
  const number = own ? fieldwork.indexOf(own) : fieldwork.filter(({ node }) => node.start < caret).length - 0.5;
  const here = path[0] === 'published' ? Infinity : 2 * number + (path.at(-1) === 'end' ? 1 : 0);
  const others = [
    ...fieldwork.flatMap((range, i) => [{ place: 2 * i, date: dateOf(range.start) }, { place: 2 * i + 1, date: dateOf(range.end) }]),
    { place: Infinity, date: dateOf(published) },
  ];
  return others.every(({ place, date }) => {
    if (!date || place === here) return true;
    const order = compareDates(date, day) * (place < here ? 1 : -1);
    // One stay may begin and end on one day; dates that say less than a day cannot be told apart.
    return order < 0 || (order === 0 && (!isDay(date) || Math.floor(place / 2) === number));
  });
}

/** The stay that the caret is in; undefined while it has nothing but the caret's line. */
function ownRange({ inspection, caret: { path } }: Situation): FieldworkRange | undefined {
  return inspection?.fieldwork[typeof path[1] === 'number' ? path[1] : 0];
}
