import { eventKey } from '../reference/same-event';
import type { WorkspaceRecord } from './record';

/** One event of a journey: the records that tell of it, of which there may be several in several files. */
export type JourneyEvent = readonly [WorkspaceRecord, ...WorkspaceRecord[]];

/**
 * The events of a journey, each once however often it is told, in order of date. The record that tells most of an event stands first.
 * @param journey as the workspace has it: the answer is kept with it, until one of its records changes
 */
export function eventsOf(journey: readonly WorkspaceRecord[]): readonly JourneyEvent[] {
  let events = known.get(journey);
  if (!events) known.set(journey, (events = group(journey)));
  return events;
}

const known = new WeakMap<readonly WorkspaceRecord[], readonly JourneyEvent[]>();

function group(journey: readonly WorkspaceRecord[]): JourneyEvent[] {
  const events: [WorkspaceRecord, ...WorkspaceRecord[]][] = [];
  const byKey = new Map<string, (typeof events)[number]>();
  for (const record of journey) {
    const key = eventKey(record.inspection);
    const told = key === undefined ? undefined : byKey.get(key);
    if (told) {
      told.push(record);
    } else {
      const event: (typeof events)[number] = [record];
      events.push(event);
      if (key !== undefined) byKey.set(key, event);
    }
  }
  for (const event of events) event.sort((a, b) => b.slice.text.length - a.slice.text.length);
  return events;
}
