import { quote } from '../../text/quote';
import { rewrite } from '../scalar-text';
import { NOTHING, ofEach, type InspectionRule } from '../rule';
import { oddGrades } from './odd-grades';

export const gradeSpelling: InspectionRule = {
  id: 'grade-spelling',
  severity: 'warning',
  summary: 'A grade is written otherwise than the reports of its time print it: an initial, a number, a variant, or other capital letters.',
  why: 'SIF tables print "Requires improvement", ILACS tables "Requires improvement to be good": the same grade in the words of its time. Single reports and many slides differ (Thurrock 2016, Isles of Scilly 2023); a record holds one wording, so that grades can be counted.',
  fix: 'all',
  check: (inspection, context) => ofEach(oddGrades(inspection, context), ({ node, match }) => {
    if (match.kind !== 'spelling') return NOTHING;
    const { name } = match.grade;
    return [{
      start: node.start, end: node.end, suggestions: [name],
      message: `${quote(node.text)} means '${name}': write the grade as the reports of that time print it.`,
      fixes: [{ title: `Change to '${name}'`, edits: [rewrite(inspection.record, node, name)], all: true }],
    }];
  }),
};
