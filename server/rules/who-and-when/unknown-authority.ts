import { matched } from '../../reference/match';
import { quote } from '../../text/quote';
import { rewrite } from '../scalar-text';
import { NOTHING, type InspectionRule } from '../rule';
import { didYouMean } from '../wording';

export const unknownAuthority: InspectionRule = {
  id: 'unknown-authority',
  severity: 'error',
  summary: 'The authority is none of the local authorities that are, or were, responsible for children’s services.',
  why: 'Records of one authority are brought together by its name. The list holds the 153 authorities of today and the 10 that were abolished since 2009 (Office for National Statistics codes; Ofsted, local authority inspection outcomes as at 31 March 2025).',
  fix: 'some',
  check({ authority, reference, record }) {
    if (authority?.match.kind !== 'unknown' || matched(reference.trusts.match(authority.node.text.trim()))) return NOTHING;
    const { node, match } = authority;
    const suggestions = match.guesses.map(({ name }) => name);
    return [{
      start: node.start, end: node.end, suggestions,
      message: `No local authority is called ${quote(node.text)}.${didYouMean(suggestions)}`,
      fixes: suggestions.map(name => ({ title: `Change to '${name}'`, edits: [rewrite(record, node, name)] })),
    }];
  },
};
