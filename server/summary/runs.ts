import { isEmpty, type Node } from '../records/node';
import { isoDate, longDate } from '../reference/calendar';
import type { Field } from '../reference/fields';
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
