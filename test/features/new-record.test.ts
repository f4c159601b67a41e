import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asSnippet, countGaps, leaveGaps } from '../../server/features/gaps';
import { newRecord, type Subject } from '../../server/features/new-record';
import { Slice } from '../../server/records/slice';
import { newChecker, reference } from '../support/checker';
import { runs } from '../support/property-tests';

const checker = newChecker();

function record(subject: Partial<Subject>): { text: string; doubts: string[] } {
  const { text, doubts } = newRecord({ authority: 'Kirklees', event: 'ILACS standard inspection', start: '2024-07-08', ...subject }, checker);
  return { text: leaveGaps(text), doubts: doubts.map(({ severity, rule }) => `${severity}: ${rule}`) };
}

/** The names of the judgements in a text. */
const judgements = (text: string) => (/^judgements:\n([^]*)/m.exec(text)?.[1] ?? '').split('\n').filter(line => line.startsWith('  ')).map(line => line.trim().slice(0, -1));

describe('a new record', () => {
  it('has a line for all that such a record has, with the judgements of the day', () => {
    assert.deepEqual(record({}), { doubts: [], text: `authority: Kirklees
event: ILACS standard inspection
fieldwork:
  start: 2024-07-08
  end:
judgements:
  The impact of leaders on social work practice with children and families:
  The experiences and progress of children who need help and protection:
  The experiences and progress of children in care:
  The experiences and progress of care leavers:
  Overall effectiveness:
` });
  });

  it('follows the edition in force', () => {
    assert.deepEqual([record({ start: '2022-12-12' }), record({ start: '2026-04-27' })].map(({ text }) => judgements(text).length), [4, 4]);
    assert.deepEqual(judgements(record({ start: '2022-12' }).text).at(-2), 'The experiences and progress of children in care and care leavers');
    assert.deepEqual(judgements(record({ start: '2022' }).text).length, 4);
    assert.deepEqual(judgements(record({ event: 'SIF inspection', start: '2016-09-12' }).text)[0], 'Overall effectiveness');
  });

  it('has what is usual for its event', () => {
    assert.match(record({ event: 'Monitoring visit' }).text, /\nordinal:\n/);
    assert.match(record({ event: 'JTAI' }).text, /^authority: Kirklees\nevent: Joint targeted area inspection\ntheme:\n/);
    assert.match(record({ event: 'Area SEND inspection' }).text, /\noutcome:\n$/);
  });

  it('takes names, codes and dates as people write them', () => {
    assert.equal(record({ authority: 'E08000034', event: 'ilacs', start: '8 July 2024' }).text, record({}).text);
  });

  it('tells what speaks against it, in the words of the rules', () => {
    assert.deepEqual(record({ authority: 'Kirkless' }).doubts, ['error: unknown-authority']);
    assert.deepEqual(record({ event: 'SIF inspection' }).doubts, ['error: event-not-in-force']);
    assert.deepEqual(record({ authority: 'Northamptonshire' }).doubts, ['warning: authority-not-in-existence']);
    assert.deepEqual(record({ start: '3/4/2024' }).doubts, ['error: date-format']);
  });

  it('brings no mistake of its own: only what is to be filled in is missing', () => {
    for (const { name } of reference.events.all) {
      for (const start of ['2011-05-09', '2013-06-10', '2015-05-11', '2019-05-13', '2024-05-13', '2026-05-11']) {
        const { text, doubts } = newRecord({ authority: 'Kent', event: name, start }, checker);
        if (!doubts.length) assert.deepEqual(checker.findings(new Slice(leaveGaps(text))).filter(({ missing, severity }) => !missing && severity !== 'hint'), [], `${name}, ${start}`);
      }
    }
  });

  it('is a record, whatever it is asked to be about', () => {
    fc.assert(fc.property(fc.record({ authority: fc.string(), event: fc.string(), start: fc.string() }), subject => {
      const { faults } = new Slice(record(subject).text).record;
      assert.deepEqual(faults.filter(({ kind }) => kind !== 'control-character'), []);
    }), { numRuns: runs(300) });
  });
});

describe('gaps', () => {
  it('are tab stops, or left empty', () => {
    const { text } = newRecord({ authority: 'Kent', event: 'JTAI', start: '2024-07-08' }, checker);
    assert.equal(countGaps(text), 2);
    assert.equal(asSnippet(text, 3), 'authority: Kent\nevent: Joint targeted area inspection\ntheme: $3\nfieldwork:\n  start: 2024-07-08\n  end: $4\n');
  });

  it('stand in text that is no snippet', () => assert.equal(asSnippet('$1 {x} \\ '), '\\$1 {x\\} \\\\ '));
});
