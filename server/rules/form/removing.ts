import type { ListNode, MapNode, Node, Pair } from '../../records/node';
import type { RecordText } from '../../records/read';
import type { Span } from '../../text/span';
import type { Fix, TextEdit } from '../rule';
import { removal } from '../pair-edits';

/**
 * The fix that takes a field out of its mapping, with its lines but not with its comments; none where that cannot be done safely,
 * or where parts of the record cannot be read: they may belong to it.
 */
export function removeField(record: RecordText, map: MapNode, pair: Pair, title: string): Fix[] {
  const edit = record.faults.length || map.pairs.length < 2 ? undefined : removal(record, map, pair) ?? withoutFirst(record, map, pair);
  return edit ? [{ title, edits: [edit] }] : [];
}

/** A field on the line of its list entry's dash: the next one takes its place there. */
function withoutFirst({ text }: RecordText, map: MapNode, pair: Pair): TextEdit | undefined {
  const next = map.pairs[1];
  if (map.flow || map.pairs[0] !== pair || !next) return undefined;
  const line = text.slice(0, pair.key.start).split(/[\n\r]/).at(-1)!;
  if (!/^[ ]*(?:- +)+$/.test(line) || /(?:^|\s)[#&]/.test(text.slice(pair.key.start, next.key.start))) return undefined;
  return { start: pair.key.start, end: next.key.start, text: '' };
}

/** The dash of an entry of a list in lines; undefined where none is found. */
export function dashOf({ text }: RecordText, list: ListNode, item: Node): Span | undefined {
  if (list.flow) return undefined;
  const before = text.slice(list.start, item.start).trimEnd();
  const dash = list.start + before.length - 1;
  return text[dash] === '-' && /^[ ]*$/.test(lineBefore(text, dash)) ? { start: dash, end: dash + 1 } : undefined;
}

/** The fix that takes an empty entry out of a list of several. A comment on its line stays. */
export function removeEntry(record: RecordText, list: ListNode, item: Node, title: string): Fix[] {
  const dash = dashOf(record, list, item);
  if (!dash || list.items.length < 2) return [];
  const { text } = record;
  const rest = /^-[ \t]*(?:(#[^\n\r]*)|(?:(?:null|~|''|"")[ \t]*)?(?:\r\n|[\n\r]|$))/.exec(text.slice(dash.start));
  if (!rest) return [];
  if (rest[1]) return [{ title, edits: [{ start: dash.start, end: dash.start + rest[0].length, text: rest[1] }] }];
  return [{ title, edits: [{ start: dash.start - lineBefore(text, dash.start).length, end: dash.start + rest[0].length, text: '' }] }];
}

function lineBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && !/[\n\r]/.test(text[start - 1]!)) start--;
  return text.slice(start, offset);
}
