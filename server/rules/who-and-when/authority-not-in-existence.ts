import type { Authority } from '../../reference/authorities';
import { compareDates, longDate } from '../../reference/calendar';
import { couldBegin } from '../../reference/frameworks';
import type { Inspection } from '../../reference/inspection';
import { matched } from '../../reference/match';
import { beginnings, decidingField, isOutOfForce } from '../beginning';
import { rewrite } from '../scalar-text';
import { NOTHING, type InspectionRule, type RuleContext } from '../rule';
import { decidedBy, listed } from '../wording';

export const authorityNotInExistence: InspectionRule = {
  id: 'authority-not-in-existence',
  severity: 'warning',
  summary: 'The event lies outside the authority’s life.',
  why: 'When counties and districts are reorganised, one authority ends and others begin, each with its own inspections: Cumbria ended on 31 March 2023, Cumberland and Westmorland and Furness began the day after. A record names the authority that was there on the day (GSS codes and orders of 2009 to 2023).',
  fix: 'some',
  check(inspection, context) {
    const { authority, on, record, reference } = inspection;
    const named = matched(authority?.match);
    if (!authority || !named || !on || !isOutOfExistence(inspection, context)) return NOTHING;
    const names = reference.authorities.inPlaceOf(named, on.date).map(({ name }) => name);
    const date = decidingField(inspection)?.node;
    return [{
      start: authority.node.start, end: authority.node.end, suggestions: names,
      message: `${lifeOf(named)}. ${decidedBy(on)}${names.length ? ` In its place there ${names.length > 1 ? 'were' : 'was'} ${listed(names)}.` : ''}`,
      related: date && [{ start: date.start, end: date.end, message: 'This date decides.' }],
      fixes: names.map(name => ({ title: `Change to '${name}'`, edits: [rewrite(record, authority.node, name)] })),
    }];
  },
};

/** Whether the authority is known, and was not there on any day that the record names as the beginning; silent where the event was not there either. */
export function isOutOfExistence(inspection: Inspection, context: RuleContext): boolean {
  const named = matched(inspection.authority?.match);
  if (!named || (!named.from && !named.to) || isOutOfForce(inspection, context)) return false;
  const days = beginnings(inspection, context);
  return days.length > 0 && days.every(on => !couldBegin(named, on));
}

function lifeOf({ name, from, to }: Authority): string {
  if (from && to && compareDates(from, to) <= 0) return `'${name}' existed from ${longDate(from)} to ${longDate(to)}`;
  return to ? `'${name}' existed until ${longDate(to)}` : `'${name}' has existed only since ${longDate(from!)}`;
}
