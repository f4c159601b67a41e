import { dayNumber, firstDay, lastDay, longDate, parseDate, type CalendarDate } from '../../reference/calendar';
import type { EventData } from '../../reference/data';
import { fieldsAt } from '../../reference/fields';
import { fieldText } from '../../reference/inspection';
import { readKeys } from '../../reference/keys';
import { matched } from '../../reference/match';
import { readDate } from '../../reference/written-date';
import type { MapNode } from '../../records/node';
import { capitalised } from '../../text/words';
import { textOf } from '../runs';
import { placeOf, type Place } from '../placed';
import { middleDay, monthOf, rangeOf } from './days';
import { eventName, type Happening, type Subject } from './subject';
import type { Mark, Period } from './view';

/** The inspections and visits that have neither grades nor an outcome of a scale. */
export function visitsOf({ happenings }: Subject): Mark[] {
  return happenings.flatMap(happening => {
    const { main: { inspection }, day } = happening;
    if (day === undefined || (matched(inspection.event?.match)?.result ?? 'none') !== 'none') return [];
    const { date } = inspection.on!;
    return [{ name: nameWithNumber(happening), when: monthOf(date), day, range: rangeOf(date), place: placeOf(happening.main) }];
  });
}

/** "Monitoring visit 5". */
export function nameWithNumber(happening: Happening): string {
  const number = ordinalOf(happening);
  return number === undefined ? eventName(happening) : `${eventName(happening)} ${number}`;
}

/** Which one of its kind it is, where that is said and means something. */
export function ordinalOf({ main: { inspection } }: Happening): number | undefined {
  const event: EventData | undefined = matched(inspection.event?.match);
  const value = event?.ordinal ? fieldText(inspection, 'ordinal')?.value : undefined;
  return typeof value === 'number' ? value : undefined;
}

/** A step that government or the council took after an inspection. */
export interface Step {
  /** "Commissioner appointed: Eleanor Brazil". */
  name: string;
  kind: string;
  who?: string;
  date?: CalendarDate;
  note?: string;
  /** Where it stands in a time line: where its date is not known, with its record. */
  day?: number;
  happening: Happening;
  place: Place;
}

/** The steps of all records, in order of date as far as it is known. */
export function stepsOf({ happenings }: Subject): Step[] {
  const steps = happenings.flatMap(happening => {
    const list = happening.main.inspection.fields.get('follow_up')?.value;
    return list?.kind === 'list' ? list.items.flatMap(node => (node.kind === 'map' ? stepOf(node, happening) : [])) : [];
  });
  return steps.sort((a, b) => (a.day ?? Infinity) === (b.day ?? Infinity) ? 0 : (a.day ?? Infinity) - (b.day ?? Infinity));
}

function stepOf(node: MapNode, happening: Happening): Step[] {
  const { fields } = readKeys(node, fieldsAt(['follow_up', 0]));
  const text = (name: string) => {
    const value = fields.get(name)?.value;
    return (value && textOf(value)) || undefined;
  };
  const written = fields.get('date')?.value;
  const read = written?.kind === 'scalar' ? readDate(written) : undefined;
  const date = read && 'date' in read ? read.date : undefined;
  const [kind, who] = [capitalised(text('kind') ?? 'step'), text('name')];
  const { published, on } = happening.main.inspection;
  const since = published && 'date' in published.written ? published.written.date : on?.date;
  const day = date ?? since;
  return [{ name: who ? `${kind}: ${who}` : kind, kind, who, date, note: text('note'), day: day && middleDay(day), happening, place: placeOf(happening.main, node.start) }];
}

/** Steps as a time line marks them. */
export function stepMarks(steps: readonly Step[]): Mark[] {
  return steps.flatMap(({ kind, who, date, day, place }) => (day === undefined ? []
    : [{ name: kind, detail: who, when: date ? monthOf(date) : 'date not given', day, range: date && rangeOf(date), undated: !date, place }]));
}

/** Who ran the authority's services in its place, and when. */
export function trustsOf({ authority, reference, end }: Subject): Period[] {
  return reference.trusts.of(authority.name).flatMap(({ name, runs }) => runs.filter(run => run.authority === authority.name).map(({ from, to }) => {
    const last = to === undefined ? end : dayNumber(lastDay(parseDate(to)!));
    return { name, from: dayNumber(firstDay(parseDate(from)!)), to: Math.min(last, end), open: to === undefined && authority.to === undefined };
  })).filter(({ from, to }) => from < to);
}

/** "9 March 2017", or that it is not given. */
export function stepDate({ date }: Step): string {
  return date ? longDate(date) : 'Date not given';
}
