import assert from 'node:assert/strict';
import { asFillIn, GAP } from '../../server/features/gaps';
import { insertion, type Insertable } from '../../server/features/insertions';
import { newRecordChoices } from '../../server/features/new-record-choices';
import { beforeNewRecord } from '../../server/features/new-record-place';
import { RecordStream } from '../../server/records/stream';
import { newChecker } from '../support/checker';
import { record } from './marked';

const checker = newChecker();

/** The text with what is inserted, tab stops and all; or why nothing is. */
function inserted(what: Insertable, text: string): string {
  const slice = record(text);
  const result = insertion(what, slice, checker);
  if ('refusal' in result) return result.refusal;
  const { start, end, snippet, text: plain } = asFillIn(slice.text, result.edits);
  const shown = snippet.replace(/\\([\\$}])/g, '$1');
  assert.equal(shown.replace(/ ?\$\d/g, ''), plain);
  assert.ok(start === 0 || /[\n\r]/.test(slice.text[start - 1]!), 'begins in the middle of a line');
  return slice.text.slice(0, start) + shown + slice.text.slice(end);
}

const HEAD = 'authority: Kent\nevent: ILACS short inspection\nfieldwork: {start: 2026-04-27}\n';
const [LEADERS, HELP, CARE, LEAVERS] = [
  'The impact of leaders on social work practice with children and families', 'The experiences and progress of children who need help and protection',
  'The experiences and progress of children in care', 'The experiences and progress of care leavers',
];

describe('judgements to be filled in', () => {
  for (const [what, text, result] of [
    ['where there are none', HEAD, `${HEAD}judgements:\n  ${LEADERS}: $1\n  ${HELP}: $2\n  ${CARE}: $3\n  ${LEAVERS}: $4\n`],
    ['without a last line break', HEAD.trimEnd(), `${HEAD}judgements:\n  ${LEADERS}: $1\n  ${HELP}: $2\n  ${CARE}: $3\n  ${LEAVERS}: $4`],
    ['around those that are there, counted on', `${HEAD}judgements: # no $\n  ${HELP}: Good\n  ${LEAVERS}: Good\n`, `${HEAD}judgements: # no $\n  ${LEADERS}: $1\n  ${HELP}: Good\n  ${CARE}: $2\n  ${LEAVERS}: Good\n`],
    ['in the place of none', `${HEAD}judgements: {} # {yet}\n`, `${HEAD}judgements: # {yet}\n  ${LEADERS}: $1\n  ${HELP}: $2\n  ${CARE}: $3\n  ${LEAVERS}: $4\n`],
    ['not twice', `${HEAD}judgements: {${LEADERS}: Good, ${HELP}: Good, ${CARE}: Good, ${LEAVERS}: Good}\n`, 'All judgements of the framework in force are there.'],
    ['not for a visit', 'event: Monitoring visit\n', "A record of the event 'Monitoring visit' has no judgements."],
    ['not before the day is known', 'event: ILACS short inspection\n', 'Which judgements belong here follows from the event and the first day of fieldwork. Put those right first.'],
    ['not beside what may be one of them', `${HEAD}judgements:\n  ${LEADERS}: Good\n  ${HELP}: Good\n  ${CARE}: Good\n  The rest: Good\n`, 'Mend the judgements that are underlined first: one of them may be what is missing.'],
    ['not where the text cannot be read', 'event: "x\n', 'This record has a mistake in its YAML. Mend it first.'],
    ['not where there is no record', '# nothing\n', 'Put the cursor in a record first.'],
  ] as const) {
    it(what, () => assert.equal(inserted('judgements', text), result));
  }
});

describe('a follow-up to be filled in', () => {
  for (const [what, text, result] of [
    ['where there is none', 'event: x\nfollows: a\n', 'event: x\nfollow_up:\n  - kind: $1\n    date: $2\nfollows: a\n'],
    ['behind the others', 'follow_up:\r\n- kind: improvement board\r\n  note: >-\r\n    x\r\n  # more\r\nfollows: a\r\n', 'follow_up:\r\n- kind: improvement board\r\n  note: >-\r\n    x\r\n  # more\r\n- kind: $1\r\n  date: $2\r\nfollows: a\r\n'],
    ['as far in as they are', 'follow_up:\n    - {kind: improvement board} # one', 'follow_up:\n    - {kind: improvement board} # one\n    - kind: $1\n      date: $2'],
    ['below an empty field', 'follow_up: [] # none\nfollows: a\n', 'follow_up: # none\n  - kind: $1\n    date: $2\nfollows: a\n'],
    ['not in braces', '{"follows": "a"}\n', "There is no place for it: 'follow_up' is to be a list with every entry on lines of its own."],
    ['not in the place of something else', 'follow_up: improvement board\n', "There is no place for it: 'follow_up' is to be a list with every entry on lines of its own."],
  ] as const) {
    it(what, () => assert.equal(inserted('followUp', text), result));
  }
});

describe('the place for a new record', () => {
  for (const [text, before] of [
    ['', ''], ['\ufeff', ''], ['# all\n', ''], ['# all', '\n'], ['a: 1\n', '---\n'], ['a: 1', '\n---\n'], ['a: 1\r\nb: 2', '\r\n---\r\n'], ['a: 1\n---\n', ''], ['a: 1\n---', '\n'], ['a: 1\n...\n', '---\n'], ['a: 1\n---\nb: 2\n', '---\n'],
  ] as const) {
    it(`behind ${JSON.stringify(text)}`, () => {
      assert.equal(beforeNewRecord(RecordStream.of(text)), before);
      const { records } = RecordStream.of(`${text}${before}authority: Kent\n`);
      assert.equal(records.length, RecordStream.of(text).records.length + 1);
    });
  }
});

it('text that stays is no part of the snippet', () => {
  assert.equal(asFillIn('a: ${1:x}\n', [{ start: 9, end: 9, text: ` # ${GAP}` }]).snippet, 'a: \\${1:x\\} # $1');
});

it('what a new record may be about is what completion offers', () => {
  const { authorities, events, days } = newRecordChoices(checker);
  assert.equal(authorities.length, 163);
  assert.match(authorities.find(({ label }) => label === 'Kirklees')!.description!, /^E08000034 · /);
  assert.match(authorities.at(-1)!.description!, /^until /);
  assert.equal(events[0]!.label, 'ILACS standard inspection');
  assert.deepEqual(days, [{ label: '2026-11-16', description: 'Monday · Monday of this week' }, { label: '2026-11-21', description: 'Saturday · today' }]);
});
