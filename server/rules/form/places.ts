import validate from 'generated:validate-record';
import { isEmpty, toValue, type Node, type Pair } from '../../records/node';
import type { RecordText } from '../../records/read';
import { RECORD, type Field, type Shape } from '../../reference/fields';
import type { Inspection } from '../../reference/inspection';
import { isOwnField, readKeys, type Keys } from '../../reference/keys';
import { quote } from '../../text/quote';
import type { Span } from '../../text/span';
import { forTheLast } from '../for-the-last';
import { dashOf } from './removing';

export type Path = readonly (string | number)[];

/** A value in a record of which the format says what it may be. */
export interface Place {
  node: Node;
  /** By right names, also where a key is misspelt. */
  path: Path;
  /** What belongs here. */
  takes: Field;
  /** The field or judgement that holds it; absent for the record itself and for list entries. */
  pair?: Pair;
  parent?: Place;
  /** Of a mapping whose fields are fixed. */
  keys?: Keys;
}

/** A value that the schema refuses: the gravest of the reasons. */
export interface Refusal {
  place: Place;
  /** The schema's word for what it minds: `type`, `enum`, `pattern`, … */
  keyword: string;
  params: Record<string, unknown>;
}

/** What the rules about form share of a record. */
export interface Form {
  /** Every value of which the format says something, keys before what they hold. */
  places: readonly Place[];
  /** At most one for a place. */
  refusals: ReadonlyMap<Place, Refusal>;
}

/** Values of a record that are looked at. Records hold a hundred or two; what stands behind thousands is looked at when these are right. */
const MOST_PLACES = 4000;

/** The values of a record and what the schema says of them; worked out once for all rules. A key that is misspelt counts as the one that is meant. */
export const formOf = forTheLast((inspection: Inspection): Form => {
  const places: Place[] = [];
  const value = readPlace({ node: inspection.root, path: [], takes: RECORD.value(undefined), keys: { fields: inspection.fields, unknown: inspection.unknownFields } }, RECORD, places);
  return { places, refusals: validate(value) ? NONE : refusalsOf(places) };
});

const NONE: Form['refusals'] = new Map();

/** The place as plain value, without keys that are no field; adds it and those inside it to `places`. */
function readPlace(place: Place, shape: Shape, places: Place[]): unknown {
  places.push(place);
  const { node } = place;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.slice(0, Math.max(0, MOST_PLACES - places.length)).map((item, index) => readChild(place, shape.at(index), index, item, undefined, places));
  if (!shape.fields.length) {
    const pairs = node.pairs.slice(0, Math.max(0, MOST_PLACES - places.length)).filter(({ key }) => !isOwnField(key.text));
    return Object.fromEntries(pairs.map(pair => [pair.key.text, readChild(place, shape.at(pair.key.text), pair.key.text, pair.value, pair, places)]));
  }
  place.keys ??= readKeys(node, shape.fields);
  const value: Record<string, unknown> = {};
  for (const [written, pair] of place.keys.fields) {
    // The name that the schema has: an object takes a string that it knows in less time than one that was just read.
    const field = shape.field(written)!;
    value[field.name] = readChild(place, shape.at(field.name), field.name, pair.value, pair, places, field);
  }
  return value;
}

function readChild(parent: Place, shape: Shape | undefined, step: string | number, node: Node, pair: Pair | undefined, places: Place[], takes = shape?.value(step)): unknown {
  return shape && takes ? readPlace({ node, path: [...parent.path, step], takes, pair, parent }, shape, places) : toValue(node);
}

/** Of several reasons at one place the first of these is told: `true` for one of a few texts is outside the list, a list of them is of the wrong kind. */
const REASONS = { scalar: ['enum', 'type', 'pattern', 'minimum', 'maximum'], map: ['type'], list: ['type', 'minItems'] };

/** The refusals of the last validation, by place. What is missing or empty is not among them: that is read from the record itself. */
function refusalsOf(places: readonly Place[]): Map<Place, Refusal> {
  const byPointer = new Map(places.map(place => [pointerTo(place.path), place]));
  const refusals = new Map<Place, Refusal>();
  for (const { keyword, instancePath, params } of validate.errors ?? []) {
    const place = byPointer.get(instancePath);
    if (!place) continue;
    const reasons = REASONS[place.node.kind];
    const rank = reasons.indexOf(keyword);
    const known = refusals.get(place);
    if (rank >= 0 && (!known || rank < reasons.indexOf(known.keyword))) refusals.set(place, { place, keyword, params });
  }
  return refusals;
}

function pointerTo(path: Path): string {
  return path.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Whether nothing is given at a place: no value, or a list that needs entries and has none. */
export function isWithoutValue(place: Place, { refusals }: Form): boolean {
  return isEmpty(place.node) || refusals.get(place)?.keyword === 'minItems';
}

/** A place as messages name it: "'published'", "An entry of 'quotes'". */
export function nameOf({ pair, path, parent }: Place): string {
  if (pair) return quote(String(path.at(-1)));
  return parent ? `An entry of ${nameOf(parent)}` : 'The record';
}

/** The words that something missing at a place is told at: the key that holds it, else the first of its own that is right, else its dash. */
export function headOf({ pair, node, keys, parent }: Place, record: RecordText): Span {
  if (pair) return spanOf(pair.key);
  if (node.kind !== 'map' || !node.pairs.length) return spanOf(node);
  const right = node.pairs.find(({ key, value }) => keys?.fields.has(key.text) && !isEmpty(value));
  const dash = !right && parent?.node.kind === 'list' ? dashOf(record, parent.node, node) : undefined;
  return dash ?? spanOf((right ?? node.pairs[0]!).key);
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
