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

  it('is not seen where single fields stand twice', () => {
    const { findings } = check(`${ONE}authority: Kent\nnotes: Two.\n`);
    assert.deepEqual(findings.map(({ message }) => /stands twice/.test(message)), [true, true]);
  });
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
