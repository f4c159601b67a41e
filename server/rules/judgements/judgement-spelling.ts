import { shorten } from '../../text/quote';
import { frameworkInForce } from '../beginning';
import { rewrite } from '../scalar-text';
import { NOTHING, ofEach, type InspectionRule } from '../rule';

export const judgementSpelling: InspectionRule = {
  id: 'judgement-spelling',
  severity: 'warning',
  summary: 'A judgement is written otherwise than the framework in force prints it: a short name, a variant, a misprint, or other capital letters.',
  why: 'Judgements are compared over years and authorities by their names, so there is one way to write each: as the framework prints it. 14 reports of July 2025 to June 2026 print "children care leavers", which is a misprint; SIF reports call the overall judgement by a sentence about the authority.',
  fix: 'all',
  check(inspection, context) {
    const { judgements, record } = inspection;
    const misspelt = judgements.filter(({ match }) => match.kind === 'spelling');
    if (!misspelt.length || !frameworkInForce(inspection, context)) return NOTHING;
    return ofEach(misspelt, line => {
      const { pair: { key }, counts } = line;
      // Where the judgement stands under another name too, that it stands twice is the mistake.
      if (judgements.some(other => other !== line && other.counts === counts)) return NOTHING;
      const { name } = counts!;
      return [{
        start: key.start, end: key.end, suggestions: [name],
        message: `'${shorten(key.text, 100)}' means '${name}': write the judgement as the framework prints it.`,
        fixes: [{ title: `Change to '${name}'`, edits: [rewrite(record, key, name)], all: true }],
      }];
    });
  },
};
