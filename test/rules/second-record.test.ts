import assert from 'node:assert/strict';
import { check, mended } from './fixture';

const ONE = 'authority: Kent\nevent: ILACS focused visit\npublished: 2022-01-26\nnotes: One.\n';
const TWO = 'id: kent-two\nauthority: Kent\nevent: ILACS focused visit\npublished: 2024-01-24\n';

describe('a second record without a line before it', () => {
  for (const [what, text, at] of [
    ['that begins with the same field', ONE + ONE, ['authority']],
    ['that begins with a field of its own', ONE + TWO, ['id']],
    ['and a third', ONE + TWO + ONE, ['id', 'authority']],
    ['in other line breaks', (ONE + TWO).replaceAll('\n', '\r\n'), ['id']],
  ] as const) {
    it(`${what} is one finding, mended by that line`, () => {
      const { findings } = check(text);
      assert.deepEqual(findings.map(({ rule, told }) => [rule, told.at]), at.map(name => ['duplicate-key', name]));
      const result = mended(text, findings.map(finding => ({ finding, fix: finding.fixes![0]! })));
      assert.deepEqual(check(result).findings, []);
    });
  }

  it('says nothing of the first', () => {
    const graded = 'authority: Kent\nevent: TLAC inspection\npublished: 2013-08-23\njudgements:\n  Overall effectiveness: Adequate\n';
    assert.deepEqual(check(graded).findings, []);
    assert.deepEqual(check(graded + ONE).findings.map(({ rule, told }) => [rule, told.at]), [['duplicate-key', 'authority']]);
  });

  it('is not seen where single fields stand twice', () => {
    const { findings } = check(`${ONE}authority: Kent\nnotes: Two.\n`);
    assert.deepEqual(findings.map(({ message }) => /stands twice/.test(message)), [true, true]);
  });
});

describe('a second period of fieldwork without a list', () => {
  const record = (fieldwork: string) => `authority: Sheffield\nevent: SIF inspection\nfieldwork:${fieldwork}\npublished: 2014-02-21\njudgements:\n  Overall effectiveness: Requires improvement\n  Children who need help and protection: Good\n  Children looked after and achieving permanence: Requires improvement\n  Adoption performance: Requires improvement\n  Experiences and progress of care leavers: Good\n  Leadership, management and governance: Good\n`;
  for (const [what, fieldwork, list] of [
    ['in lines', '\n  start: 2013-11-19\n  end: 2013-12-11 # and then\n\n  start: 2014-01-28\n  end: 2014-01-30', '\n  - start: 2013-11-19\n    end: 2013-12-11 # and then\n\n  - start: 2014-01-28\n    end: 2014-01-30'],
    ['in braces', ' {start: 2013-11-19, end: 2013-12-11, start: 2014-01-28}', ' [{start: 2013-11-19, end: 2013-12-11}, {start: 2014-01-28}]'],
  ] as const) {
    it(`${what} is one finding, mended by a list`, () => {
      const { findings: [finding, ...others] } = check(record(fieldwork));
      assert.deepEqual([finding?.rule, finding?.told.at, others], ['duplicate-key', 'start', []]);
      const after = mended(record(fieldwork), [{ finding: finding!, fix: finding!.fixes![0]! }]);
      assert.equal(after, record(list));
      assert.deepEqual(check(after).findings, []);
    });
  }
});

describe('a field that stands there already, written otherwise', () => {
  for (const name of ['Authority', 'authorty', 'AUTHORITY']) {
    it(`${name} is told as the same field`, () => {
      const text = `${ONE}${name}: Kent\n`;
      const { findings } = check(text);
      assert.deepEqual(findings.map(({ rule, told }) => [rule, told.at, told.related]), [['unknown-field', name, ['authority: It also stands here.']]]);
      assert.equal(mended(text, [{ finding: findings[0]!, fix: findings[0]!.fixes![0]! }]), ONE);
    });
  }

  it('a field of the own is called by the name that it has already', () => {
    assert.deepEqual(check(`${ONE}x-foo: 1\n`).findings.flatMap(({ fixes }) => fixes?.flatMap(({ edits }) => edits.map(({ text }) => text))), ['x_foo']);
  });
});
