import type { MapNode, Pair } from '../records/node';
import { fieldsAt } from './fields';

/** The mapping as far as it is one record: nothing that belongs to a further one says anything of this one. */
export function withoutFurther(root: MapNode): MapNode {
  const [next] = furtherRecords(root);
  return next ? { ...root, pairs: root.pairs.slice(0, root.pairs.indexOf(next)) } : root;
}

/** The fields with which further records begin in what was read as one, for want of a line `---` between them. */
export function furtherRecords(root: MapNode): ReadonlySet<Pair> {
  const beginnings = new Set<Pair>();
  if (root.flow) return beginnings;
  // Where nothing stands twice, there is one record.
  if (new Set(root.pairs.map(({ key }) => key.text)).size === root.pairs.length) return beginnings;
  const last = new Map(root.pairs.map(({ key }, index) => [key.text, index]));
  const names = fieldsAt([]).map(({ name }) => name);
  const needed = fieldsAt([]).flatMap(({ name, required }) => (required ? [name] : []));
  let seen = new Set<string>();
  root.pairs.forEach(({ key }, index) => {
    // Whatever every record needs stands before here, and again from here on.
    if (seen.has(key.text) && needed.every(name => seen.has(name) && (last.get(name) ?? -1) >= index)) {
      const first = beginningBefore(root.pairs, index, names);
      beginnings.add(root.pairs[first]!);
      seen = new Set(root.pairs.slice(first, index).map(pair => pair.key.text));
    }
    seen.add(key.text);
  });
  return beginnings;
}

/** A field before the first that stands twice belongs to the second record too, where fields before that one come first in a record. */
function beginningBefore(pairs: readonly Pair[], index: number, names: readonly string[]): number {
  const order = (at: number) => names.indexOf(pairs[at]!.key.text);
  while (index > 0 && order(index - 1) >= 0 && order(index - 1) < order(index)) index--;
  return index;
}
