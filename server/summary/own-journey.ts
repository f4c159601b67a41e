import { compareDates, firstDay } from '../reference/calendar';
import type { Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import { eventKey } from '../reference/same-event';

/**
 * The records of an inspection's authority in order of date, this one among them; those without a date come last. Of several that tell
 * of one event on one day, as a national table and an authority's own file do, the fullest stands for all.
 * @param candidates any inspections, in any order
 */
export function journeyOf(inspection: Inspection, candidates: Iterable<Inspection>): readonly Inspection[] {
  const authority = authorityOf(inspection);
  const told = new Map<unknown, Inspection>([[keyOf(inspection), inspection]]);
  if (authority !== undefined) {
    for (const other of candidates) {
      if (authorityOf(other) !== authority) continue;
      const key = keyOf(other);
      const known = told.get(key);
      if (!known || (known !== inspection && lengthOf(other) > lengthOf(known))) told.set(key, other);
    }
  }
  return [...told.values()].sort(byDate);
}

function authorityOf({ authority }: Inspection): string | undefined {
  return matched(authority?.match)?.name;
}

/** Equal for records that tell of one event; what does not say enough is like nothing else. */
function keyOf(inspection: Inspection): unknown {
  return eventKey(inspection) ?? inspection;
}

function lengthOf({ root }: Inspection): number {
  return root.end - root.start;
}

function byDate(a: Inspection, b: Inspection): number {
  return a.on && b.on ? compareDates(firstDay(a.on.date), firstDay(b.on.date)) : Number(!a.on) - Number(!b.on);
}
