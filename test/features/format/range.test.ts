import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { formatRange } from '../../../server/features/format';
import { RecordStream } from '../../../server/records/stream';
import { Dice } from './dice';
import { withEdits } from './formatted';
import { layOut, wild } from './lay-out';
import { writtenRecord } from './written-record';
import { runs } from '../../support/property-tests';

function formattedLines(text: string, first: number, last = first): string {
  const stream = RecordStream.of(text);
  return withEdits(stream, formatRange(stream, { first, last }));
}

const RECORDS = 'a:  1\nb:\n    - 1\n    -   2\nc:  3\n\n\n\nd: 4\n---\ne:  5\nf:  6\n';

describe('formatting some lines', () => {
  for (const [what, first, last, right] of [
    ['one line', 0, 0, RECORDS.replace('a:  1', 'a: 1')],
    ['lines of two records', 8, 10, RECORDS.replace('e:  5', 'e: 5')],
    ['a whole list, which moves', 1, 3, RECORDS.replace('    - 1\n    -   2', '  - 1\n  - 2')],
    ['a part of a list, which cannot move alone', 3, 3, RECORDS.replace('-   2', '- 2')],
    ['blank lines', 5, 7, RECORDS.replace('\n\n\n\n', '\n\n')],
    ['lines that are right', 8, 9, RECORDS],
    ['lines behind the end', 12, 99, RECORDS],
  ] as const) {
    it(`${what}: nothing else changes`, () => assert.equal(formattedLines(RECORDS, first, last), right));
  }

  it('keeps what records say, and every other line', () => {
    const value = { fieldwork: [{ start: '2023-01-09', end: '2023-01-20' }], judgements: { A: { grade: 'Good', strengths: ['One two three four five six', 'x'] }, B: 'Good' }, notes: 'One two three four five six' };
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 31 }), fc.nat(30), fc.nat(6), (seed, first, count) => {
      const dice = new Dice(seed);
      const text = layOut(writtenRecord(value, dice), wild(dice));
      const after = formattedLines(text, first, first + count);
      assert.deepEqual(parseAllDocuments(after).map(document => document.toJS() as unknown), parseAllDocuments(text).map(document => document.toJS() as unknown));
      const [before, now] = [text.split('\n'), after.split('\n')];
      assert.deepEqual(now.slice(0, first), before.slice(0, first));
      const behind = Math.max(0, before.length - first - count - 1);
      assert.deepEqual(now.slice(now.length - behind), before.slice(before.length - behind));
    }), { numRuns: runs(300) });
  });
});
