import { compareDates } from '../reference/calendar';
import type { DecidingDate, Edition, Framework } from '../reference/frameworks';
import { dateOf, type DateField, type Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import { forTheLast } from './for-the-last';
import { disorders } from './order-of-dates';
import type { RuleContext } from './rule';

/**
 * The days on any of which the inspection may have begun: the deciding day; where that is itself in doubt (in the future, or
 * contradicted by another date), every day that the record names. Empty where none is known.
 */
export const beginnings = forTheLast((inspection: Inspection, context: RuleContext): readonly DecidingDate[] => {
  const { on, fieldwork, published } = inspection;
  if (!on) return [];
  if (compareDates(on.date, context.today) <= 0 && !disorders(inspection, context).length) return [on];
  const dates = [...fieldwork.flatMap(({ start, end }) => [start, end]), published].map(dateOf).filter(date => date !== undefined);
  return dates.map(date => ({ date, basis: 'fieldwork' }));
});

/** The edition of the framework in force, if it is known for certain: whatever follows from it is said only then. */
export const frameworkInForce = forTheLast((inspection: Inspection, context: RuleContext): Framework | undefined => {
  const { edition, event, reference } = inspection;
  const kind = matched(event?.match);
  if (edition?.kind !== 'one' || !kind) return undefined;
  const isSame = (other: Edition) => other.kind === 'one' && other.framework === edition.framework;
  // That of the deciding day is known already.
  return beginnings(inspection, context).every(on => on === inspection.on || isSame(reference.frameworks.edition(kind, on))) ? edition.framework : undefined;
});

/** Whether the event is known, and could not take place on any day that the record names as its beginning. */
export const isOutOfForce = forTheLast((inspection: Inspection, context: RuleContext): boolean => {
  const kind = matched(inspection.event?.match);
  const days = beginnings(inspection, context);
  return kind !== undefined && days.length > 0 && days.every(on => !inspection.reference.frameworks.eventInForce(kind, on, on === inspection.on ? inspection.edition : undefined));
});

/** The date that decides which framework applies, where it stands in the record. */
export function decidingField({ on, fieldwork, published }: Inspection): DateField | undefined {
  return on && [...fieldwork.map(({ start }) => start), published].find(field => dateOf(field) === on.date);
}
