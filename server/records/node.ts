import type { Span } from '../text/span';

/**
 * What a record's YAML says, with the place of everything: our own small tree, so that nothing else depends on the parser.
 * Offsets are UTF-16 units from the start of the record's slice. An alias stands for its anchor's content at the alias's place.
 */
export type Node = ScalarNode | MapNode | ListNode;

export interface ScalarNode extends Span {
  kind: 'scalar';
  /** As YAML's core schema reads it. */
  value: string | number | boolean | null;
  /** The text of the value: for plain scalars as written (so `007` stays `007`), else with quotes and escapes resolved. */
  text: string;
  style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
}

export interface MapNode extends Span {
  kind: 'map';
  flow: boolean;
  pairs: Pair[];
}

export interface ListNode extends Span {
  kind: 'list';
  flow: boolean;
  items: Node[];
}

export interface Pair {
  key: ScalarNode;
  /** An empty value is a scalar of no length whose value is null. */
  value: Node;
}

/** Whether nothing is written there, or nothing but quotes around nothing. */
export function isEmpty(node: Node): boolean {
  return node.kind === 'scalar' && (node.value === null || (typeof node.value === 'string' && node.value.trim() === ''));
}

/** The last pair of a key (YAML readers let the last one win), or undefined. */
export function pairOf(map: MapNode, key: string): Pair | undefined {
  return map.pairs.findLast(pair => pair.key.text === key);
}

/** The plain value of a tree, for the schema's validator. Map keys become own properties, `__proto__` included. */
export function toValue(node: Node): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toValue);
  return Object.fromEntries(node.pairs.map(({ key, value }) => [key.text, toValue(value)]));
}

/** The node that a JSON pointer (`/judgements/Overall effectiveness`) leads to, with the pair or list item that holds it. */
export function nodeAt(root: Node, pointer: string): { node: Node; pair?: Pair } {
  let found: { node: Node; pair?: Pair } = { node: root };
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const { node } = found;
    if (node.kind === 'map') {
      const pair = pairOf(node, key);
      if (pair) found = { node: pair.value, pair };
    } else if (node.kind === 'list') {
      const item = node.items[Number(key)];
      if (item) found = { node: item };
    }
  }
  return found;
}
