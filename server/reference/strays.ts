import { isEmpty, type MapNode, type Pair } from '../records/node';
import { fieldsAt } from './fields';
import { judgementNamed } from './frameworks';
import type { Keys } from './keys';
import type { Reference } from './reference';

/** Lines that belong to the field above them, but are not moved in under it. */
export interface Strays {
  field: string;
  pairs: readonly Pair[];
}

/** The keys of a record with such lines read as what they were meant for; and which these are. */
export function adoptStrays(root: MapNode, keys: Keys, reference: Reference): Keys & { strays: readonly Strays[] } {
  const strays = root.flow || !keys.unknown.length ? [] : [...straysIn(root, keys, reference)];
  if (!strays.length) return { ...keys, strays };
  const fields = new Map(keys.fields);
  for (const { field, pairs } of strays) {
    const value: MapNode = { kind: 'map', flow: false, start: pairs[0]!.key.start, end: pairs.at(-1)!.value.end, pairs: [...pairs] };
    fields.set(field, { key: fields.get(field)!.key, value });
  }
  const adopted = new Set(strays.flatMap(({ pairs }) => pairs));
  return { fields, unknown: keys.unknown.filter(({ pair }) => !adopted.has(pair)), strays };
}

function* straysIn({ pairs }: MapNode, { fields, unknown }: Keys, reference: Reference): Generator<Strays> {
  const unmeant = new Set(unknown.flatMap(({ pair, meant }) => (meant ? [] : [pair])));
  for (const [field, pair] of fields) {
    const belongs = PARTS[field];
    if (!belongs || !isEmpty(pair.value)) continue;
    const below = pairs.slice(pairs.indexOf(pair) + 1);
    const end = below.findIndex(each => !unmeant.has(each));
    const run = end < 0 ? below : below.slice(0, end);
    const last = run.findLastIndex(({ key }) => belongs(key.text, reference));
    if (last >= 0 && belongs(run[0]!.key.text, reference)) yield { field, pairs: run.slice(0, last + 1) };
  }
}

/** By field: whether a name is one of those that stand under it. */
const PARTS: Readonly<Record<string, (name: string, reference: Reference) => boolean>> = {
  fieldwork: name => fieldsAt(['fieldwork']).some(field => field.name === name),
  judgements: (name, { frameworks }) => frameworks.all.some(framework => judgementNamed(framework, name)),
};
