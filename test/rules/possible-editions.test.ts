import assert from 'node:assert/strict';
import { check } from './fixture';

// Where only the publication is known, the editions between whose reports it came out are possible: either's names are right.

const CARE = 'The experiences and progress of children in care';
const LEAVERS = 'The experiences and progress of care leavers';
const JOINED = 'The experiences and progress of children in care and care leavers';
const COMMON = ['The impact of leaders on social work practice with children and families', 'The experiences and progress of children who need help and protection'];
const OVERALL = 'Overall effectiveness';

const editions: Record<string, string[]> = {
  2018: [...COMMON, JOINED, OVERALL],
  2023: [...COMMON, CARE, LEAVERS, OVERALL],
  2026: [...COMMON, CARE, LEAVERS],
};

const cases: [date: string, right: string[]][] = [
  ['published: 2022-12-19', ['2018']], ['published: 2023-01-20', ['2018', '2023']], ['published: 2023-05-10', ['2018', '2023']], ['published: 2023-05-11', ['2023']],
  ['published: 2023-05', ['2018', '2023']], ['published: 2023', ['2018', '2023']], ['published: 2026-03-30', ['2023']], ['published: 2026-04-13', ['2023', '2026']],
  ['published: 2026-06-18', ['2023', '2026']], ['published: 2026-06-19', ['2026']],
  ['fieldwork: {start: 2023-01-16}\npublished: 2023-04-03', ['2023']], ['fieldwork: {start: 2022-12-05}\npublished: 2023-04-03', ['2018']],
  ['fieldwork: {start: 2026-03-16}\npublished: 2026-06-01', ['2023']],
];

describe('possible editions', () => {
  for (const [date, right] of cases) {
    it(`${date.replaceAll('\n', ', ')}: ${right.join(' and ')}`, () => {
      for (const [edition, names] of Object.entries(editions)) {
        // What none of several demands is not told for certain.
        if (right.length > 1 && !right.includes(edition)) continue;
        const { findings } = check(`authority: Kent\nevent: ILACS standard inspection\n${date}\njudgements:\n${names.map(name => `  ${name}: Good\n`).join('')}`);
        assert.equal(findings.length === 0, right.includes(edition), `${edition}: ${JSON.stringify(findings.map(({ told }) => told))}`);
      }
    });
  }
});

describe('events that are guessed', () => {
  const guesses = (event: string, date: string) => check(`authority: Kent\nevent: ${event}\n${date}`).findings.find(({ rule }) => rule === 'unknown-event')?.suggestions;

  it('were there on the day', () => {
    for (const event of ['ILACS re-inspections', 'short visit', "Inspection of children's services", 'SLAK inspection', 'assurence visit']) {
      for (const date of ['published: 2024-06-03\n', 'fieldwork: {start: 2011-05-09}\n', 'published: 2017-06-05\n']) {
        const offered = guesses(event, date) ?? [];
        for (const name of offered) assert.deepEqual(check(`authority: Kent\nevent: ${name}\n${date}`).findings.filter(({ rule }) => rule === 'event-not-in-force'), [], `${event}, ${date}: ${name}`);
      }
    }
    assert.deepEqual(guesses('assurence visit', 'published: 2020-10-12\n'), ['Assurance visit']);
    assert.ok(!guesses('assurence visit', 'published: 2024-10-14\n')?.includes('Assurance visit'));
  });
});

describe('judgements of two editions', () => {
  const first = `authority: Kent\nevent: ILACS standard inspection\nfieldwork: {start: 2022-05-09, end: 2022-05-20}\njudgements:\n${COMMON.map(name => `  ${name}: Good\n`).join('')}`;

  for (const [care, leavers] of [['children in care', 'care leavers'], [CARE, LEAVERS], [CARE, 'care leavers'], ['CIC', LEAVERS]] as const) {
    it(`'${care}' and '${leavers}' before 2023 are one mistake, and joined only where both have one grade`, () => {
      for (const [grade, fixes] of [['Inadequate', []], ['Good', [`Join as '${JOINED}'`]]] as const) {
        const { findings } = check(`${first}  ${care}: Good\n  ${leavers}: ${grade}\n  ${OVERALL}: Good\n`);
        assert.deepEqual(findings.map(({ rule, fixes: own }) => [rule, own?.map(({ title }) => title)]), [['judgement-not-in-framework', fixes]]);
      }
    });
  }

  it("'children in care' alone is a short name of the joined one", () => {
    assert.deepEqual(check(`${first}  children in care: Good\n  ${OVERALL}: Good\n`).findings.map(({ rule, fixes }) => [rule, fixes![0]!.all]), [['judgement-spelling', true]]);
  });
});

describe('legacy records', () => {
  for (const [event, published] of [['TLAC inspection', '2013-08-23'], ['CPI inspection', '2013-01-18']] as const) {
    it(`are known by their headline grade: ${event}`, () => assert.deepEqual(check(`authority: Kent\nevent: ${event}\npublished: ${published}\njudgements:\n  ${OVERALL}: Adequate\n`).findings, []));
  }
});
