import { eventKey } from '../reference/same-event';
import type { Placed } from './placed';

/** An inspection, visit or review, with the records that tell of it. */
export interface Told {
  /** The one that tells most. */
  main: Placed;
  others: readonly Placed[];
}

/** Events, each once however many records tell of it: a national table and an authority's own file often tell of the same ones. */
export function eventsOf(records: Iterable<Placed>): Told[] {
  const byKey = new Map<string, Placed[]>();
  const events: Placed[][] = [];
  for (const record of records) {
    const key = eventKey(record.inspection);
    const known = key === undefined ? undefined : byKey.get(key);
    if (known) known.push(record);
    else {
      const told = [record];
      events.push(told);
      if (key !== undefined) byKey.set(key, told);
    }
  }
  return events.map(told => {
    const main = told.reduce((fullest, other) => (lengthOf(other) > lengthOf(fullest) ? other : fullest));
    return { main, others: told.filter(other => other !== main) };
  });
}

function lengthOf({ inspection: { root } }: Placed): number {
  return root.end - root.start;
}
