import type { MapNode, Node, Pair, ScalarNode } from '../records/node';
import { fieldsAt } from '../reference/fields';
import type { Inspection } from '../reference/inspection';
import { readKeys } from '../reference/keys';
import { touches, type Span } from '../text/span';

/** Keys and list indices that lead to a place of a record. */
export type Path = readonly (string | number)[];

/** What stands at an offset of a record. */
export interface Place {
  /** Leads to what stands there; keys as written. A key and its value have the same path. */
  path: Path;
  /** Everything around the offset, from the whole record inwards: values, and pairs from key to value. */
  around: readonly Span[];
  /** The key or value that the offset touches; absent in the space between. */
  scalar?: ScalarNode;
  isKey: boolean;
}

/** Looks up an offset in a record's tree. Of a word that ends and another that begins there, the second is meant. */
export function placeAt(root: Node | null, offset: number): Place {
  const path: (string | number)[] = [];
  const around: Span[] = [];
  let node = root ?? undefined;
  while (node && touches(node, offset)) {
    around.push(node);
    if (node.kind === 'scalar') return { path, around, scalar: node, isKey: false };
    if (node.kind === 'list') {
      const index = node.items.findLastIndex(item => item.start <= offset);
      if (index < 0 || !touches(node.items[index]!, offset)) break;
      path.push(index);
      node = node.items[index];
      continue;
    }
    const pair: Pair | undefined = node.pairs.findLast(({ key }) => key.start <= offset);
    if (!pair || !touches(pairSpan(pair), offset)) break;
    around.push(pairSpan(pair));
    path.push(pair.key.text);
    if (touches(pair.key, offset)) return { path, around: [...around, pair.key], scalar: pair.key, isKey: true };
    node = pair.value;
  }
  return { path, around, isKey: false };
}

/** From the key to the end of the value; an alias's content, which stands elsewhere, does not count. */
export function pairSpan({ key, value }: Pair): Span {
  return { start: key.start, end: Math.max(key.end, value.end) };
}

/** A source's `says` holds facts under the names of the record's fields. Of a path to such a fact: that of the field in the record; of any other: itself. */
export function factPath(path: Path): Path {
  return path.length > 3 && isSaid(path.slice(0, 3)) ? path.slice(3) : path;
}

/** Whether a path leads to the facts about which a source says otherwise. */
export function isSaid([sources, , says, ...rest]: Path): boolean {
  return sources === 'sources' && says === 'says' && rest.length === 0;
}

/** A path with every misspelt key replaced by the field that is clearly meant. */
export function meantPath({ root, unknownFields }: Inspection, path: Path): Path {
  const meant: (string | number)[] = [];
  let node: Node | undefined = root;
  for (const step of path) {
    if (node?.kind !== 'map') {
      meant.push(step);
      node = node?.kind === 'list' ? node.items[Number(step)] : undefined;
      continue;
    }
    const map: MapNode = node;
    const pair: Pair | undefined = map.pairs.findLast(({ key }) => key.text === step);
    const known = fieldsAt(meant);
    const misspelt = known.length && !known.some(({ name }) => name === step) ? (map === root ? unknownFields : readKeys(map, known).unknown) : [];
    meant.push(misspelt.find(unknown => unknown.pair === pair)?.meant?.name ?? step);
    node = pair?.value;
  }
  return meant;
}

/**
 * Visits every value of a tree in order of place, with the path to it and the pair that holds it. What an alias stands for is left
 * out: it stands elsewhere.
 */
export function walk(node: Node, visit: (node: Node, path: Path, pair?: Pair) => void, path: (string | number)[] = [], pair?: Pair): void {
  visit(node, path, pair);
  if (node.kind === 'list') {
    node.items.forEach((item, index) => within(item, node) && descend(item, index));
  } else if (node.kind === 'map') {
    for (const child of node.pairs) if (within(child.key, node)) descend(child.value, child.key.text, child);
  }

  function descend(child: Node, step: string | number, holder?: Pair): void {
    path.push(step);
    walk(child, visit, path, holder);
    path.pop();
  }
}

function within(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
