import type { Slice } from '../records/slice';
import { isoDate } from '../reference/calendar';
import { dateOf, type Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import type { Draft } from './draft';

interface Known {
  slice: Slice;
  inspection: Inspection;
}

/** Records that are there already, by what an inspection is told from others by. */
export class KnownRecords {
  private readonly byDay = new Map<string, Known[]>();

  add(slice: Slice, inspection: Inspection): void {
    const authority = matched(inspection.authority?.match)?.name;
    const days = { start: iso(inspection.fieldwork[0]?.start), published: iso(inspection.published) };
    for (const [kind, day] of Object.entries(days)) {
      if (day === undefined) continue;
      const key = JSON.stringify([kind, authority, day]);
      this.byDay.set(key, [...(this.byDay.get(key) ?? []), { slice, inspection }]);
    }
  }

  /** The record of the inspection that a draft is about; undefined where none is known. */
  find({ value, remarks }: Draft): Known | undefined {
    const start = firstDayOf(value);
    const isEventSure = value.event !== undefined && !remarks.some(({ path, doubt }) => doubt !== undefined && path[0] === 'event');
    for (const [kind, day] of [['start', start], ['published', value.published]] as const) {
      const same = day === undefined ? [] : this.byDay.get(JSON.stringify([kind, value.authority, day])) ?? [];
      const found = same.find(({ inspection }) => {
        const own = iso(inspection.fieldwork[0]?.start);
        return (!isEventSure || matched(inspection.event?.match)?.name === value.event) && (own === undefined || start === undefined || own === start);
      });
      if (found) return found;
    }
    return undefined;
  }
}

/**
 * Whether a record that has been begun, and does not say yet on which days its inspection was, may be about that of a draft: nothing that
 * it says of who and what contradicts.
 */
export function mayBeAbout(draft: Draft, { authority, event, fieldwork, published }: Inspection): boolean {
  if (iso(fieldwork[0]?.start) !== undefined || iso(published) !== undefined || !authority) return false;
  return matched(authority.match)?.name === draft.value.authority && (!event || matched(event.match)?.name === draft.value.event);
}

/** The first day on site, as a draft has it. */
export function firstDayOf({ fieldwork }: Readonly<Record<string, unknown>>): unknown {
  return ([fieldwork].flat()[0] as { start?: unknown } | undefined)?.start;
}

function iso(field: Inspection['published']): string | undefined {
  const date = dateOf(field);
  return date && isoDate(date);
}
