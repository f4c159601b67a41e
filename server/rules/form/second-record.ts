import type { Pair } from '../../records/node';
import type { RecordText } from '../../records/read';
import { lineBreakOf, lineStartAt } from '../../text/lines';
import type { Report } from '../rule';

/** Nothing where a line that was meant for a `---` parts the two: that is told at that line. */
export function beginsHere({ faults, text }: RecordText, { key: { start, end } }: Pair, before: Pair): Report[] {
  if (faults.some(({ kind, start: at }) => kind === 'separator' && before.key.end <= at && at < start)) return [];
  const line = lineStartAt(text, start);
  return [{
    start, end, message: "A second record seems to begin here. Put a line '---' before it.",
    fixes: [{ title: "Put a line '---' before it", edits: [{ start: line, end: line, text: `---${lineBreakOf(text)}` }] }],
  }];
}
