import assert from 'node:assert/strict';
import fs from 'node:fs';
import fc from 'fast-check';
import { refactorings } from '../../../server/features/actions/refactorings';
import { toValue } from '../../../server/records/node';
import { Slice } from '../../../server/records/slice';
import { RecordStream } from '../../../server/records/stream';
import { applyEdits } from '../../../server/text/edits';
import { commentsOf } from '../../rules/fixture';
import { newChecker } from '../../support/checker';
import { Dice } from '../format/dice';
import { layOut, wild } from '../format/lay-out';
import { writtenRecord } from '../format/written-record';
import { runs } from '../../support/property-tests';

const SAMPLES = ['kirklees', 'kent', 'other-events', 'national'].map(name => `samples/${name}.inspection.yaml`);
const records = SAMPLES.flatMap(file => RecordStream.of(fs.readFileSync(file, 'utf8')).records.slice(0, 40).map(({ slice }) => slice.text));

type Data = Record<string, unknown>;

function dataOf(text: string): Data {
  const { record } = new Slice(text);
  assert.deepEqual(record.faults, []);
  return toValue(record.root!) as Data;
}

/** What a record says when a grade alone in lines of its own is the same as the grade, and a judgement without one the same as none. */
function meaning(data: Data): Data {
  const { judgements, ...others } = data;
  if (judgements === null || typeof judgements !== 'object') return others;
  const lines = Object.entries(judgements as Data).map(([name, value]): [string, unknown] => {
    const keys = value !== null && typeof value === 'object' ? Object.keys(value) : [];
    return [name, keys.length === 1 && keys[0] === 'grade' ? (value as Data).grade : value];
  }).filter(([, value]) => value !== null);
  return { ...others, ...(lines.length && { judgements: Object.fromEntries(lines) }) };
}

/** A record with some of its judgements gone, others with lines of their own, and its fields shuffled: more to offer. */
function disturbed(data: Data, dice: Dice): Data {
  const judgements = Object.entries((data.judgements ?? {}) as Data).filter(() => dice.chance(70))
    .map(([name, grade]) => [name, typeof grade === 'string' && dice.chance(20) ? { grade } : grade]);
  const shuffled = Object.entries({ ...data, ...(data.judgements ? { judgements: Object.fromEntries(judgements) as Data } : {}) });
  if (dice.chance(50)) shuffled.sort(() => dice.number(-1, 1));
  return Object.fromEntries(shuffled);
}

/** The ways in which a record may be written: as its author did, as JSON, or in some wild layout with comments. */
function texts(text: string, dice: Dice): string[] {
  const data = disturbed(dataOf(text), dice);
  return [text, text.replaceAll('\n', '\r\n'), JSON.stringify(data), JSON.stringify(data, null, 2).replaceAll(',\n', ', # c\n'), layOut(writtenRecord(data, dice), wild(dice))];
}

/** What is in `after` more often than in `before`. */
function added(before: readonly string[], after: readonly string[]): string[] {
  const left = [...before];
  return after.filter(rule => {
    const index = left.indexOf(rule);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

describe('refactorings of samples', () => {
  it('keep what is said and every comment, and bring no mistake', () => {
    const checker = newChecker();
    let offered = 0;
    const mistakes = (text: string) => checker.findings(new Slice(text)).filter(({ rule }) => rule !== 'empty-value').map(({ rule }) => rule);
    fc.assert(fc.property(fc.constantFrom(...records), fc.integer({ min: 0, max: 2 ** 31 }), fc.nat(), fc.nat(4), (record, seed, place, way) => {
      const text = texts(record, new Dice(seed))[way]!;
      const slice = new Slice(text);
      if (slice.record.faults.length) return;
      const before = mistakes(text);
      const at = place % (text.length + 1);
      for (const { title, edits } of refactorings(slice, { start: at, end: at }, checker)) {
        offered++;
        const after = applyEdits(text, edits);
        assert.notEqual(after, text, title);
        assert.deepEqual(meaning(dataOf(after)), meaning(dataOf(text)), title);
        assert.deepEqual(commentsOf(after).map(comment => comment.trimEnd()).sort(), commentsOf(text).map(comment => comment.trimEnd()).sort(), title);
        assert.deepEqual(added(before, mistakes(after)), [], title);
        for (const edit of edits) assert.ok(edit.text !== text.slice(edit.start, edit.end), `${title}: an edit that changes nothing`);
      }
    }), { numRuns: runs(600) });
    assert.ok(offered > 100, `only ${offered} were offered`);
  });
});
