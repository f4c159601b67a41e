import { commentsOf } from '../../records/comments';
import type { Node, Pair } from '../../records/node';
import type { RecordText } from '../../records/read';

/**
 * Whether two texts of a record say the same: the same values under the same keys and the same comments, in whatever order keys
 * stand; and neither has a fault.
 */
export function sameContent(a: RecordText, b: RecordText): boolean {
  if (a.faults.length || b.faults.length) return false;
  return sameNodes(a.root, b.root) && comments(a) === comments(b);
}

function sameNodes(a: Node | null, b: Node | null): boolean {
  if (!a || !b) return a === b;
  if (a.kind === 'scalar') return b.kind === 'scalar' && Object.is(a.value, b.value) && a.text === b.text;
  if (a.kind === 'list') return b.kind === 'list' && a.items.length === b.items.length && a.items.every((item, i) => sameNodes(item, b.items[i]!));
  if (b.kind !== 'map' || a.pairs.length !== b.pairs.length) return false;
  const [first, second] = [byKey(a.pairs), byKey(b.pairs)];
  return first.every(({ key, value }, i) => key.text === second[i]!.key.text && sameNodes(value, second[i]!.value));
}

/** Of keys that stand twice the last one counts, so those stay in order. */
function byKey(pairs: readonly Pair[]): Pair[] {
  return [...pairs].sort((a, b) => (a.key.text < b.key.text ? -1 : Number(a.key.text > b.key.text)));
}

function comments({ text, root }: RecordText): string {
  return commentsOf(text, root).map(comment => comment.text.trimEnd()).sort().join('\n');
}
