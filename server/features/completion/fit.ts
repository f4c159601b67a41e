import type { EventData } from '../../reference/data';
import { judgementNamed, type DecidingDate } from '../../reference/frameworks';
import { fieldText } from '../../reference/inspection';
import type { Situation } from './situation';

/**
 * Whether an event on a day goes with what the record says already: it was in force, and it carries the judgements or the outcome
 * that stand there.
 * @param on undefined where the record has no day
 */
export function goesWithRecord(event: EventData, on: DecidingDate | undefined, { inspection, reference: { frameworks } }: Situation): boolean {
  if (on && !isInForce(event, on, frameworks)) return false;
  if (!inspection) return true;
  if (fieldText(inspection, 'outcome') && event.result !== 'outcome') return false;
  const names = inspection.judgements.filter(({ match }) => match.kind !== 'unknown').map(({ pair }) => pair.key.text);
  if (!names.length) return true;
  if (event.result !== 'grades') return false;
  const edition = on && frameworks.edition(event, on);
  const possible = edition?.kind === 'one' ? [edition.framework] : edition?.kind === 'several' ? edition.frameworks : frameworks.of(event);
  return possible.some(framework => names.every(name => judgementNamed(framework, name)));
}

export function isInForce(event: EventData, on: DecidingDate, frameworks: Situation['reference']['frameworks']): boolean {
  return event.result === 'grades' ? frameworks.edition(event, on).kind !== 'none' : frameworks.eventInForce(event, on);
}
