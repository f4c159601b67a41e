import type { MapNode, Pair } from '../records/node';
import { clearlyMeant, fold } from '../text/spelling';
import type { Field } from './fields';

/** A key that is no field, with the field that is clearly meant, if one is. */
export interface UnknownKey {
  pair: Pair;
  meant?: Field;
  /** That field stands there already. */
  again?: boolean;
}

/** The keys of a mapping whose fields are fixed, read as what they are or clearly should be. */
export interface Keys {
  /** By right name. Where a field stands twice, the last. */
  fields: ReadonlyMap<string, Pair>;
  unknown: readonly UnknownKey[];
}

/** What people write for a field, beyond misspelling it: names of other formats and of the pages the facts are copied from. */
const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = {
  authority: ['local authority', 'local authority name', 'la', 'la name', 'council'],
  event: ['event type', 'type', 'inspection type', 'inspection'],
  ordinal: ['visit number', 'number'],
  published: ['publication date', 'date published', 'published on'],
  lead_inspector: ['inspector'],
  report: ['report url', 'report link', 'letter'],
  provider_page: ['provider url', 'provider'],
  judgements: ['grades', 'ratings'],
  grade: ['rating', 'judgement'],
  kind: ['type', 'step'],
  needs_improvement: ['areas for improvement', 'recommendations', 'what needs to improve'],
  priority_actions: ['areas for priority action'],
  start: ['from', 'first day', 'start date'],
  end: ['to', 'until', 'last day', 'end date'],
  by: ['speaker', 'who', 'said by'],
  text: ['quote', 'finding'],
  due: ['deadline', 'due date', 'by when'],
  owner: ['responsible', 'lead'],
  url: ['link', 'address', 'href'],
  accessed: ['read on', 'retrieved'],
};

/** Unknown keys of one mapping for which a meaning is looked for; a mapping with more of them is something else. */
const MOST_GUESSED = 100;

/** Whether a key is a field of the writer's own, which nothing is ever said of. */
export function isOwnField(name: string): boolean {
  return name.startsWith('x_');
}

/** Reads the keys of a mapping that takes the fields `known`. A field is meant only where it does not stand there already. */
export function readKeys(map: MapNode, known: readonly Field[]): Keys {
  const fields = new Map<string, Pair>();
  const others: Pair[] = [];
  const names = namesOf(known);
  for (const pair of map.pairs) {
    const name = pair.key.text;
    if (names.has(name)) fields.set(name, pair);
    else if (!isOwnField(name)) others.push(pair);
  }
  if (!others.length) return { fields, unknown: NONE };
  const unknown = others.map((pair, index) => {
    if (index >= MOST_GUESSED) return { pair };
    const meant = fieldMeant(pair.key.text, known.filter(({ name }) => !fields.has(name)));
    if (meant) fields.set(meant.name, pair);
    const again = meant ? undefined : clearlyMeant(pair.key.text, known, ({ name }) => name);
    return again ? { pair, meant: again, again: true } : { pair, meant };
  });
  return { fields, unknown };
}

/** The field that is clearly meant by a name that none of them has; undefined where none is. */
export function fieldMeant(text: string, among: readonly Field[]): Field | undefined {
  const wanted = fold(text);
  return among.find(({ name }) => ALSO_CALLED[name]?.includes(wanted)) ?? clearlyMeant(text, among, ({ name }) => name);
}

const NONE: readonly UnknownKey[] = [];

const namesByFields = new WeakMap<readonly Field[], ReadonlySet<string>>();

function namesOf(fields: readonly Field[]): ReadonlySet<string> {
  let names = namesByFields.get(fields);
  if (!names) namesByFields.set(fields, (names = new Set(fields.map(({ name }) => name))));
  return names;
}
