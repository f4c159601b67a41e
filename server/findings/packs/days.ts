import { longDate, parseDate } from '../../reference/calendar';
import { quote } from '../../text/quote';
import type { Entry } from './entries';
import type { Doubt, Known } from './known';

/** A first and a last value, and where they stand. */
interface Stretch {
  pointer: string;
  from?: string | number;
  to?: string | number;
  fields?: readonly [string, string];
}

/** Days that no calendar has, and stretches that end before they begin. */
export function dayDoubts(entry: Entry): Doubt[] {
  return stretchesOf(entry).flatMap(({ pointer, from, to, fields = ['from', 'to'] }) => {
    const unreal = ([from, to] as const).flatMap((day, i) => (
      typeof day === 'string' && !parseDate(day) ? [{ pointer: `${pointer}/${fields[i]}`, isFatal: true, message: `There is no such day as ${quote(day)}.` }] : []));
    if (unreal.length || from === undefined || to === undefined || from <= to) return unreal;
    return [{ pointer: `${pointer}/${fields[1]}`, isFatal: true, message: `This is before ${typeof from === 'string' ? longDate(parseDate(from)!) : from}, where it begins.` }];
  });
}

function stretchesOf({ list, value }: Entry): Stretch[] {
  switch (list) {
    case 'events': return (['in_force', 'fieldwork_days', 'publication_weekdays', 'interval_days'] as const).map(field => ({ pointer: `/${field}`, ...value[field] }));
    case 'frameworks': return (['in_force', 'published_seen'] as const).map(field => ({ pointer: `/${field}`, ...value[field] }));
    case 'authorities': return [{ pointer: '', from: value.valid_from, to: value.valid_to, fields: ['valid_from', 'valid_to'] }];
    case 'trusts': return value.runs.map(({ from, to }, i) => ({ pointer: `/runs/${i}`, from, to }));
    case 'bank_holidays': return value.days.map((day, i) => ({ pointer: '/days', from: day, fields: [String(i), ''] }));
    default: return [];
  }
}

/** Editions that would apply to an event on a day on which another one does. */
export function overlapDoubts(entry: Entry, known: Known): Doubt[] {
  if (entry.list !== 'frameworks') return [];
  const { events, in_force: { from, to = FOREVER } } = entry.value;
  for (const { value: other, entry: otherEntry } of known.all('frameworks')) {
    if (otherEntry === entry) return [];
    const event = events.find(id => other.events.includes(id));
    if (event === undefined || from > (other.in_force.to ?? FOREVER) || other.in_force.from > to) continue;
    const since = longDate(parseDate(other.in_force.from) ?? { year: 0 });
    return [{ pointer: '/in_force/from', isFatal: true, message: `For the event ${quote(event)}, '${other.short_name}' is in force since ${since}${other.in_force.to ? ` until ${other.in_force.to}` : ''}: only one framework can be in force on a day.` }];
  }
  return [];
}

/** Later than any day as text. */
const FOREVER = '9999-12-31';
