import { isEmpty } from '../../records/node';
import type { RecordText } from '../../records/read';
import { quote } from '../../text/quote';
import { ofEach, type InspectionRule, type Report } from '../rule';
import { isNeeded } from './missing-field';
import { formOf, headOf, nameOf, type Form, type Place } from './places';
import { dashOf, removeEntry, removeField } from './removing';

export const emptyValue: InspectionRule = {
  id: 'empty-value',
  severity: 'warning',
  summary: 'A field without a value, or a judgement without a grade.',
  why: 'A name without a value leaves open whether nothing is known, nothing was found, or something was forgotten. What is not known is left out; a judgement stands for its grade.',
  fix: 'some',
  check(inspection) {
    const form = formOf(inspection);
    return ofEach(form.places.filter(place => lacksValue(place, form)), place => [withoutValue(place, inspection.record)]);
  },
};

function lacksValue(place: Place, form: Form): boolean {
  return judgementOf(place) ? lacksGrade(place) : isEmpty(place.node) && !isNeeded(place, form);
}

/** The judgement that a place holds the grade of: the judgement's own line, or its field `grade`. */
function judgementOf({ step, parent, pair }: Place): string | undefined {
  if (isJudgements(parent)) return pair!.key.text;
  return step === 'grade' && isJudgements(parent?.parent) ? parent!.pair!.key.text : undefined;
}

/** Whether it is the field of the record that holds the judgements. */
function isJudgements(place: Place | undefined): boolean {
  return place?.step === 'judgements' && place.parent?.parent === undefined;
}

function lacksGrade({ node, keys }: Place): boolean {
  return node.kind === 'map' ? !keys?.fields.has('grade') : isEmpty(node);
}

function withoutValue(place: Place, record: RecordText): Report {
  const { pair, parent, node } = place;
  const judgement = judgementOf(place);
  if (judgement) return { ...headOf(place, record), message: `No grade is given for ${quote(judgement)}.`, missing: true };
  const list = parent?.node.kind === 'list' ? parent.node : undefined;
  if (list) {
    const span = dashOf(record, list, node) ?? headOf(parent!, record);
    return { ...span, message: `${nameOf(place)} has no value. Fill it in or take it out.`, missing: true, fixes: removeEntry(record, list, node, 'Remove this entry') };
  }
  const map = parent?.node.kind === 'map' ? parent.node : undefined;
  return { ...headOf(place, record), message: `${nameOf(place)} has no value. Fill it in or leave it out.`, missing: true, fixes: map && pair ? removeField(record, map, pair, 'Remove this field') : [] };
}
