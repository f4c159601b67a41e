import assert from 'node:assert/strict';
import { Slice } from '../../server/records/slice';
import { formOf } from '../../server/rules/form/places';
import { rules } from '../../server/rules/registry';
import { NOTHING } from '../../server/rules/rule';
import { newChecker, TODAY } from '../support/checker';

const RECORD = `id: kent-2024
authority: Kent
event: ILACS standard inspection
fieldwork:
  start: 2024-07-08
  end: 2024-07-19
published:
judgements:
  Overall effectiveness: Good
  x_own: Good
strengths:
  - Leaders know their services.
  - text: Staff stay.
    judgement: Overall effectiveness
`;

/** The values that are noted, each by the steps that lead to it. */
function noted(text: string): string[] {
  return formOf(newChecker().inspection(new Slice(text))!).places.map(({ path }) => path.join('/'));
}

describe('the values of a record that rules look at', () => {
  it('are mappings and lists, dates, and what is empty', () => {
    assert.deepEqual(noted(RECORD), ['', 'fieldwork', 'fieldwork/start', 'fieldwork/end', 'published', 'judgements', 'strengths', 'strengths/1']);
  });

  it('are all of which the format says something where the schema refuses one', () => {
    const text = RECORD.replace('kent-2024', 'Kent 2024').replace('judgement: ', 'jugdement: ');
    assert.deepEqual(noted(text), [
      '', 'id', 'authority', 'event', 'fieldwork', 'fieldwork/start', 'fieldwork/end', 'published', 'judgements', 'judgements/Overall effectiveness',
      'strengths', 'strengths/0', 'strengths/1', 'strengths/1/text', 'strengths/1/judgement',
    ]);
  });
});

describe('a rule that has nothing to say of a record', () => {
  const judgements = ['The impact of leaders on social work practice with children and families', 'The experiences and progress of children who need help and protection', 'The experiences and progress of children in care', 'The experiences and progress of care leavers', 'Overall effectiveness'];
  const slice = new Slice(`${RECORD.replace('published:', 'published: 2024-09-11').replace('  x_own: Good\n', '').replace('  Overall effectiveness: Good\n', judgements.map(name => `  ${name}: Good\n`).join(''))}report: https://files.ofsted.gov.uk/v1/file/50000000\n`);
  const checker = newChecker();
  const inspection = checker.inspection(slice)!;

  it('is each of them, of a record in which nothing is wrong', () => assert.deepEqual(checker.findings(slice), []));

  for (const rule of rules) {
    if (!('check' in rule || 'checkText' in rule)) continue;
    it(`makes nothing in order to say so: ${rule.id}`, () => {
      assert.equal('check' in rule ? rule.check(inspection, { today: TODAY }) : rule.checkText(slice.record, slice.text), NOTHING);
    });
  }
});
