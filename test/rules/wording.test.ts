import assert from 'node:assert/strict';
import { calm } from '../../server/features/calm';
import { RecordStream } from '../../server/records/stream';
import { AmongOthers } from '../../server/workspace/among';
import { Workspace } from '../../server/workspace/workspace';
import { newChecker } from '../support/checker';
import { check } from './fixture';

const messages = (text: string, together = false) => check(text, together).findings.map(({ message }) => message);

const JUDGEMENTS = ['The impact of leaders on social work practice with children and families', 'The experiences and progress of children who need help and protection',
  'The experiences and progress of children in care', 'The experiences and progress of care leavers'];

describe('wording', () => {
  it('names the outcomes where none is near, and the one that is quoted in a sentence', () => {
    assert.deepEqual(messages('authority: Kent\nevent: Area SEND inspection\nfieldwork: {start: 2024-07-08}\noutcome: Good\n'),
      ["'Good' is not one of the 3 fixed outcomes: 'typically lead to positive experiences and outcomes', 'lead to inconsistent experiences and outcomes' and 'widespread and/or systemic failings leading to significant concerns'."]);
    assert.deepEqual(messages('authority: Kent\nevent: Area SEND inspection\npublished: 2024-06-03\noutcome: The partnership’s arrangements lead to inconsistent experiences and outcomes for children\n'),
      ["'The partnership’s arrangements lead to inconsistent experie…' is not one of the 3 fixed outcomes. Did you mean 'lead to inconsistent experiences and outcomes'?"]);
  });

  it('names what is lacking beside a name that is near to nothing', () => {
    const text = `authority: Kent\nevent: ILACS standard inspection\nfieldwork: {start: 2024-07-08}\njudgements:\n${JUDGEMENTS.map(name => `  ${name}: Good\n`).join('')}  Education: Good\n`;
    assert.deepEqual(messages(text), ["'Education' is not a judgement of the framework then in force (ILACS, January 2023 to March 2026). 'Overall effectiveness' is not here yet."]);
  });

  it('calls a record without event and date nothing', () => {
    const told = check('id: x\nauthority: Kent\n---\nid: x\nauthority: Kent\nevent: Monitoring visit\nfieldwork: {start: 2024-07-08}\n', true).findings.filter(({ rule }) => rule === 'duplicate-id');
    assert.deepEqual(told.map(({ message }) => message), ["Another record has the id 'x' too: Monitoring visit of 8 July 2024.", "Another record has the id 'x' too."]);
  });
});

describe('the gap before publication', () => {
  for (const event of ['Joint targeted area inspection', 'Area SEND inspection', 'Area SEND monitoring inspection']) {
    it(`is known of a ${event}`, () => {
      const rules = (published: string) => check(`authority: Kent\nevent: ${event}\nfieldwork: {start: 2024-07-08, end: 2024-07-12}\npublished: ${published}\n`).findings.map(({ rule }) => rule);
      assert.deepEqual(rules('2024-08-28'), []);
      for (const slip of ['2024-07-15', '2025-08-28']) assert.deepEqual(rules(slip), ['publication-gap']);
    });
  }
});

describe('an id that is being typed', () => {
  it('is waited for as long as it is the beginning of one', () => {
    const before = 'id: kent-2024\nauthority: Kent\nevent: ILACS focused visit\nfieldwork: {start: 2024-07-08}\n---\nauthority: Kent\nevent: Monitoring visit\nfieldwork: {start: 2025-07-07}\nfollows: ';
    for (const [typed, shown] of [['k', 0], ['kent-2', 0], ['kent-2024', 0], ['kentish', 1]] as const) {
      const checker = newChecker();
      const stream = RecordStream.of(`${before}${typed}\n`);
      const workspace = new Workspace(checker.reader);
      workspace.set('typed', stream);
      const { slice } = stream.records[1]!;
      const findings = new AmongOthers(workspace).findings(slice, checker).filter(({ rule }) => rule === 'unknown-record');
      assert.equal(calm(findings, slice, slice.text.trimEnd().length, checker).length, shown, typed);
    }
  });
});
