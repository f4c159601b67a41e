import type { EventData } from '../../reference/data';
import type { DecidingDate } from '../../reference/frameworks';
import { matched } from '../../reference/match';
import type { Reference } from '../../reference/reference';
import { decidingField, isOutOfForce } from '../beginning';
import { NOTHING, type InspectionRule } from '../rule';
import { decidedBy, duringLife, listed } from '../wording';

export const eventNotInForce: InspectionRule = {
  id: 'event-not-in-force',
  severity: 'error',
  summary: 'The event did not exist on that day: its framework was not in force yet, or no more.',
  why: 'The single inspection framework (SIF) ran from November 2013 to 2017, its re-inspections to July 2018; ILACS began in January 2018; assurance visits were held from September 2020 to May 2021 only (first and last fieldwork of 321 ILACS, about 170 SIF and 64 JTAI reports; Ofsted’s table of inspections 2009 to 2023). Either the event or the date is wrong. Nothing is said of the judgements meanwhile.',
  check(inspection, context) {
    const { event, on, reference } = inspection;
    const kind = matched(event?.match);
    if (!event || !kind || !on || !isOutOfForce(inspection, context)) return NOTHING;
    const suggestions = inItsPlace(reference, kind, on);
    const life = reference.frameworks.life(kind)!;
    const date = decidingField(inspection)?.node;
    return [{
      start: event.node.start, end: event.node.end, suggestions,
      message: `'${kind.name}' ${life.to ? 'was' : 'has been'} in force ${duringLife(life)}. ${decidedBy(on)}${suggestions.length ? ` At that time there ${suggestions.length > 1 ? 'were' : 'was'} ${listed(suggestions)}.` : ''}`,
      related: date && [{ start: date.start, end: date.end, message: 'This date decides.' }],
    }];
  },
};

/** The names of the events that stood in the place of one on that day. */
function inItsPlace({ events, frameworks }: Reference, event: EventData, on: DecidingDate): string[] {
  return events.lineage(event).filter(other => frameworks.eventInForce(other, on)).map(({ name }) => name);
}
