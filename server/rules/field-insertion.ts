import { fieldsAt } from '../reference/fields';
import type { Inspection } from '../reference/inspection';
import { lineBreakOf, lineStartAt } from '../text/lines';
import { addition } from './pair-edits';
import type { TextEdit } from './rule';

/**
 * The edit that adds a field to a record where the order of the format has it: behind the last of the fields that come before it,
 * else in front of all.
 * @param lines the field as it is to stand: its key first, what belongs to it indented from there; in braces all on one line
 */
export function fieldInsertion({ record, root, fields }: Inspection, name: string, lines: readonly string[]): TextEdit {
  const names = fieldsAt([]).map(field => field.name);
  const before = names.slice(0, names.indexOf(name)).map(other => fields.get(other)).findLast(pair => pair !== undefined);
  if (before) return addition(record, root, before, lines);
  const at = root.pairs[0]!.key.start;
  const indent = record.text.slice(lineStartAt(record.text, at), at);
  return { start: at, end: at, text: root.flow ? `${lines.join('')}, ` : lines.map(line => line + lineBreakOf(record.text) + indent).join('') };
}
