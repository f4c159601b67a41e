import validate from 'generated:validate-record';
import { isEmpty, toValue, type ListNode, type MapNode, type Node, type Pair, type ScalarNode } from '../../records/node';
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
export class Place {
  /**
   * @param shape what the format says of it and of what is inside it
   * @param takes what belongs here
   * @param step the name or number that leads here from the parent: the right name, also where a key is misspelt
   * @param pair the field or judgement that holds it; absent for the record itself and for list entries
   * @param keys of a mapping whose fields are fixed
   */
  constructor(readonly node: Node, readonly shape: Shape, readonly takes: Field, readonly step?: string | number, readonly pair?: Pair, readonly parent?: Place, readonly keys?: Keys) {}

  /** The steps from the record to here. */
  get path(): Path {
    return this.parent ? [...this.parent.path, this.step!] : [];
  }
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
  /**
   * The values that a rule may have something to say of, keys before what they hold: mappings and lists, dates, and what is empty. Where the
   * schema refuses any, all of which the format says something.
   */
  places: readonly Place[];
  /** At most one for a place. */
  refusals: ReadonlyMap<Place, Refusal>;
}

/** Values of a record that are looked at. Records hold a hundred or two; what stands behind thousands is looked at when these are right. */
const MOST_PLACES = 4000;

/** The values of a record and what the schema says of them; worked out once for all rules. A key that is misspelt counts as the one that is meant. */
export const formOf = forTheLast((inspection: Inspection): Form => {
  const reading = new Reading(mayNeedWord);
  if (validate(reading.record(inspection))) return { places: reading.places, refusals: NONE };
  const { errors } = validate;
  const whole = new Reading(() => true);
  whole.record(inspection);
  return { places: whole.places, refusals: refusalsOf(whole.places, errors ?? []) };
});

const NONE: Form['refusals'] = new Map();

/** Whether rules may have something to say of a single value that the schema takes. */
function mayNeedWord(node: ScalarNode, takes: Field): boolean {
  return takes.form === 'date' || isEmpty(node);
}

/** Goes through the values of a record, and gives them as plain data without keys that are no field. */
class Reading {
  readonly places: Place[] = [];
  private seen = 0;

  /** @param isNoted which single values are to be among the places */
  constructor(private readonly isNoted: (node: ScalarNode, takes: Field) => boolean) {}

  record({ root, fields, unknownFields: unknown }: Inspection): unknown {
    return this.inside(new Place(root, RECORD, RECORD.value(undefined), undefined, undefined, undefined, { fields, unknown }));
  }

  private value(node: Node, shape: Shape, takes: Field, step: string | number, pair: Pair | undefined, parent: Place): unknown {
    if (node.kind !== 'scalar') return this.inside(new Place(node, shape, takes, step, pair, parent, node.kind === 'map' && shape.fields.length ? readKeys(node, shape.fields) : undefined));
    this.seen++;
    if (this.isNoted(node, takes)) this.places.push(new Place(node, shape, takes, step, pair, parent));
    return node.value;
  }

  /** A mapping or list. */
  private inside(place: Place): unknown {
    const { node, keys } = place;
    this.seen++;
    this.places.push(place);
    if (node.kind === 'list') return this.items(node, place);
    return keys ? this.fields(keys, place) : this.entries(node as MapNode, place);
  }

  private items({ items }: ListNode, place: Place): unknown[] {
    const shape = place.shape.at(0);
    return this.few(items).map((item, index) => (shape ? this.value(item, shape, shape.value(index), index, undefined, place) : toValue(item)));
  }

  private fields({ fields }: Keys, place: Place): unknown {
    const value: Record<string, unknown> = {};
    fields.forEach((pair, written) => {
      // The name that the schema has: an object takes a string that it knows in less time than one that was just read.
      const { field, shape } = place.shape.child(written)!;
      value[field.name] = this.value(pair.value, shape, field, field.name, pair, place);
    });
    return value;
  }

  /** Of a mapping that takes names of all kinds. */
  private entries({ pairs }: MapNode, place: Place): unknown {
    // Without a prototype, so that `__proto__` is a name like any other.
    const value = Object.create(null) as Record<string, unknown>;
    for (const pair of this.few(pairs)) {
      const name = pair.key.text;
      if (isOwnField(name)) continue;
      const shape = place.shape.at(name);
      value[name] = shape ? this.value(pair.value, shape, shape.value(name), name, pair, place) : toValue(pair.value);
    }
    return value;
  }

  private few<T>(all: readonly T[]): readonly T[] {
    const most = Math.max(0, MOST_PLACES - this.seen);
    return all.length > most ? all.slice(0, most) : all;
  }
}

/** Of several reasons at one place the first of these is told: `true` for one of a few texts is outside the list, a list of them is of the wrong kind. */
const REASONS = { scalar: ['enum', 'type', 'pattern', 'minimum', 'maximum'], map: ['type'], list: ['type', 'minItems'] };

/** What the schema minds, by place. What is missing or empty is not part of it: that is read from the record itself. */
function refusalsOf(places: readonly Place[], errors: NonNullable<typeof validate.errors>): Map<Place, Refusal> {
  const byPointer = new Map(places.map(place => [pointerTo(place.path), place]));
  const refusals = new Map<Place, Refusal>();
  for (const { keyword, instancePath, params } of errors) {
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
