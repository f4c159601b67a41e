import type { MapNode, Node, Pair, ScalarNode } from '../../records/node';
import { readRecord, type RecordText } from '../../records/read';
import type { TextEdit } from '../../rules/rule';
import { applyEdits } from '../../text/edits';
import { sameContent } from '../format/same-content';

/**
 * Whether edits make of a record what is intended and keep its comments. Layouts are many: what was not foreseen is not offered
 * rather than done wrong.
 * @param root what the record is to say; what is new in it has no place
 */
export function comesTo(record: RecordText, edits: readonly TextEdit[], root: Node | null = record.root): boolean {
  return sameContent({ ...record, root }, readRecord(applyEdits(record.text, edits)));
}

/** A tree with one of its nodes replaced; all others are shared. */
export function withNode(tree: Node, old: Node, now: Node): Node {
  if (tree === old) return now;
  if (tree.kind === 'list') return { ...tree, items: tree.items.map(item => withNode(item, old, now)) };
  if (tree.kind === 'map') return { ...tree, pairs: tree.pairs.map(({ key, value }) => ({ key, value: withNode(value, old, now) })) };
  return tree;
}

/** A mapping with more entries. */
export function withPairs(map: MapNode, pairs: readonly Pair[]): MapNode {
  return { ...map, pairs: [...map.pairs, ...pairs] };
}

/** A mapping that is not written yet. */
export function newMap(pairs: readonly Pair[]): MapNode {
  return { kind: 'map', start: 0, end: 0, flow: false, pairs: [...pairs] };
}

/** A word that is not written yet. */
export function newWord(text: string): ScalarNode {
  return { kind: 'scalar', start: 0, end: 0, value: text, text, style: 'plain' };
}

/** Nothing, as it is to be written: not at all, or as `null`. */
export function newNothing(text: '' | 'null'): ScalarNode {
  return { ...newWord(text), value: null };
}
