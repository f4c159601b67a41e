import { quote } from '../../text/quote';
import { NOTHING, ofEach, type InspectionRule } from '../rule';
import { frameworkInForce } from '../beginning';
import { decidedBy, listed, theFramework } from '../wording';
import { oddGrades } from './odd-grades';

export const gradeNotInScale: InspectionRule = {
  id: 'grade-not-in-scale',
  severity: 'error',
  summary: 'A real grade, but of another framework or another time.',
  why: 'From November 2013 services below good "require improvement" and are no longer "adequate" (gov.uk, on the new single framework). Ofsted’s table of 2009 to 2023 relabels the old grades; the reports of the time say Adequate (Kent, 23 August 2013). "Not judged" stands in two SIF reports, City of London and Isles of Scilly 2016, and in no ILACS report.',
  check(inspection, context) {
    const { scale, on } = inspection;
    const odd = oddGrades(inspection, context).filter(({ match }) => match.kind === 'other-scale');
    if (!scale || !odd.length) return NOTHING;
    const framework = frameworkInForce(inspection, context);
    const has = `${framework ? theFramework(framework) : `the scale '${scale.name}'`} has ${listed(scale.grades.map(({ name }) => name))}`;
    return ofEach(odd, ({ node }) => [{ start: node.start, end: node.end, message: `${quote(node.text)} is not a grade of this inspection: ${has}.${on && framework ? ` ${decidedBy(on)}` : ''}` }]);
  },
};
