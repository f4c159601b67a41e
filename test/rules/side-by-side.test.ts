import assert from 'node:assert/strict';
import { check, mended } from './fixture';

// Two mistakes about the same words are both told where the words are understood: mending one brings nothing new.

const [LEADERS, HELP, CARE, LEAVERS, OVERALL] = ['The impact of leaders on social work practice with children and families', 'The experiences and progress of children who need help and protection',
  'The experiences and progress of children in care', 'The experiences and progress of care leavers', 'Overall effectiveness'] as const;
const ilacs = (lines: readonly string[]) => `authority: Kent\nevent: ILACS standard inspection\nfieldwork: {start: 2024-07-08, end: 2024-07-19}\njudgements:\n${lines.map(line => `  ${line}\n`).join('')}`;
const sif = (lines: readonly string[]) => `authority: Kent\nevent: SIF inspection\nfieldwork: {start: 2016-05-09, end: 2016-06-01}\njudgements:\n${lines.map(line => `  ${line}\n`).join('')}`;

const cases: [name: string, text: string, rules: string[]][] = [
  ['spelling and order', ilacs(['Overall: Good', `${LEADERS}: Good`, `${HELP}: Good`, `${CARE}: Good`, `${LEAVERS}: Good`]), ['judgement-spelling', 'judgement-order']],
  ['spelling and limit', sif(['Overall effectiveness: good', 'Children who need help and protection: Inadequate', 'Children looked after and achieving permanence: Good', 'Adoption performance: Good',
    'Experiences and progress of care leavers: Good', 'Leadership, management and governance: Good']), ['grade-spelling', 'limiting-judgement']],
  ['spelling and journey', `${ilacs([`${LEADERS}: Inadequate`, `${HELP}: Inadequate`, `${CARE}: Inadequate`, `${LEAVERS}: Inadequate`, `${OVERALL}: Inadequate`]).replace('2024-07-08, end: 2024-07-19', '2023-07-10, end: 2023-07-21')}---
authority: Kent\nevent: short\nfieldwork: {start: 2026-05-11}\n`, ['event-spelling', 'short-after-weak']],
];

describe('two mistakes of the same words', () => {
  for (const [name, text, rules] of cases) {
    it(`are both told: ${name}`, () => {
      const { findings } = check(text, true);
      assert.deepEqual(findings.map(({ rule }) => rule), rules);
      const [finding] = findings;
      assert.deepEqual(check(mended(text, [{ finding: finding!, fix: finding!.fixes![0]! }]), true).findings.map(({ rule }) => rule), rules.slice(1));
    });
  }
});

describe('judgements of another framework', () => {
  it('are one mistake, and nothing is removed while as many are lacking', () => {
    const { findings } = check(sif([`${LEADERS}: Good`, `${HELP}: Good`, `${CARE}: Good`, `${LEAVERS}: Good`, `${OVERALL}: Good`]));
    const grave = findings.filter(({ severity }) => severity === 'error');
    assert.deepEqual(grave.map(({ rule, fixes }) => [rule, fixes?.length ?? 0]), [['judgement-not-in-framework', 0]]);
    assert.match(grave[0]!.message, /has 'Children looked after and achieving permanence', .* which are not here/);
  });

  it('are split whichever way their grade is written', () => {
    const text = ilacs([`${LEADERS}: Good`, `${HELP}: Good`, 'The experiences and progress of children in care and care leavers: RI', `${OVERALL}: Good`]);
    const [finding] = check(text).findings;
    assert.ok(mended(text, [{ finding: finding!, fix: finding!.fixes![0]! }]).includes(`  ${CARE}: RI\n  ${LEAVERS}: Requires improvement to be good\n`));
  });
});
