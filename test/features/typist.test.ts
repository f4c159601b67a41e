import assert from 'node:assert/strict';
import { Slice } from '../../server/records/slice';
import { RecordStream } from '../../server/records/stream';
import { newChecker } from '../support/checker';
import { recordOfEachKind, recordWithId } from './sample-records';
import { told, Typist, type Seen } from './typist';

const checker = newChecker();

/** What was seen while a record was typed, but for what its finished text deserves. */
function undeserved(record: string, seen: readonly Seen[]): Seen[] {
  const deserved = new Set(checker.findings(new Slice(record)).map(({ rule, start }) => `${rule}@${start}`));
  return seen.map(({ typed, findings }) => ({ typed, findings: findings.filter(({ rule, start }) => !deserved.has(`${rule}@${start}`)) })).filter(({ findings }) => findings.length);
}

describe('calm while a record is typed', () => {
  for (const { kind, text } of [...recordOfEachKind(), ...['kirklees-2024-ilacs', 'kirklees-2016-sif'].map(id => ({ kind: id, text: recordWithId(id) }))]) {
    it(`${kind}: not a word of what is not yet written, key by key`, () => {
      assert.equal(told(undeserved(text, new Typist().type(text))).slice(0, 10).join('\n'), '');
    });
  }

  for (const { kind, text } of recordOfEachKind()) {
    it(`${kind}: nor when it is written by completion, as far as that goes`, () => {
      const { seen, chosen, keys } = byCompletion(text);
      assert.equal(told(undeserved(text, seen)).slice(0, 10).join('\n'), '');
      assert.ok(chosen > 8 && keys < text.length * 0.8, `${chosen} choices and ${keys} keys for ${text.length} characters`);
    });
  }
});

/** Writes a text, and takes what is offered wherever that leads on; else types a key. */
function byCompletion(text: string): { seen: Seen[]; chosen: number; keys: number } {
  const typist = new Typist();
  const seen: Seen[] = [];
  let [at, chosen, keys] = [0, 0, 0];
  while (at < text.length) {
    const item = typist.offers(at).find(({ edit }) => edit.start + edit.text.length > at && text.startsWith(typist.slice.text.slice(0, edit.start) + edit.text));
    const { start, end, text: words } = item?.edit ?? { start: at, end: at, text: text[at]! };
    const findings = typist.put(start, end, words);
    at = start + words.length;
    if (item) chosen++;
    else keys++;
    if (findings.length) seen.push({ typed: text.slice(0, at), findings });
  }
  return { seen, chosen, keys };
}

