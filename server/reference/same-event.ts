import { isDay, isoDate } from './calendar';
import type { Inspection } from './inspection';
import { matched } from './match';

/**
 * A text that records share which tell of one event: same authority, same kind of event, same first day. Undefined where one of these is not
 * known for certain, so that nobody takes two events for one.
 */
export function eventKey({ authority, event, on }: Inspection): string | undefined {
  const body = matched(authority?.match);
  const kind = matched(event?.match);
  return body && kind && isDay(on?.date) ? [body.name, kind.id, isoDate(on.date)].join('\n') : undefined;
}
