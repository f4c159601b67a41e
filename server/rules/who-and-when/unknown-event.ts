import { quote } from '../../text/quote';
import { rewrite } from '../scalar-text';
import { NOTHING, type InspectionRule } from '../rule';
import { didYouMean } from '../wording';

export const unknownEvent: InspectionRule = {
  id: 'unknown-event',
  severity: 'error',
  summary: 'The event is no kind of inspection or visit that is known.',
  why: 'The kind of event decides which judgements and grades belong in the record. Known are the kinds of Ofsted’s own tables from 2009 to today; a workspace can add others as data.',
  fix: 'some',
  check({ event, record }) {
    if (event?.match.kind !== 'unknown') return NOTHING;
    const { node, match } = event;
    const suggestions = match.guesses.map(({ name }) => name);
    return [{
      start: node.start, end: node.end, suggestions,
      message: `No kind of inspection or visit is called ${quote(node.text)}.${didYouMean(suggestions)}`,
      fixes: suggestions.map(name => ({ title: `Change to '${name}'`, edits: [rewrite(record, node, name)] })),
    }];
  },
};
