import { quote } from '../../text/quote';
import { rewrite } from '../scalar-text';
import { NOTHING, type InspectionRule } from '../rule';

export const eventSpelling: InspectionRule = {
  id: 'event-spelling',
  severity: 'warning',
  summary: 'The event is written otherwise than by its usual name.',
  why: 'Events are filtered and counted by name, so there is one way to write each. Short forms, the words of Ofsted’s tables ("ILACS Standard Inspection") and of report titles are understood, and changed on request.',
  fix: 'all',
  check({ event, record }) {
    if (event?.match.kind !== 'spelling') return NOTHING;
    const { node, match: { value: { name } } } = event;
    return [{
      start: node.start, end: node.end, suggestions: [name],
      message: `${quote(node.text)} is '${name}': write the event by that name.`,
      fixes: [{ title: `Change to '${name}'`, edits: [rewrite(record, node, name)], all: true }],
    }];
  },
};
