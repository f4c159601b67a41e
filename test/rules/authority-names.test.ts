import assert from 'node:assert/strict';
import { isoDate, parseDate } from '../../server/reference/calendar';
import { reference } from '../support/checker';
import { check } from './fixture';

// The ways in which people write a council's name: its title before or behind, and whatever the title is.

const FORMS: ((name: string) => string)[] = [
  name => `${name} Council`, name => `${name} City Council`, name => `${name} Borough Council`, name => `${name} Metropolitan Borough Council`, name => `${name} MBC`,
  name => `${name} LA`, name => `${name.toUpperCase()} COUNCIL`, name => `City of ${name}`, name => `London Borough of ${name}`, name => `The Royal Borough of ${name}`, name => `LB ${name}`,
  name => `Council of the ${name}`, name => `${name}, City of`, name => `City of ${name} Council`,
];

/** What is written, and on what day. */
const found = (written: string, day: string) => check(`authority: ${JSON.stringify(written)}\nevent: Monitoring visit\nfieldwork: {start: ${day}}\n`).findings
  .filter(({ told }) => told.line === 1).map(({ told: { rule, suggestions = [], fixes = [] } }) => [rule, ...suggestions, fixes.some(fix => fix.endsWith('(all)')) ? 'all' : ''].join(' ').trim());

describe('names of authorities', () => {
  // What is a title elsewhere is part of the name of the City of London.
  for (const authority of reference.authorities.all.filter(({ name, to }) => name !== 'City of London' && (!to || isoDate(to) >= '2016-05-01'))) {
    it(`${authority.name} is known by any title`, () => {
      const day = authority.to ? isoDate(authority.to) : '2026-05-11';
      const name = authority.name.replace(/ \(.*\)$/, '');
      for (const form of FORMS) {
        const match = reference.authorities.match(form(name), parseDate(day));
        // "Nottinghamshire City Council" is open to doubt.
        if (match.kind === 'unknown') assert.ok(match.guesses.includes(authority) && match.guesses.length === 2, form(name));
        else assert.equal(match.value.name, authority.name, form(name));
      }
    });
  }

  const cases: [written: string, expected: string[], day?: string][] = [
    ['Derby Council', ['authority-spelling Derby all']],
    ['Derby County Council', ['unknown-authority Derbyshire Derby']],
    ['Sunderland Council', ['authority-spelling Sunderland all']],
    ['Brent Council', ['authority-spelling Brent all']],
    ['Westminster City Council', ['authority-spelling Westminster all']],
    ['Bath & NE Somerset', ['authority-spelling Bath and North East Somerset all']],
    ['Southend on Sea', ['authority-spelling Southend-on-Sea all']],
    ['Stoke on Trent', ['authority-spelling Stoke-on-Trent all']],
    ['Stoke on Trent City Council', ['authority-spelling Stoke-on-Trent all']],
    ['Kingston-upon-Hull', ['authority-spelling Kingston upon Hull all']],
    ['Kingston-upon-Hull, City of', ['authority-spelling Kingston upon Hull all']],
    ['Dorset Council', ['authority-spelling Dorset (county council) all'], '2018-06-11'],
    ['Buckinghamshire Council', ['authority-spelling Buckinghamshire (county council) all'], '2018-06-11'],
    ['Somerset County Council', ['authority-spelling Somerset all']],
    ['Poole Council', ['authority-not-in-existence Bournemouth, Christchurch and Poole']],
    ['Sunderlnd City Council', ['unknown-authority Sunderland']],
    ['London Council', ['unknown-authority City of London']],
    ['City of London Council', ['authority-spelling City of London all']],
    ['City Council', ['unknown-authority']],
    ['Council', ['unknown-authority']],
    ['Atlantis Council', ['unknown-authority']],
  ];
  for (const [written, expected, day = '2026-05-11'] of cases) {
    it(`${written}, ${day}: ${expected.join(', ')}`, () => assert.deepEqual(found(written, day), expected));
  }
});
