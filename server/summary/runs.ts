import { isEmpty, type MapNode, type Node } from '../records/node';
import { isoDate, longDate } from '../reference/calendar';
import { fieldsAt, type Field } from '../reference/fields';
import { readKeys } from '../reference/keys';
import { readDate } from '../reference/written-date';
import { isWebAddress } from './address';
import type { Run } from './view';

/** Whatever stands in a record, as text: nothing that was written is lost, even where something else belongs. */
export function textOf(node: Node): string {
  if (node.kind === 'scalar') return isEmpty(node) ? '' : node.text.trim();
  if (node.kind === 'list') return node.items.map(textOf).join('; ');
  return node.pairs.map(({ key, value }) => `${key.text}: ${textOf(value)}`).join('; ');
}

/** A value as its field means it: dates in words, addresses as links; undefined where there is none. */
export function runOf(node: Node | undefined, form?: Field['form']): Run | undefined {
  const text = node ? textOf(node) : '';
  if (!node || text === '') return undefined;
  const at = node.start;
  if (form === 'date') {
    const written = node.kind === 'scalar' ? readDate(node) : undefined;
    return written && 'date' in written ? { text: longDate(written.date), iso: isoDate(written.date), at } : { text, at, mark: 'not a date' };
  }
  return isWebAddress(text) ? { text, at, url: text } : { text, at };
}

/** The items of a list; a single value stands for a list of one. */
export function itemsOf(value: Node | undefined): readonly Node[] {
  if (!value) return [];
  return value.kind === 'list' ? value.items : [value];
}

/** A field of a mapping at a path of a record, by its right name. */
export function valueIn(node: MapNode, path: readonly (string | number)[], name: string): Node | undefined {
  return readKeys(node, fieldsAt(path)).fields.get(name)?.value;
}
