import { isEmpty, type ListNode, type MapNode, type Pair } from '../records/node';
import type { Inspection } from '../reference/inspection';
import { fieldInsertion } from '../rules/field-insertion';
import { addition } from '../rules/pair-edits';
import { scalarText } from '../rules/scalar-text';
import type { TextEdit } from '../rules/rule';
import { lineBreakOf, lineStartAt } from '../text/lines';
import type { Draft } from './draft';
import { entryLines, fieldLines } from './write-record';

/** The edit that gives a record a field of a draft: where the format has it, or behind the key that waits for it. Undefined where it has one. */
export function fieldEdit(inspection: Inspection, draft: Draft, field: string, options: { evidence: boolean }): TextEdit | undefined {
  const pair = inspection.fields.get(field);
  const lines = fieldLines(draft, field, options);
  if (!pair) return fieldInsertion(inspection, field, lines);
  return isEmpty(pair.value) ? filling(inspection, pair, lines) : undefined;
}

/**
 * The edits that give a mapping of a record the entries that it lacks, each behind the one that it follows in the draft.
 * @param own the pair of each entry that the record has, by the name that it stands for
 */
export function entryEdits(inspection: Inspection, map: MapNode, own: ReadonlyMap<string, Pair>, draft: Draft, field: string, options: { evidence: boolean }): TextEdit[] {
  const edits: TextEdit[] = [];
  let before: Pair | undefined;
  const names = Object.keys(draft.value[field] as Record<string, unknown>);
  if (map.pairs.length === 0) return [{ start: map.start + 1, end: map.start + 1, text: names.map(name => entryInBraces(draft, field, name)).join(', ') }];
  for (const name of names) {
    const pair = own.get(name);
    const lines = map.flow ? [entryInBraces(draft, field, name)] : entryLines(draft, field, name, options);
    if (!pair) edits.push(before ? addition(inspection.record, map, before, lines) : inFront(inspection, map, lines));
    else if (isEmpty(pair.value)) edits.push(filling(inspection, pair, lines));
    before = pair ?? before;
  }
  return edits;
}

/**
 * Puts entries at the end of a list that a field has in lines of its own.
 * @param lines the whole field as it is written with nothing but these entries
 */
export function listAddition({ record, root }: Inspection, pair: Pair & { value: ListNode }, [, ...entries]: readonly string[]): TextEdit {
  // Entries of a list may stand as deep as its key.
  const dash = record.text.lastIndexOf('-', pair.value.items[0]!.start);
  const deep = dash - (record.text.lastIndexOf('\n', dash) + 1);
  return addition(record, root, pair, entries.map(line => ' '.repeat(Math.max(0, deep - 2)) + (deep < 2 ? line.slice(2) : line)));
}

/** An entry as it stands between braces, where there is no room for comments. */
function entryInBraces({ value }: Draft, field: string, name: string): string {
  const entry = (value[field] as Record<string, unknown>)[name];
  return `${scalarText(name, 'plain', true)}: ${typeof entry === 'string' ? scalarText(entry, 'plain', true) : JSON.stringify(entry)}`;
}

function inFront({ record: { text } }: Inspection, map: MapNode, lines: readonly string[]): TextEdit {
  const at = map.pairs[0]!.key.start;
  if (map.flow) return { start: at, end: at, text: lines.map(line => `${line}, `).join('') };
  const indent = text.slice(lineStartAt(text, at), at);
  return { start: at, end: at, text: lines.map(line => line + lineBreakOf(text) + indent).join('') };
}

/** Puts the value of an entry, written as lines, behind a key that has none. What follows the key on its line stays. */
function filling({ record: { text } }: Inspection, { key }: Pair, [first = '', ...below]: readonly string[]): TextEdit {
  const colon = text.indexOf(':', key.end) + 1;
  const indent = text.slice(lineStartAt(text, key.start), key.start);
  const value = /^(?:"(?:[^"\\]|\\.)*"|.*?):(?= |$)(.*)$/.exec(first)?.[1] ?? '';
  if (below.length === 0) return { start: colon, end: colon, text: value };
  // The line of the key may have a comment: what stands deeper comes below it.
  const end = text.slice(colon).search(/[\r\n]|$/) + colon;
  return { start: end, end, text: below.map(line => lineBreakOf(text) + indent + line).join('') };
}
