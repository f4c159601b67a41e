import type { ScalarNode } from '../../records/node';
import { rewrite as rewritten } from '../../rules/scalar-text';
import { wrapText } from '../format/wrap-text';
import { walk } from '../place';
import { comesTo } from './intended';
import { isIn, rewrite, type Refactoring, type Selected } from './refactoring';

/** Wraps a long text over several lines, or writes one of several lines on one: at the text or its key. */
export const rewrapText: Refactoring = selected => {
  const { inspection: { record }, wrapAt } = selected;
  const node = textAt(selected);
  if (!node) return [];
  const wrapped = wrapText(record, node, wrapAt);
  const joined = isOnLines(node, selected) && typeof node.value === 'string' && !/[\n\r]/.test(node.value) ? [rewritten(record, node, node.value)] : [];
  return [
    ...(wrapped.length ? [rewrite('Wrap the text over several lines', wrapped)] : []),
    ...(joined.length && comesTo(record, joined) ? [rewrite('Write the text on one line', joined)] : []),
  ];
};

function textAt(selected: Selected): ScalarNode | undefined {
  let found: ScalarNode | undefined;
  walk(selected.inspection.root, (node, _, pair) => {
    if (node.kind === 'scalar' && ((pair && isIn(selected, pair.key)) || isIn(selected, written(node, selected)))) found = node;
  });
  return found;
}

/** A block text goes on to the beginning of the line below it, which is not meant. */
function written({ start, end }: ScalarNode, { slice: { text } }: Selected): { start: number; end: number } {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function isOnLines(node: ScalarNode, selected: Selected): boolean {
  const { start, end } = written(node, selected);
  return /[\n\r]/.test(selected.slice.text.slice(start, end));
}
