import { isEmpty } from '../../records/node';
import { fieldsAt } from '../../reference/fields';
import type { Inspection } from '../../reference/inspection';
import { quote, shorten } from '../../text/quote';
import { NOTHING, type InspectionRule, type Report } from '../rule';
import { listed } from '../wording';
import { formOf, nameOf, type Form, type Place } from './places';
import { putInQuotes, wrongTypeFixes } from './wrong-type-fixes';

export const wrongType: InspectionRule = {
  id: 'wrong-type',
  severity: 'error',
  summary: 'A value of the wrong kind: a list where a text belongs, a number where an id belongs.',
  why: 'Every program that reads records relies on it that a list is a list and a text a text. YAML decides the kind by the way a value is written: 8 is a number, "8" is a text, a dash makes a list, a colon and a space make a field.',
  fix: 'some',
  check(inspection) {
    const form = formOf(inspection);
    return form.refusals.size || form.places.some(colonInText) ? reportsOn(form, inspection) : NOTHING;
  },
};

function* reportsOn({ places, refusals }: Form, inspection: Inspection): Generator<Report> {
  for (const { place, keyword } of refusals.values()) {
    if (keyword === 'type' && !isEmpty(place.node) && !isToldElsewhere(place)) yield { ...mistaken(place, inspection), unfinished: true };
  }
  for (const place of places) if (colonInText(place)) yield { ...splitByColon(place, inspection), unfinished: true };
}

/** Fields whose single values are looked up by name: the rules about those names speak of whatever stands there. */
const LOOKED_UP: readonly string[] = ['event', 'outcome'];

/** Whether the rules about names or dates speak of whatever single value stands at a place. */
export function isToldElsewhere(place: Place): boolean {
  return place.node.kind === 'scalar' && (isLookedUp(place) || place.takes.form === 'date');
}

function isLookedUp({ takes, path }: Place): boolean {
  return LOOKED_UP.includes(path[0] as string) || (takes.form !== 'date' && takes.types.includes('integer') && takes.types.includes('string'));
}

function mistaken(place: Place, inspection: Inspection): Report {
  const { start, end } = shown(place, inspection);
  return { start, end, message: `${nameOf(place)} takes ${expected(place)}, but ${actual(place)}.`, fixes: isLookedUp(place) ? [] : wrongTypeFixes(place, inspection) };
}

/** The words to mark: what spreads over several lines is marked at its first one. */
function shown({ node }: Place, { record: { text } }: Inspection): { start: number; end: number } {
  const words = text.slice(node.start, node.end);
  const line = words.search(/[\n\r]/);
  return { start: node.start, end: line < 0 ? node.end : node.start + words.slice(0, line).trimEnd().length };
}

const KINDS: Readonly<Record<string, (place: Place) => string>> = {
  string: ({ takes }) => (takes.form === 'date' ? 'a date such as 2024-07-08' : 'a text'),
  integer: ({ takes }) => (takes.types.includes('string') ? '' : 'a whole number'),
  array: () => 'a list, with a dash before each entry',
  object: ({ path }) => {
    const names = fieldsAt(path).map(({ name }) => name);
    return names.length ? `the fields ${listed(names)}` : 'one line for each name, with a value behind the colon';
  },
};

function expected(place: Place): string {
  return place.takes.types.map(type => KINDS[type]!(place)).filter(Boolean).join(', or ');
}

function actual({ node, takes }: Place): string {
  if (node.kind === 'list') return 'this is a list';
  if (node.kind === 'map') return 'this holds fields of its own';
  if (typeof node.value === 'number' && takes.types.includes('integer')) return `${shorten(node.text)} is none`;
  if (typeof node.value === 'number') return `${shorten(node.text)} is read as a number`;
  return typeof node.value === 'boolean' ? `${shorten(node.text)} is read as yes or no` : 'this is a text';
}

/** Whether a list entry was meant as a text, but reads as a field because of a colon in it: "- Leaders: they know". */
export function colonInText({ node, step, takes, keys }: Place): boolean {
  if (keys?.unknown.length !== 1 || typeof step !== 'number' || !takes.types.includes('string') || takes.form || node.kind !== 'map' || node.flow) return false;
  const key = keys.unknown[0]!;
  return node.pairs.length === 1 && !key.meant && key.pair.value.kind === 'scalar' && !/[\n\r]/.test(key.pair.value.text);
}

function splitByColon(place: Place, inspection: Inspection): Report {
  const name = place.node.kind === 'map' ? place.node.pairs[0]!.key.text : '';
  return {
    ...shown(place, inspection), message: `Because of the colon this is read as a field ${quote(name)} and not as a text. Put the whole text in quotes.`,
    fixes: putInQuotes(inspection.record.text, place.node),
  };
}
