import { builtIn, type Knowledge } from './knowledge';

/** A kind of inspection or visit. */
export interface InspectionEvent {
  id: string;
  /** As records write it. */
  name: string;
  description: string;
  /** What it results in: grades for judgements, one outcome, or neither. */
  result: 'grades' | 'outcome' | 'none';
}

/** A body whose services are inspected. Days are calendar dates, `YYYY-MM-DD`. */
export interface Authority {
  /** As records write it. */
  name: string;
  officialName: string;
  region: string;
  type: string;
  /** Its code in official statistics. */
  gssCode?: string;
  /** First and last day of its life, as far as that lies after March 2009. */
  from?: string;
  to?: string;
}

/** All events that are known. */
export function listEvents(knowledge: Knowledge = builtIn()): InspectionEvent[] {
  return knowledge.data.events.map(({ id, name, description, result }) => ({ id, name, description, result }));
}

/** All authorities that are known, those too that are no more. */
export function listAuthorities(knowledge: Knowledge = builtIn()): Authority[] {
  return knowledge.data.authorities.map(({ name, official_name: officialName, region, type, gss_code: gssCode, valid_from: from, valid_to: to }) => (
    { name, officialName, region, type, ...(gssCode !== undefined && { gssCode }), ...(from !== undefined && { from }), ...(to !== undefined && { to }) }));
}
