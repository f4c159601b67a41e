import type { MapNode, Pair } from '../../records/node';
import type { RecordText } from '../../records/read';
import { fieldsAt } from '../../reference/fields';
import { lineBreakOf, lineStartAt } from '../../text/lines';
import type { Report } from '../rule';

/** The fields with which further records begin in what was read as one, for want of a line `---` between them. */
export function furtherRecords(root: MapNode): ReadonlySet<Pair> {
  const beginnings = new Set<Pair>();
  if (root.flow) return beginnings;
  // Where nothing stands twice, there is one record.
  if (new Set(root.pairs.map(({ key }) => key.text)).size === root.pairs.length) return beginnings;
  const last = new Map(root.pairs.map(({ key }, index) => [key.text, index]));
  const names = fieldsAt([]).map(({ name }) => name);
  const needed = fieldsAt([]).flatMap(({ name, required }) => (required ? [name] : []));
  let seen = new Set<string>();
  root.pairs.forEach(({ key }, index) => {
    // Whatever every record needs stands before here, and again from here on.
    if (seen.has(key.text) && needed.every(name => seen.has(name) && (last.get(name) ?? -1) >= index)) {
      const first = beginningBefore(root.pairs, index, names);
      beginnings.add(root.pairs[first]!);
      seen = new Set(root.pairs.slice(first, index).map(pair => pair.key.text));
    }
    seen.add(key.text);
  });
  return beginnings;
}

/** A field before the first that stands twice belongs to the second record too, where fields before that one come first in a record. */
function beginningBefore(pairs: readonly Pair[], index: number, names: readonly string[]): number {
  const order = (at: number) => names.indexOf(pairs[at]!.key.text);
  while (index > 0 && order(index - 1) >= 0 && order(index - 1) < order(index)) index--;
  return index;
}

/** Nothing where a line that was meant for a `---` parts the two: that is told at that line. */
export function beginsHere({ faults, text }: RecordText, { key: { start, end } }: Pair, before: Pair): Report[] {
  if (faults.some(({ kind, start: at }) => kind === 'separator' && before.key.end <= at && at < start)) return [];
  const line = lineStartAt(text, start);
  return [{
    start, end, message: "A second record seems to begin here. Put a line '---' before it.",
    fixes: [{ title: "Put a line '---' before it", edits: [{ start: line, end: line, text: `---${lineBreakOf(text)}` }] }],
  }];
}
