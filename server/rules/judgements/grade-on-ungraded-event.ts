import { isEmpty } from '../../records/node';
import { matched } from '../../reference/match';
import { isOutOfForce } from '../beginning';
import { removal } from '../pair-edits';
import { NOTHING, type InspectionRule } from '../rule';

export const gradeOnUngradedEvent: InspectionRule = {
  id: 'grade-on-ungraded-event',
  severity: 'error',
  summary: 'The event carries no judgements: it ends in a letter, or in an outcome.',
  why: 'Focused, monitoring and assurance visits and joint targeted area inspections are not graded: none of 64 JTAI letters has a grade, and the 60 visits in Ofsted’s in-year table of 2025 have none.',
  fix: 'some',
  check(inspection, context) {
    const { event, fields, record, root } = inspection;
    const kind = matched(event?.match);
    const pair = fields.get('judgements');
    if (!event || !kind || kind.result === 'grades' || !pair || isEmpty(pair.value) || isOutOfForce(inspection, context)) return NOTHING;
    const edit = removal(record, root, pair);
    return [{
      start: pair.key.start, end: pair.key.end,
      message: `'${kind.name}' carries no judgements: its result is ${kind.result === 'outcome' ? 'an outcome, in the field \'outcome\'' : 'a letter without grades'}.`,
      related: [{ start: event.node.start, end: event.node.end, message: 'This event is not graded.' }],
      fixes: edit && [{ title: 'Remove the judgements', edits: [edit] }],
    }];
  },
};
