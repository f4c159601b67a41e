import type { ListNode } from '../../records/node';
import { lineBreakOf, lineStartAt } from '../../text/lines';
import type { Fix, TextEdit } from '../rule';

/**
 * The fix that makes records, one below the other, of a list of them, as programs write it; or one record of its fields with a dash before each.
 * None where anything else stands between them.
 */
export function partRecords(list: ListNode, text: string): Fix[] {
  const names = list.items.flatMap(item => (item.kind === 'map' ? item.pairs.map(({ key }) => key.text) : []));
  if (!list.items.length || list.items.some(item => item.kind !== 'map' || !item.pairs.length)) return [];
  const isOne = new Set(names).size === names.length;
  const edits = !list.flow ? withoutDashes(list, text, isOne ? '' : `---${lineBreakOf(text)}`) : isOne && list.items.length > 1 ? undefined : withoutBrackets(list, text);
  return edits ? [{ title: !isOne ? 'Make each entry a record of its own' : `Take the ${list.flow ? 'brackets' : 'dashes'} away`, edits }] : [];
}

function withoutBrackets({ items, start, end }: ListNode, text: string): TextEdit[] | undefined {
  const between = [start, ...items.map(item => item.end)].map((from, index) => ({ start: from, end: items[index]?.start ?? end }));
  const isPlain = between.every(gap => /^[[\]\s,]*$/.test(text.slice(gap.start, gap.end))) && items.every(item => text[item.start] === '{');
  const parting = `${lineBreakOf(text)}---${lineBreakOf(text)}`;
  return isPlain ? between.map((gap, index) => ({ ...gap, text: index > 0 && index < items.length ? parting : '' })) : undefined;
}

/** What is moved in under a dash begins where its line does. */
function withoutDashes({ items, end }: ListNode, text: string, parting: string): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const [index, item] of items.entries()) {
    const line = lineStartAt(text, item.start);
    if (!/^ *- +$/.test(text.slice(line, item.start))) return undefined;
    edits.push({ start: line, end: item.start, text: index > 0 ? parting : '' });
    const next = items[index + 1];
    const below = text.slice(item.start, next ? lineStartAt(text, next.start) : end);
    for (const { index: at, 0: { length } } of below.matchAll(/(?<=[\n\r]) +/g)) edits.push({ start: item.start + at, end: item.start + at + Math.min(length, item.start - line), text: '' });
  }
  return edits;
}
