import assert from 'node:assert/strict';

/**
 * How many points for improvement each report prints under its heading for them: counted by their bullets and numbers in what another program,
 * pdftotext of Poppler, makes of the same documents; each point was found there with its words.
 */
const IMPROVEMENTS: Readonly<Record<string, number>> = {
  'bedford-2022-01-14': 4, 'birmingham-2016-11-25': 17, 'blackburn-with-darwen-2022-03-18': 10, 'bracknell-forest-2026-01-28': 1, 'bradford-2023-01-31': 14,
  'bradford-2026-05-21': 5, 'brent-2023-04-11': 4, 'brent-2026-06-17': 4, 'bristol-2023-03-10': 6, 'camden-2025-04-15': 1, 'cheshire-east-2024-05-16': 7,
  'city-of-london-2016-09-20': 6, 'cumberland-2024-11-26': 4, 'darlington-2018-05-21': 14, 'derby-2022-05-11': 2, 'derbyshire-2014-02-11': 9, 'derbyshire-2019-09-19': 5,
  'devon-2025-05-13': 6, 'doncaster-2018-01-19': 4, 'dorset-2025-05-09': 1, 'ealing-2019-12-19': 6, 'gloucestershire-2022-04-01': 5, 'halton-2020-04-15': 5,
  'harrow-2020-03-16': 4, 'hartlepool-2018-08-28': 4, 'herefordshire-2018-07-23': 7, 'hillingdon-2023-11-20': 2, 'kent-2017-06-13': 10, 'kent-2022-07-05': 3,
  'kent-2026-02-02': 3, 'kingston-upon-hull-2026-05-18': 2, 'kirklees-2016-11-25': 27, 'kirklees-2019-08-05': 10, 'kirklees-2024-08-28': 3, 'luton-2026-03-10': 3,
  'milton-keynes-2024-12-17': 3, 'north-northamptonshire-2026-07-07': 2, 'oxfordshire-2018-05-22': 4, 'portsmouth-2018-10-15': 3, 'rochdale-2018-03-12': 4,
  'rutland-2024-07-12': 3, 'sheffield-2014-02-21': 13, 'sheffield-2023-11-03': 4, 'slough-2023-03-17': 7, 'south-tyneside-2023-05-10': 7, 'staffordshire-2019-03-11': 6,
  'sunderland-2021-08-20': 1, 'surrey-2015-06-03': 14, 'torbay-2026-02-24': 3, 'trafford-2026-08-03': 9, 'wakefield-2018-07-17': 12, 'wakefield-2022-01-05': 2,
  'waltham-forest-2019-03-11': 5, 'warwickshire-2025-10-14': 4, 'windsor-and-maidenhead-2020-02-24': 4,
};

/** The other lists, of the few reports that have them. */
const OTHERS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'sheffield-2014-02-21': { strengths: 10 },
  'surrey-2015-06-03': { strengths: 7, priority_actions: 11 },
};

/** What stands at the head or foot of a page, or in the heading of the next part, and is no part of a point. */
const FURNITURE = /[|©]|\b(?:page \d|inspection of [\p{L} ]+ children’s services|inspection dates?:|www\.|raising standards)|\s\d{1,3}$/iu;

/** Ends of what goes on elsewhere. */
const UNFINISHED = /(?:[,:;(–—-]|\b(?:and|or|of|the|a|an|to|for|with|in|by|that|which|their))$/i;

/** Holds the lists that were read of a report to what it prints: as many points, each whole, and nothing of what stands around them. */
export function assertLists(report: string, value: Readonly<Record<string, unknown>>): void {
  const expected = { needs_improvement: IMPROVEMENTS[report], ...OTHERS[report] };
  const lists = Object.entries(value).filter(([field]) => ['needs_improvement', 'strengths', 'priority_actions'].includes(field));
  assert.deepEqual(Object.fromEntries(lists.map(([field, points]) => [field, (points as unknown[]).length])), expected);
  for (const [field, points] of lists) {
    const texts = (points as (string | { text: string })[]).map(point => (typeof point === 'string' ? point : point.text));
    const isLower = texts.map(text => /^\p{Ll}/u.test(text));
    assert.ok(isLower.every(lower => lower === isLower[0]), `${field}: some points begin in the middle of a sentence`);
    assert.equal(new Set(texts).size, texts.length, `${field}: a point stands twice`);
    for (const text of texts) {
      assert.match(text, /^[\p{L}‘“]/u);
      assert.doesNotMatch(text, FURNITURE);
      assert.doesNotMatch(text, UNFINISHED);
      assert.ok(text.length >= 20 && text.length <= 900, text);
    }
  }
}
