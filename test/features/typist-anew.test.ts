import assert from 'node:assert/strict';
import { RecordStream } from '../../server/records/stream';
import { walk } from '../../server/features/place';
import type { Span } from '../../server/text/span';
import { recordOfEachKind, sample } from './sample-records';
import { told, Typist, type Seen } from './typist';

/** Nobody types a long sentence anew, and nothing depends on it. */
const LONGEST = 100;

/** Every key and value of a record that stands on one line. */
function wordsOf(text: string): Span[] {
  const spans: Span[] = [];
  const [slice] = RecordStream.of(text).slices;
  walk(slice!.record.root!, (node, _path, pair) => spans.push(...(pair ? [pair.key] : []), ...(node.kind === 'scalar' ? [node] : [])));
  return spans.filter(({ start, end }) => end > start && end - start < LONGEST && !/[\n\r]/.test(text.slice(start, end)));
}

// In a record that is whole, among the others of its authority: whatever depends on the word is wrong for a while.
describe('a word that is typed anew', () => {
  const others = (['kirklees', 'kent', 'other-events'] as const).map(name => sample(name));
  for (const { kind, text } of recordOfEachKind()) {
    it(`${kind}: nothing flashes, whichever word it is`, () => {
      // The record itself is one of the others, but for its id.
      const record = text.replace(/(?<=^id: ).*/, 'a-record-by-itself');
      const known = new Set(new Typist(record, { others }).visible.map(({ rule }) => rule));
      for (const { start, end } of wordsOf(record)) {
        const typist = new Typist(record, { others });
        typist.put(start, end, '');
        const seen: Seen[] = typist.type(record.slice(start, end), start);
        const flashes = seen.map(({ typed, findings }) => ({ typed, findings: findings.filter(({ rule }) => !known.has(rule)) })).filter(({ findings }) => findings.length);
        assert.deepEqual(told(flashes).slice(0, 5), []);
      }
    });
  }
});
