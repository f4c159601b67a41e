import assert from 'node:assert/strict';
import { ALL_HINTS, hints, type HintOptions } from '../../server/features/hints';
import { newChecker } from '../support/checker';
import { record } from './marked';

const checker = newChecker();

/** The text with every hint between angle quotes where it is shown. */
function hinted(text: string, options?: HintOptions, within = { start: 0, end: text.length }): string {
  const slice = record(text);
  return hints(slice, within, checker, options).reduceRight((shown, { at, label }) => `${shown.slice(0, at)} «${label}»${shown.slice(at)}`, slice.text);
}

const TEXT = `authority: Kirklees  # a comment
event: ILACS standard inspection
fieldwork:
  start: 2024-07-08
  end: 2024-07-19
published: 2024-08-28
`;

describe('inlay hints', () => {
  it('say what dates and names amount to', () => {
    assert.equal(hinted(TEXT), `authority: Kirklees «E08000034»  # a comment
event: ILACS standard inspection «ILACS, January 2023 to March 2026»
fieldwork:
  start: 2024-07-08 «Monday»
  end: 2024-07-19 «Friday, 10 working days on site»
published: 2024-08-28 «Wednesday, 27 working days after fieldwork»
`);
  });

  it('can be turned off one by one', () => {
    const none: HintOptions = { weekday: false, daysOnSite: false, daysToPublication: false, edition: false, authorityCode: false };
    const only = (kind: keyof HintOptions) => [...hinted(TEXT, { ...none, [kind]: true }).matchAll(/«(.*?)»/g)].map(match => match[1]);
    assert.equal(hinted(TEXT, none), TEXT);
    assert.deepEqual(only('weekday'), ['Monday', 'Friday', 'Wednesday']);
    assert.deepEqual(only('daysOnSite'), ['10 working days on site']);
    assert.deepEqual(only('daysToPublication'), ['27 working days after fieldwork']);
    assert.deepEqual(only('edition'), ['ILACS, January 2023 to March 2026']);
    assert.deepEqual(only('authorityCode'), ['E08000034']);
  });

  it('are only those of the part that is asked for', () => {
    const line = TEXT.indexOf('  start');
    assert.deepEqual(hints(record(TEXT), { start: line, end: TEXT.indexOf('\n', line) }, checker, ALL_HINTS).map(({ label }) => label), ['Monday']);
  });

  it('count each stay, and wait from the last one', () => {
    assert.equal(hinted('fieldwork:\n  - {start: 2019-07-08, end: 2019-07-12}\n  - start: 2019-08-07\n    end: 2019-08-08\npublished: 2019-08-12\n'),
      'fieldwork:\n  - {start: 2019-07-08 «Monday», end: 2019-07-12 «Friday, 5 working days on site»}\n  - start: 2019-08-07 «Wednesday»\n    end: 2019-08-08 «Thursday, 2 working days on site»\npublished: 2019-08-12 «Monday, 2 working days after fieldwork»\n');
  });

  it('leave bank holidays out, and count weekdays for years whose bank holidays are not known', () => {
    const days = (start: string, end: string, published: string) => hinted(`fieldwork: {start: ${start}, end: ${end}}\npublished: ${published}\n`, { ...ALL_HINTS, weekday: false });
    assert.equal(days('2024-04-29', '2024-05-10', '2024-06-03'), 'fieldwork: {start: 2024-04-29, end: 2024-05-10 «9 working days on site»}\npublished: 2024-06-03 «15 working days after fieldwork»\n');
    assert.equal(days('1999-05-03', '1999-05-07', '1999-05-31'), 'fieldwork: {start: 1999-05-03, end: 1999-05-07 «5 weekdays on site»}\npublished: 1999-05-31 «16 weekdays after fieldwork»\n');
  });

  it('say nothing of what is not known for certain', () => {
    for (const text of ['', 'authority: Atlantis\n', 'event: ILACS standard inspection\n', 'event: Monitoring visit\nfieldwork:\n  start: 2024-07\npublished: 2024\n', 'published: 28/8/2024\n', 'authority: "Kirk\npublished\n']) {
      assert.equal(hinted(text), text);
    }
    assert.equal(hinted('fieldwork: {start: 2024-07-19, end: 2024-07-08}\npublished: 2024-07-01\n'), 'fieldwork: {start: 2024-07-19 «Friday», end: 2024-07-08 «Monday»}\npublished: 2024-07-01 «Monday»\n');
  });
});
