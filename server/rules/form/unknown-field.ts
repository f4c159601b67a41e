import type { MapNode } from '../../records/node';
import type { RecordText } from '../../records/read';
import { fieldsAt, ONE_OF_THESE, type Field } from '../../reference/fields';
import type { Inspection } from '../../reference/inspection';
import type { UnknownKey } from '../../reference/keys';
import type { Strays } from '../../reference/strays';
import { quote, shorten } from '../../text/quote';
import type { Span } from '../../text/span';
import { nearest } from '../../text/spelling';
import { NOTHING, ofEach, type Fix, type InspectionRule, type Report } from '../rule';
import { didYouMean, listed } from '../wording';
import { formOf, type Place } from './places';
import { removeField } from './removing';
import { asTheDay, holdsTheDay } from './undecided-day';
import { colonInText } from './wrong-type';

export const unknownField: InspectionRule = {
  id: 'unknown-field',
  severity: 'error',
  summary: 'A field that is not part of the record format.',
  why: 'What stands under a name that is not known is read by nobody: a date under a misspelt name is a missing date. Fields of your own are welcome; their names begin with "x_".',
  fix: 'all',
  check: inspection => (inspection.strays.length ? [...inspection.strays.map(strays => notMovedIn(strays, inspection.record)), ...unknownFields(inspection)] : unknownFields(inspection)),
};

function unknownFields(inspection: Inspection): Iterable<Report> {
  return ofEach(formOf(inspection).places.filter(({ keys }) => keys?.unknown.length), place => (colonInText(place) ? NOTHING : unknownIn(place, inspection.record)));
}

/** Lines that belong to the field above them: one mistake, however many they are. */
function notMovedIn({ field, pairs }: Strays, { text, faults }: RecordText): Report {
  const { start, end } = pairs[0]!.key;
  const below = text.slice(start, pairs.at(-1)!.value.end);
  const breaks = [...below.matchAll(/(?:\r\n|[\n\r])(?=[ \t]*[^\s])/g)].map(({ index, 0: found }) => start + index + found.length);
  return {
    start, end, message: pairs.length > 1 ? `These lines belong to '${field}' above them: move them in by two spaces.` : `This line belongs to '${field}' above it: move it in by two spaces.`,
    fixes: faults.length ? [] : [{ title: `Move ${pairs.length > 1 ? 'them' : 'it'} in under '${field}'`, edits: [start, ...breaks].map(at => ({ start: at, end: at, text: '  ' })) }],
  };
}

function* unknownIn(place: Place, record: RecordText): Generator<Report> {
  const taken = new Set(place.node.kind === 'map' ? place.node.pairs.map(({ key }) => key.text) : []);
  for (const key of place.keys!.unknown) yield key.again ? again(key, place, taken, record) : unknown(key, place, taken, record);
}

/** Names that people bring along from elsewhere, for what a record does not write down; and whether it says the same without. */
const NEVER_WRITTEN: Readonly<Record<string, { message: string; needless: boolean }>> = {
  '<<': { message: "'<<' copies nothing in a record: write out the fields that you want to repeat.", needless: false },
  'framework': { message: "The framework is not written down: it follows from 'event' and the first day of fieldwork.", needless: true },
};

function unknown(key: UnknownKey, place: Place, taken: ReadonlySet<string>, record: RecordText): Report {
  const { pair, meant } = key;
  const { start, end, text } = pair.key;
  const where = inside(place);
  if (text === '') return { start, end: Math.max(end, start + 1), message: 'A name is missing before the colon.', missing: true };
  const never = Object.hasOwn(NEVER_WRITTEN, text) ? NEVER_WRITTEN[text] : undefined;
  if (never) return { start, end, message: never.message, ...(never.needless && { fixes: removeField(record, place.node as MapNode, pair, 'Remove this field') }) };
  if (holdsTheDay(key, place) && !ONE_OF_THESE.some(name => has(fieldsAt([name]), text))) return { start, end, message: `There is no field ${quote(text)}.${didYouMean(ONE_OF_THESE)}`, suggestions: [...ONE_OF_THESE], fixes: asTheDay(pair, record) };
  const names = meant ? [meant.name] : candidates(text, place);
  return {
    start, end,
    message: `There is no field ${quote(text)}${where}.${names.length ? didYouMean(names) : elsewhere(text, place)}`,
    ...(names.length && { suggestions: names }),
    fixes: [...names.map((name): Fix => ({ title: `Rename to '${name}'`, edits: [{ start, end, text: name }], ...(meant && { all: true }) })), ...(meant && bearsOnOthers(meant) ? [] : ownField(text, taken, { start, end }))],
  };
}

/** A field that stands there already, written otherwise. */
function again({ pair, meant }: UnknownKey, place: Place, taken: ReadonlySet<string>, record: RecordText): Report {
  const { start, end, text } = pair.key;
  const first = place.keys!.fields.get(meant!.name)!.key;
  return {
    start, end, message: `There is no field ${quote(text)}${inside(place)}. If '${meant!.name}' is meant, it stands here twice, and only one of the two can count.`,
    related: [{ start: first.start, end: first.end, message: 'It also stands here.' }],
    fixes: [...removeField(record, place.node as MapNode, pair, 'Remove this one'), ...ownField(text, taken, { start, end })],
  };
}

/** " in an entry of 'quotes'", " under 'fieldwork'"; nothing for the record itself. */
function inside({ pair, parent }: Place): string {
  if (pair) return ` under ${quote(pair.key.text)}`;
  return parent?.pair ? ` in an entry of ${quote(parent.pair.key.text)}` : '';
}

/** Whether other rules ask for a field or rest on it, so that it would be missed. */
function bearsOnOthers({ name, required, types }: Field): boolean {
  return required || ONE_OF_THESE.includes(name) || types.includes('object');
}

/** Fields that are near, where none is clearly meant. */
function candidates(text: string, { keys, path }: Place): string[] {
  const free = fieldsAt(path).filter(({ name }) => !keys!.fields.has(name));
  return nearest(text, free, ({ name }) => name).map(({ name }) => name);
}

/** Where a known name belongs if not here, or what can stand here. */
function elsewhere(text: string, { path }: Place): string {
  if (path.length && has(fieldsAt([]), text)) return ` It is a field of the record itself: it belongs at the beginning of a line.`;
  const owners = fieldsAt([]).filter(({ name }) => [[name], [name, 0]].some(place => has(fieldsAt(place), text)));
  if (!path.length && owners.length) return ` It belongs under ${listed(owners.map(({ name }) => name), 'or')}, moved in by two spaces.`;
  return path.length ? ` What can stand here: ${fieldsAt(path).map(({ name }) => name).join(', ')}.` : '';
}

function has(fields: readonly Field[], name: string): boolean {
  return fields.some(field => field.name === name);
}

/** The fix that makes it a field of the writer's own, under a name that is free. */
function ownField(text: string, taken: ReadonlySet<string>, { start, end }: Span): Fix[] {
  const words = shorten(text).normalize('NFKC').replace(/^x[^\p{L}\p{N}]+/iu, '').replace(/[^\p{L}\p{N}_-]+/gu, '_').replace(/^_+|(?<!_)_+$/g, '');
  if (!words) return [];
  let name = `x_${words}`;
  for (let number = 2; taken.has(name); number++) name = `x_${words}_${number}`;
  return [{ title: `Keep it as a field of your own: ${name}`, edits: [{ start, end, text: name }] }];
}
