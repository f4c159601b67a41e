import assert from 'node:assert/strict';
import { complete } from '../../../server/features/completion';
import { formatStream } from '../../../server/features/format';
import { hover } from '../../../server/features/hover';
import { toValue, type MapNode } from '../../../server/records/node';
import { readPlain } from '../../../server/records/plain';
import { readParsed } from '../../../server/records/read';
import { Slice } from '../../../server/records/slice';
import { RecordStream } from '../../../server/records/stream';
import { newChecker } from '../../support/checker';
import { ACCEPTED, REFUSED } from './differences';
import { formatted, sayings, unread } from './reading';
import { suiteCases } from './suite';

const checker = newChecker();
const valid = suiteCases.filter(({ isValid }) => isValid);

/** The kinds of fault in a text that rule `yaml-syntax` tells of. */
function kindsIn(text: string): string[] {
  const told = RecordStream.of(text).slices.filter(slice => checker.findings(slice).some(({ rule }) => rule === 'yaml-syntax'));
  return [...new Set(told.flatMap(({ record }) => record.faults.map(({ kind }) => kind)))];
}

const isRead = (text: string) => RecordStream.of(text).slices.every(({ record }) => !record.faults.length);

describe('the official YAML test suite', () => {
  it('is there as a whole', () => {
    assert.deepEqual([suiteCases.length, valid.length], [402, 308]);
  });

  it('has nothing against its valid cases but what records may not hold', () => {
    const found = new Map<string, string[]>();
    for (const { id, text } of valid) for (const kind of kindsIn(text)) found.set(kind, [...found.get(kind) ?? [], id]);
    assert.deepEqual(Object.fromEntries(found), Object.fromEntries(Object.entries(REFUSED).map(([kind, { cases }]) => [kind, cases])));
  });

  it('has its invalid cases found', () => {
    const passed = suiteCases.filter(({ isValid, text }) => !isValid && kindsIn(text).length === 0);
    assert.deepEqual(passed.map(({ id }) => id), ACCEPTED.flatMap(({ cases }) => cases));
  });

  it('has its values read as it says', () => {
    let compared = 0;
    for (const { id, text, values } of valid) {
      if (!values || !isRead(text)) continue;
      const documents = RecordStream.of(text).slices.filter(slice => !slice.isBlank || /^---/m.test(slice.text));
      assert.deepEqual(documents.map(({ record }) => (record.root ? toValue(record.root) : null)), values, id);
      compared++;
    }
    assert.ok(compared >= 240, `only ${compared} have values to compare`);
  });

  it('has every field read, or told of', () => {
    for (const { id, text } of suiteCases) for (const slice of RecordStream.of(text).slices) assert.deepEqual(unread(slice), [], id);
  });

  it('is read by the fast reader as by the parser, or left to it', () => {
    let plain = 0;
    for (const { id, text } of suiteCases) {
      for (const slice of RecordStream.of(text).slices) {
        const root = readPlain(slice.text);
        if (!root) continue;
        const { root: parsed, faults } = readParsed(slice.text);
        assert.deepEqual([root, []], [parsed, faults], id);
        plain++;
      }
    }
    assert.ok(plain >= 30, `only ${plain} records are read by it`);
  });

  it('says the same when it is formatted, and is formatted once for all', () => {
    let changed = 0;
    for (const { id, text } of suiteCases) {
      const after = formatted(text);
      if (after === text) continue;
      assert.deepEqual(sayings(after), sayings(text), id);
      assert.deepEqual(formatStream(RecordStream.of(after)), [], id);
      changed++;
    }
    assert.ok(changed >= 60, `only ${changed} are formatted`);
  });

  it('is explained and completed at every place without a crash', () => {
    for (const { text } of suiteCases) {
      for (const slice of RecordStream.of(text).slices) {
        for (let offset = 0; offset <= slice.text.length; offset++) {
          hover(slice, offset, checker);
          complete(slice, offset, checker);
        }
      }
    }
  });

  it('would go red for a field that is passed over, a value that is changed and a difference that is none any more', () => {
    const { text, record } = new Slice('a: 1\nb: 2\nc: 3\n');
    const [first, , third] = (record.root as MapNode).pairs;
    assert.deepEqual(unread({ text, record: { ...record, root: { ...record.root as MapNode, pairs: [first!, third!] } } }), ['b: 2']);
    assert.notDeepEqual(sayings('a: [1, 2]\n'), sayings('a: [1, 3]\n'));
    assert.deepEqual([kindsIn('a: !x 1\n'), kindsIn('a: x\n')], [['tag'], []]);
  });
});
