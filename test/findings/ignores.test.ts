import assert from 'node:assert/strict';
import { fixAll } from '../../server/features/actions/fix-all';
import type { Levels } from '../../server/findings/severities';
import { Slice } from '../../server/records/slice';
import type { OtherRecords } from '../../server/rules/rule';
import { newChecker } from '../support/checker';

// A comment that silences is of use or not only as far as its rule was asked.

const ALONE: OtherRecords = { withId: () => undefined, idsLike: () => [], before: () => [], gradedBefore: () => [], on: () => [] };

const record = (rule: string) => new Slice(`authority: Kent
event: ILACS focused visit
fieldwork:
  start: 2023-03-15
published: 2023-05-10 # inspection-records: ignore ${rule}
`);

const idle = (rule: string, others?: OtherRecords, levels?: Levels) => {
  const checker = newChecker(levels);
  return (others ? checker.findingsAmong(record(rule), others) : checker.findings(record(rule))).map(finding => finding.rule);
};

describe('comments that silence nothing', () => {
  it('are told and mended', () => {
    assert.deepEqual(idle('unknown-grade'), ['unused-ignore']);
    assert.equal(fixAll(record('unknown-grade'), newChecker()).length, 1);
    assert.deepEqual(idle('no-such-rule'), ['unused-ignore']);
  });

  it('are not told of a rule about other records while these are not known', () => {
    assert.deepEqual(idle('duplicate-id'), []);
    assert.deepEqual(fixAll(record('duplicate-id'), newChecker()), []);
    assert.deepEqual(idle('duplicate-id', ALONE), ['unused-ignore']);
  });

  it('are not told of a rule that is turned off', () => {
    assert.deepEqual(idle('unknown-grade', ALONE, { 'unknown-grade': 'off' }), []);
  });
});
