import assert from 'node:assert/strict';
import fs from 'node:fs';
import fc from 'fast-check';
import { formatStream } from '../../../server/features/format';
import { composeEdits } from '../../../server/features/format/compose-edits';
import { RecordStream } from '../../../server/records/stream';
import type { TextEdit } from '../../../server/rules/rule';
import { applyEdits } from '../../../server/text/edits';
import { reference } from '../../support/checker';
import { Dice } from './dice';
import { formatted } from './formatted';
import { runs } from '../../support/property-tests';

const ordered = (text: string) => formatted(text, { fieldOrder: reference });

const CASES: readonly (readonly [string, string, string])[] = [
  ['fields', 'event: Area SEND inspection\nauthority:   Kent\nid: a\n', 'id: a\nauthority: Kent\nevent: Area SEND inspection\n'],
  ['with the comments above them and beside them', 'authority: Kent\n# an event\n# of one kind\nevent: x # sure\n# its name\nid: a # short\n',
    '# its name\nid: a # short\nauthority: Kent\n# an event\n# of one kind\nevent: x # sure\n'],
  ['with what was made a comment at their end', 'strengths:\n  - One.\n  # - Two.\nid: a\n', 'id: a\nstrengths:\n  - One.\n  # - Two.\n'],
  ['not with what stands at the head of the record', '# A record.\nauthority: Kent\nid: a\n', '# A record.\nid: a\nauthority: Kent\n'],
  ['with all their lines', 'summary: >-\n    One\n\n    two.\nfieldwork:\n    start: 2024-07-08\nid: a', 'id: a\nfieldwork:\n  start: 2024-07-08\nsummary: >-\n  One\n\n  two.\n'],
  ['a misspelt field as what it means', 'published: 2024-08-28\nauthorty: Kent\n', 'authorty: Kent\npublished: 2024-08-28\n'],
  ['fields of the writer\'s own stay behind what they stand behind', 'published: 2024-08-28\nx_a: 1\nauthority: Kent\nx_b: 2\n', 'authority: Kent\nx_b: 2\npublished: 2024-08-28\nx_a: 1\n'],
  ['fields in braces', '{"authority":"Kent","id":"a"}\n', '{"id": "a", "authority": "Kent"}\n'],
  ['not a record with a field twice, where another record may begin', 'event: x\nauthority: A\nevent: y\nauthority: B\n', 'event: x\nauthority: A\nevent: y\nauthority: B\n'],
  ['judgements as printed on the day, and fields',
    'judgements:\n    Overall effectiveness: Good\n    # to mend\n    The experiences and progress of care leavers: Good\n    The experiences and progress of children in care: Good\nfieldwork:\n    start: 2024-07-08\nevent: ILACS standard inspection\n',
    'event: ILACS standard inspection\nfieldwork:\n  start: 2024-07-08\njudgements:\n  The experiences and progress of children in care: Good\n  # to mend\n  The experiences and progress of care leavers: Good\n  Overall effectiveness: Good\n'],
  ['judgements not where the edition is not known', 'event: ILACS standard inspection\njudgements:\n  Overall effectiveness: Good\n  The experiences and progress of care leavers: Good\n',
    'event: ILACS standard inspection\njudgements:\n  Overall effectiveness: Good\n  The experiences and progress of care leavers: Good\n'],
  ['not a record with a fault', 'event:  x\nauthority: "Kent\n', 'event:  x\nauthority: "Kent\n'],
];

describe('formatting with order', () => {
  for (const [what, text, right] of CASES) {
    it(what, () => {
      assert.equal(ordered(text), right);
      assert.equal(ordered(right), right);
    });
  }

  for (const name of fs.readdirSync('samples').filter(name => name.endsWith('.inspection.yaml'))) {
    it(`leaves samples/${name} as it is`, () => assert.deepEqual(formatStream(RecordStream.of(fs.readFileSync(`samples/${name}`, 'utf8')), { fieldOrder: reference }), []));
  }

  it('finds the order of shuffled samples again, layout and all', () => {
    const records = RecordStream.of(fs.readFileSync('samples/kirklees.inspection.yaml', 'utf8')).slices.map(({ text }) => text.replace(/^---\n/, '').replace(/^(?:#.*\n)+/, ''));
    fc.assert(fc.property(fc.constantFrom(...records), fc.integer({ min: 0, max: 2 ** 31 }), (text, seed) => {
      const dice = new Dice(seed);
      const entries = text.split(/\n(?=\S)/).map(entry => entry.trimEnd());
      const judgements = entries.find(entry => entry.startsWith('judgements:'));
      const shuffled = shuffle(entries, dice).map(entry => entry === judgements ? ['judgements:', ...shuffle(entry.split(/\n(?= {2}\S)/).slice(1), dice)].join('\n') : entry);
      assert.equal(ordered(shuffled.join('\n').replace(/^(\w+): /gm, '$1 :   ')), text);
    }), { numRuns: runs(60) });
  });
});

describe('edits after edits', () => {
  it('made one do the same', () => {
    const edits = (text: string, dice: Dice): TextEdit[] => {
      const list: TextEdit[] = [];
      for (let at = dice.number(0, 3); at <= text.length; at += dice.number(1, 4)) {
        const end = Math.min(text.length, at + dice.number(0, 3));
        list.push({ start: at, end, text: 'xyz'.slice(dice.number(0, 3)) });
        at = end;
      }
      return list;
    };
    fc.assert(fc.property(fc.string(), fc.integer({ min: 0, max: 2 ** 31 }), (text, seed) => {
      const dice = new Dice(seed);
      const first = edits(text, dice);
      const between = applyEdits(text, first);
      const second = edits(between, dice);
      assert.equal(applyEdits(text, composeEdits(text, first, second)), applyEdits(between, second));
    }), { numRuns: runs(1000) });
  });
});

function shuffle<T>(list: readonly T[], dice: Dice): T[] {
  return list.map(item => ({ item, key: dice.number(0, 1e6) })).sort((a, b) => a.key - b.key).map(({ item }) => item);
}
