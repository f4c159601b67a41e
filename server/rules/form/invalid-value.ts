import { isEmpty, type ScalarNode } from '../../records/node';
import type { RecordText } from '../../records/read';
import { fold, nearest } from '../../text/spelling';
import { quote } from '../../text/quote';
import { NOTHING, type Fix, type InspectionRule, type Report } from '../rule';
import { rewrite } from '../scalar-text';
import { didYouMean } from '../wording';
import { formOf, nameOf, type Form, type Place, type Refusal } from './places';
import { VALUE_FORMS } from './value-forms';
import { isToldElsewhere } from './wrong-type';
import { underField } from './wrong-type-fixes';

export const invalidValue: InspectionRule = {
  id: 'invalid-value',
  severity: 'error',
  summary: 'A value that the field does not take: outside a fixed list, a bad id, a bad address, a number too small.',
  why: 'Some fields are sorted and counted, or lead somewhere: a status in words of one\'s own is in no list, an address without its beginning cannot be opened, an id with spaces cannot be pointed to.',
  fix: 'all',
  check(inspection) {
    const { refusals } = formOf(inspection);
    return refusals.size ? reportsOn(refusals, inspection.record) : NOTHING;
  },
};

function* reportsOn(refusals: Form['refusals'], record: RecordText): Generator<Report> {
  for (const refusal of refusals.values()) {
    const { place: { node }, keyword } = refusal;
    if (node.kind !== 'scalar' || isEmpty(node) || keyword === 'type' || isToldElsewhere(refusal.place)) continue;
    const { start, end } = node;
    yield { start, end, ...TELLERS[keyword]?.(refusal.place, node, refusal, record) ?? other(refusal.place, node) };
  }
}

type Telling = Pick<Report, 'message' | 'suggestions' | 'fixes'>;
type Teller = (place: Place, node: ScalarNode, refusal: Refusal, record: RecordText) => Telling;

/** By the schema's word for what it minds. */
const TELLERS: Readonly<Record<string, Teller>> = {
  enum: outsideList,
  pattern: (place, node, _, record) => badForm(place, node, record),
  minimum: (place, _, { params }) => ({ message: `${nameOf(place)} cannot be less than ${String(params.limit)}.` }),
  maximum: (place, _, { params }) => ({ message: `${nameOf(place)} cannot be more than ${String(params.limit)}.` }),
};

/** What people write for a value of a fixed list, beyond misspelling it. */
const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = {
  'not started': ['planned', 'to do', 'not begun'],
  'in progress': ['ongoing', 'on track', 'started', 'underway', 'under way', 'partly done'],
  'done': ['complete', 'completed', 'finished', 'achieved', 'closed'],
  'dropped': ['cancelled', 'abandoned', 'withdrawn', 'stopped'],
};

function outsideList(place: Place, node: ScalarNode, _: Refusal, record: RecordText): Telling {
  const { values } = place.takes;
  const same = values.find(value => fold(value) === fold(node.text));
  const meant = same ?? values.find(value => ALSO_CALLED[value]?.includes(fold(node.text)));
  const near = meant ? [meant] : nearest(node.text, values, value => value);
  return {
    message: `${nameOf(place)} cannot be ${quote(node.text)}.${same ? ` Write ${quote(same)}.` : didYouMean(near)} It is one of: ${values.join(', ')}.`,
    suggestions: near.length ? near : [...values],
    fixes: near.map(value => change(record, node, value, value === same)),
  };
}

function badForm(place: Place, node: ScalarNode, record: RecordText): Telling {
  const { form } = place.takes;
  if (!form || form === 'date') return other(place, node);
  const { says, mend } = VALUE_FORMS[form];
  const meant = mend(node.text);
  const named = underField(place, record);
  const example = place.takes.examples.find(text => typeof text === 'string');
  return {
    message: `${nameOf(place)} ${says}${named ? `, or fields of its own with ${named.name}` : ''}, such as ${quote(String(example))}.`,
    ...(meant !== undefined && { suggestions: [meant] }),
    fixes: [...(meant === undefined ? [] : [change(record, node, meant)]), ...(named && meant === undefined ? [named.fix] : [])],
  };
}

function other(place: Place, node: ScalarNode): Telling {
  return { message: `${nameOf(place)} cannot be ${quote(node.text)}.` };
}

function change(record: RecordText, node: ScalarNode, text: string, all = false): Fix {
  return { title: `Change to ${quote(text)}`, edits: [rewrite(record, node, text)], ...(all && { all: true }) };
}
