import assert from 'node:assert/strict';
import { check } from './fixture';

/** What is said of a date, with the dates that are offered; those after `all:` take part in fix-all. */
function told(written: string): string {
  const { findings } = check(`authority: Kirklees\nevent: ILACS focused visit\nfieldwork:\n  start: 2010\npublished: ${written}\n`);
  const own = findings.filter(({ told: { line, rule } }) => line === 5 && rule.includes('date-') !== rule.includes('-date'));
  assert.ok(own.length <= 1, JSON.stringify(own.map(finding => finding.told)));
  const [finding] = own;
  if (!finding) return 'a date';
  const fixes = finding.fixes ?? [];
  return [finding.rule, fixes.some(({ all }) => all) ? 'all:' : '', ...fixes.map(({ edits }) => edits[0]!.text)].filter(Boolean).join(' ');
}

const cases: Record<string, string[]> = {
  'a date': ['2024-07-08', '2024-07', '2024', '"2024-07-08"', "'2024'", '2024-02-29', '1900-01-01', '2024-07-08 # a Monday'],
  'date-format all: 2024-07-08': ['2024-7-8', '2024/07/08', '2024.7.8', '20240708', '2024-07-08T00:00:00Z', '2024-07-08 09:30', '2024-07-08T09:30:00+01:00', '8 July 2024', '8 Jul 2024',
    '8th July 2024', 'Monday 8 July 2024', 'Monday, 8th of July 2024', 'July 8, 2024', 'July 8th 2024', '8-July-2024', '8 JULY 2024'],
  'date-format all: 2024-07-18': ['18/7/2024', '18.07.2024', '18-7-24', '7/18/2024', '18 7 2024'],
  'date-format 2024-07-08 2024-08-07': ['8/7/2024', '08.07.2024', '8-7-24', '08/07/24'],
  'date-format all: 2024-08-08': ['8/8/2024'],
  'date-format all: 2024-07': ['July 2024', 'Jul 2024', '2024-7', '2024/7', '7/2024', 'July, 2024'],
  'date-format all: 2024-09-01': ['1 Sept 2024', '1 Sep. 2024'],
  'date-format all: "2024-07-08"': ['"8 July 2024"', '" 2024-07-08 "'],
  "date-format all: '2024-07-08'": ["'8 July 2024'"],
  'date-format': ['last summer', 'Summer 2024', 'July', '24', '8 Juli 2024', '2024-07-08 (provisional)', '8 July', 'true', '2024.5', '2024-W28', 'Q3 2024', '0x7E8', '8 to 19 July 2024'],
  'invalid-date': ['2024-02-30', '2023-02-29', '2024-13', '2024-00', '2024-13-01', '2024-04-31', '2024-01-00', '1899', '2101', '"1850"', '3024-01-01', '31 February 2024', '31/2/2024', '32/1/2024', '20240231'],
};

describe('dates', () => {
  for (const [expected, notations] of Object.entries(cases)) {
    for (const written of notations) it(`${written}: ${expected}`, () => assert.equal(told(written), expected));
  }

  it('say why a day cannot be', () => {
    const why = (written: string) => check(`authority: Kirklees\nevent: ILACS focused visit\npublished: ${written}\n`).findings[0]!.message;
    assert.equal(why('2024-02-31'), "'2024-02-31' is no date: February 2024 has 29 days.");
    assert.equal(why('2024-13-31'), "'2024-13-31' is no date: there is no month 13.");
    assert.equal(why('0024-12-31'), "'0024-12-31' is no date: no record is of the year 0024.");
  });

  it('keep a comment on the line of a block text', () => {
    const [finding] = check('authority: Kirklees\nevent: ILACS focused visit\npublished: | # from the page\n  8 July 2024\nsummary: Good.\n').findings;
    assert.deepEqual(finding!.fixes![0]!.edits.map(({ text }) => text), ['2024-07-08 # from the page']);
  });
});
