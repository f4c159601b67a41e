import type { ListNode, Node } from '../../records/node';
import { fieldsAt } from '../../reference/fields';
import type { Inspection } from '../../reference/inspection';
import { fieldInsertion } from '../../rules/field-insertion';
import { addition } from '../../rules/pair-edits';
import type { TextEdit } from '../../rules/rule';
import { lineStartAt } from '../../text/lines';
import { GAP, withoutGaps } from '../gaps';
import { below, holdsNothing } from './below-key';
import { comesTo, newMap, newNothing, newWord, withNode, withPairs } from './intended';

const FIELD = 'follow_up';

/** What an entry cannot do without, and when it was. */
const NAMES = fieldsAt([FIELD, 0]).filter(({ required, form }) => required || form === 'date').map(({ name }) => name);

/** The edits that add a step to what followed an event, with gaps to be filled in. Undefined where there is no place for it. */
export function followUpEntry(inspection: Inspection): TextEdit[] | undefined {
  const edits = inspection.record.faults.length || inspection.root.flow ? [] : insert(inspection);
  return edits.length && comesTo(inspection.record, withoutGaps(edits), intended(inspection)) ? edits : undefined;
}

function insert(inspection: Inspection): TextEdit[] {
  const { record, root, fields } = inspection;
  const pair = fields.get(FIELD);
  const lines = NAMES.map((name, i) => `${i === 0 ? '- ' : '  '}${name}: ${GAP}`);
  if (!pair) return [fieldInsertion(inspection, FIELD, [`${FIELD}:`, ...lines.map(line => `  ${line}`)])];
  const { key, value } = pair;
  if (holdsNothing(value)) return below(pair, lines, record.text);
  if (value.kind !== 'list' || value.flow) return [];
  const indent = ' '.repeat(Math.max(0, dashColumn(value, record.text) - columnOf(key.start, record.text)));
  return [addition(record, root, pair, lines.map(line => indent + line))];
}

/** The column of the dashes of a list. */
function dashColumn({ items }: ListNode, text: string): number {
  return columnOf(text.lastIndexOf('-', items[0]!.start - 1), text);
}

function columnOf(offset: number, text: string): number {
  return offset - lineStartAt(text, offset);
}

function intended({ root, fields }: Inspection): Node {
  const entry = newMap(NAMES.map(name => ({ key: newWord(name), value: newNothing('') })));
  const value = fields.get(FIELD)?.value;
  const list: ListNode = { kind: 'list', start: 0, end: 0, flow: false, items: [...(value?.kind === 'list' ? value.items : []), entry] };
  return value ? withNode(root, value, list) : withPairs(root, [{ key: newWord(FIELD), value: list }]);
}
