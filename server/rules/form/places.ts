import { isEmpty, pairOf, type MapNode, type Node, type Pair } from '../../records/node';
import type { RecordText } from '../../records/read';
import type { Demand } from '../../reference/demands';
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

/** A value that the schema refuses: the gravest of the reasons. What is missing or no field is not among them: that is read from the record itself. */
export interface Refusal {
  place: Place;
  keyword: Demand;
  /** The least or the greatest that a number may be, where that is the reason. */
  limit?: number;
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
  const reader = new FormReader();
  reader.read({ node: inspection.root, path: [], takes: RECORD.value(undefined), keys: { fields: inspection.fields, unknown: inspection.unknownFields } }, RECORD, true);
  return reader;
});

class FormReader implements Form {
  readonly places: Place[] = [];
  readonly refusals = new Map<Place, Refusal>();

  /**
   * Takes in a place and those inside it, without keys that are no field.
   * @param counts whether it is what the record says there: where a key stands twice, that is the last
   */
  read(place: Place, shape: Shape, counts: boolean): void {
    this.places.push(place);
    const { node } = place;
    const keyword = counts ? shape.refuse(node) : undefined;
    if (keyword) this.refusals.set(place, { place, keyword, ...((keyword === 'minimum' || keyword === 'maximum') && { limit: shape.limit(keyword) }) });
    if (node.kind === 'list') {
      for (const [index, item] of node.items.slice(0, this.left).entries()) this.readInside(place, shape, index, item, undefined, counts);
    } else if (node.kind === 'map') this.readMap(place, node, shape, counts);
  }

  private readMap(place: Place, node: MapNode, shape: Shape, counts: boolean): void {
    if (shape.fields.length) {
      place.keys ??= readKeys(node, shape.fields);
      for (const [name, pair] of place.keys.fields) this.readInside(place, shape, name, pair.value, pair, counts);
    } else {
      for (const pair of node.pairs.slice(0, this.left)) {
        const name = pair.key.text;
        if (!isOwnField(name)) this.readInside(place, shape, name, pair.value, pair, counts && pairOf(node, name) === pair);
      }
    }
  }

  private readInside(parent: Place, around: Shape, step: string | number, node: Node, pair: Pair | undefined, counts: boolean): void {
    const shape = around.at(step);
    if (shape) this.read({ node, path: [...parent.path, step], takes: around.field(step) ?? shape.value(step), pair, parent }, shape, counts);
  }

  private get left(): number {
    return Math.max(0, MOST_PLACES - this.places.length);
  }
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
