import { isEmpty } from '../../records/node';
import type { RecordText } from '../../records/read';
import { quote } from '../../text/quote';
import type { InspectionRule, Report } from '../rule';
import { isNeeded } from './missing-field';
import { formOf, headOf, nameOf, type Place } from './places';
import { dashOf, removeEntry, removeField } from './removing';

export const emptyValue: InspectionRule = {
  id: 'empty-value',
  severity: 'warning',
  summary: 'A field without a value, or a judgement without a grade.',
  why: 'A name without a value leaves open whether nothing is known, nothing was found, or something was forgotten. What is not known is left out; a judgement stands for its grade.',
  fix: 'some',
  *check(inspection) {
    const form = formOf(inspection);
    for (const place of form.places) {
      const judgement = judgementOf(place);
      if (judgement) {
        if (lacksGrade(place)) yield { ...headOf(place, inspection.record), message: `No grade is given for ${quote(judgement)}.`, missing: true };
      } else if (isEmpty(place.node) && !isNeeded(place, form)) yield withoutValue(place, inspection.record);
    }
  },
};

/** The judgement that a place holds the grade of: the judgement's own line, or its field `grade`. */
function judgementOf({ path, parent, pair }: Place): string | undefined {
  if (path[0] !== 'judgements') return undefined;
  if (path.length === 2) return pair!.key.text;
  return path.length === 3 && path[2] === 'grade' ? parent!.pair!.key.text : undefined;
}

function lacksGrade({ node, keys }: Place): boolean {
  return node.kind === 'map' ? !keys?.fields.has('grade') : isEmpty(node);
}

function withoutValue(place: Place, record: RecordText): Report {
  const { pair, parent, node } = place;
  const list = parent?.node.kind === 'list' ? parent.node : undefined;
  if (list) {
    const span = dashOf(record, list, node) ?? headOf(parent!, record);
    return { ...span, message: `${nameOf(place)} has no value. Fill it in or take it out.`, missing: true, fixes: removeEntry(record, list, node, 'Remove this entry') };
  }
  const map = parent?.node.kind === 'map' ? parent.node : undefined;
  return { ...headOf(place, record), message: `${nameOf(place)} has no value. Fill it in or leave it out.`, missing: true, fixes: map && pair ? removeField(record, map, pair, 'Remove this field') : [] };
}