/** One mistake in the sample of a kind of event, wherever it has such words: what is written in the place of what, and how it is told. */
const MISTAKES: readonly [RegExp, string, string][] = [
  [/(?<=\nauthority: ).*/, 'Kirkles', 'unknown-authority'],
  [/(?<=\nevent: ).*/, 'Inspection by letter', 'unknown-event'],
  [/(?<=\npublished: ).*/, '2024-02-31', 'invalid-date'],
  [/(?<=\n {2}start: ).*/, '8th of July', 'date-format'],
  [/\nsummary(?=: )/, '\nsumary', 'unknown-field'],
  [/(?<=\n {2}[^ -].*: )(?:Good|Inadequate|Requires improvement.*)/, 'Satisfactory', 'unknown-grade'],
  [/(?<=\njudgements:\n {2})[^:"]+/, 'Quality of biscuits', 'unknown-judgement'],
  [/\n(?=sources:)/, '\npriority_actions:\n  - One.\npriority_actions:\n  - Two.\n', 'duplicate-key'],
  [/(?<=\n)sources:\n {2}-/, 'sources:\n   title', 'wrong-type'],
];

describe('one mistake in a record that is typed', () => {
  for (const { kind, text } of recordOfEachKind()) {
    it(`${kind}: is never told twice, and from then on for good`, () => {
      for (const [where, what] of MISTAKES) {
        const mistaken = text.replace(where, what);
        if (mistaken === text) continue;
        const at = text.search(where);
        // A quote that is not closed takes in the words before it, and editors close it at once.
        if (/\n +"/.test(text.slice(at))) continue;
        const seen = undeserved(text, new Typist(text.slice(0, at)).type(mistaken.slice(at)));
        assert.ok(seen.length, `${what}: nothing is told`);
        assert.deepEqual(told(seen.filter(({ findings }) => findings.length > 1)).slice(0, 3), [], what);
        assert.equal(seen.at(-1)!.typed.length - seen[0]!.typed.length, seen.length - 1, `${what} comes and goes: ${told(seen)[0]}`);
      }
    });
  }
});

describe('calm while typing', () => {
  const START = 'authority: Kirklees\nevent: ILACS standard inspection\nfieldwork:\n  start: 2024-07-08\n  end: 2024-07-19\npublished: 2024-08-28\n';
  for (const [what, before, typed, from, rule] of [
    ['a grade that cannot become a right one', `${START}judgements:\n  Overall effectiveness: `, 'Goood', 'Gooo', 'unknown-grade'],
    ['a field that cannot become a right one, at its colon', START, 'sumary: x', 'sumary:', 'unknown-field'],
    ['a date that is no day of the calendar', 'authority: Kirklees\nevent: ILACS standard inspection\npublished: ', '2024-02-31', '2024-02-31', 'invalid-date'],
    ['an authority that cannot become a right one', 'authority: ', 'Kirklex', 'Kirklex', 'unknown-authority'],
    ['a date written the American way', 'authority: Kirklees\nevent: ILACS standard inspection\npublished: ', '8/28/2024', '8/', 'date-format'],
    ['a day before the fieldwork', START.replace(/published.*\n/, 'published: '), '2024-06-28\n', '2024-06-28', 'dates-out-of-order'],
    ['a judgement that the framework in force does not have', `${START}judgements:\n  `, 'Adoption performance: Good\n', 'Adoption performance:', 'judgement-not-in-framework'],
    ['an event that was not in force, when it is written to its end', 'authority: Kirklees\nfieldwork:\n  start: 2024-07-08\nevent: ', 'SIF inspection\n', 'SIF inspection', 'event-not-in-force'],
  ] as const) {
    it(`${what} shows at once, and stays one finding`, () => {
      const seen = new Typist(before).type(typed);
      assert.ok(seen.length, 'nothing was seen');
      assert.equal(seen[0]!.typed.length, before.length + from.length, `too early or too late: ${JSON.stringify(seen[0]!.typed)}`);
      assert.ok(seen.every(({ findings }) => findings.length === 1), told(seen).join('\n'));
      assert.equal(seen.at(-1)!.findings[0]!.rule, rule);
      assert.equal(seen.length, typed.length - from.length + 1, 'it flickers');
    });
  }

  it('an address as an entry of a list is typed without a word', () => {
    const seen = new Typist('authority: Kirklees\nevent: ILACS focused visit\npublished: 2024-08-28\n').type('sources:\n  - https://files.ofsted.gov.uk/v1/file/50255618\n');
    assert.equal(told(seen).join('\n'), '');
  });

  it('an id that begins like another one is typed without a word', () => {
    const other = RecordStream.of(recordWithId('kirklees-2016-sif').replace('kirklees-2016-sif', 'kirklees-2016'));
    const seen = new Typist('authority: Kent\n', { others: [other] }).type('id: kirklees-2016-sif\n');
    assert.equal(told(seen).join('\n'), '');
  });

  it('JSON over several lines is typed without a word', () => {
    const record = { authority: 'Kirklees', event: 'ILACS focused visit', fieldwork: { start: '2024-07-09', end: '2024-07-10' }, strengths: ['One', { text: 'Two' }] };
    assert.equal(told(new Typist().type(JSON.stringify(record, null, 2))).join('\n'), '');
  });

  it('the judgement that is out of order stays the one that is, whatever is written behind it', () => {
    const judgements = ['Overall effectiveness', 'The impact of leaders on social work practice with children and families', 'The experiences and progress of children in care', 'The experiences and progress of care leavers'];
    const seen = new Typist(`${START}judgements:\n`).type(judgements.map(name => `  ${name}: Good\n`).join(''));
    assert.deepEqual(new Set(seen.flatMap(({ findings }) => findings.map(({ rule, start }) => `${rule}@${start - START.length}`))), new Set(['judgement-order@14']));
  });

  it('what was shown before typing began stays, what is missing waits', () => {
    const typist = new Typist(`${START}judgements:\n  Overall effectiveness: Excellent\n`, { isShown: true });
    assert.deepEqual(typist.type('notes: x\n').at(-1)!.findings.map(({ rule }) => rule), ['missing-judgement', 'unknown-grade']);
    assert.deepEqual(new Typist(START).type('summary: x\n'), []);
  });
});
