import { quote } from '../../text/quote';
import { rewrite } from '../scalar-text';
import { NOTHING, type InspectionRule } from '../rule';
import { isOutOfExistence } from './authority-not-in-existence';

export const authoritySpelling: InspectionRule = {
  id: 'authority-spelling',
  severity: 'warning',
  summary: 'The authority is written otherwise than by its usual short name: an alias, the official long name, a code, or other capital letters.',
  why: 'Records of one authority are brought together by its name, so there is one way to write it: the name that Ofsted’s tables use (local authority inspection outcomes as at 31 March 2025).',
  fix: 'all',
  check(inspection, context) {
    const { authority, record } = inspection;
    if (authority?.match.kind !== 'spelling' || isOutOfExistence(inspection, context)) return NOTHING;
    const { node, match: { value: { name } } } = authority;
    return [{
      start: node.start, end: node.end, suggestions: [name],
      message: `${quote(node.text)} is '${name}': write the authority by that name.`,
      fixes: [{ title: `Change to '${name}'`, edits: [rewrite(record, node, name)], all: true }],
    }];
  },
};
