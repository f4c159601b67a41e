import { quote } from '../../text/quote';
import { rewrite } from '../scalar-text';
import { NOTHING, ofEach, type InspectionRule } from '../rule';
import { didYouMean, listed } from '../wording';
import { oddGrades } from './odd-grades';

export const unknownGrade: InspectionRule = {
  id: 'unknown-grade',
  severity: 'error',
  summary: 'The grade is none of any scale.',
  why: 'There are four grades in every era, in fixed words; no other value was found in 321 ILACS and about 170 SIF reports but "Not judged", twice.',
  fix: 'some',
  check: (inspection, context) => ofEach(oddGrades(inspection, context), ({ node, match }) => {
    if (match.kind !== 'unknown') return NOTHING;
    const suggestions = match.guesses.map(({ name }) => name);
    const scale = !suggestions.length && inspection.scale ? ` The grades are ${listed(inspection.scale.grades.map(({ name }) => name))}.` : '';
    return [{
      start: node.start, end: node.end, suggestions,
      message: `${quote(node.text)} is not a grade.${didYouMean(suggestions)}${scale}`,
      fixes: suggestions.map(name => ({ title: `Change to '${name}'`, edits: [rewrite(inspection.record, node, name)] })),
    }];
  }),
};
