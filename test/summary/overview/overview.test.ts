import assert from 'node:assert/strict';
import { oneRecord } from '../../../scripts/many-records.mjs';
import type { Inspection } from '../../../server/reference/inspection';
import { writeOverview } from '../../../server/summary/overview/html';
import { overviewMarkdown } from '../../../server/summary/overview/markdown';
import { viewOverview } from '../../../server/summary/overview/overview';
import { overviewText } from '../../../server/summary/overview/text';
import type { OverviewView, Standing } from '../../../server/summary/overview/view';
import type { Placed } from '../../../server/summary/placed';
import { newChecker, reference, TODAY } from '../../support/checker';
import { golden } from '../fixtures';
import { Folder, SAMPLES } from '../placed';

const overview = (records: readonly Placed[]) => viewOverview({ folder: 'samples', records, reference, today: TODAY });
const read = (...records: string[]) => overview(new Folder({ 'a.inspection.yaml': records.join('---\n') }, newChecker().reader).all());
const samples = Folder.read('samples', SAMPLES, newChecker().reader).all();

const OVERALL = 'Overall effectiveness';
const LEADERS = 'The impact of leaders on social work practice with children and families';

function graded(authority: string, start: string, grades: Record<string, string>, event = 'ILACS standard inspection'): string {
  return `authority: ${authority}\nevent: ${event}\nfieldwork:\n  start: ${start}\njudgements:\n${Object.entries(grades).map(([name, grade]) => `  ${name}: ${grade}\n`).join('')}`;
}

const standing = ({ parts }: OverviewView, authority: string): Standing => parts.flatMap(part => [...part.standings, ...part.former]).find(each => each.authority === authority)!;
const cells = ({ cells: all }: Standing) => all.map(cell => (cell ? `${cell.letter}${cell.together ? '+' : ''}` : '-')).join(' ');

describe('overviews', () => {
  // Fewer records than there are samples: what is to be read in a diff should be readable.
  const few = Folder.read('samples', SAMPLES.filter(name => !name.startsWith('national')), newChecker().reader).all();
  const write = { html: (view: OverviewView) => `${writeOverview(view, { leadsToText: true }).text}\n`, md: overviewMarkdown, txt: overviewText };
  for (const [format, make] of Object.entries(write)) {
    it(`overview.${format}`, () => {
      const actual = make(overview(few));
      const { expected, update } = golden(`overview.${format}`);
      update(actual);
      assert.equal(actual, process.env.UPDATE_GOLDEN ? actual : expected);
    });
  }
});

describe('the overview of the samples', () => {
  const view = overview(samples);
  const [part] = view.parts;

  it('counts every event once, and every authority', () => {
    assert.match(view.tally, /^\d+ inspections and visits of \d+ authorities, in 4 files$/);
    assert.equal(view.coverage.all, 153);
    assert.equal(view.coverage.known + view.coverage.regions.flatMap(({ without }) => without).length, 153);
  });

  it('has the latest grades of each authority', () => {
    assert.deepEqual(part!.topics.map(({ name }) => name), ['Overall', 'Impact of leaders', 'Help and protection', 'Children in care', 'Care leavers']);
    assert.equal(cells(standing(view, 'Kirklees')), 'G G G G R');
    assert.equal(standing(view, 'Kirklees').when, 'July 2024');
    assert.deepEqual(standing(view, 'Kirklees').movement.since, 'June 2019');
    assert.equal(part!.standings.length, new Set(part!.standings.map(({ authority }) => authority)).size);
  });

  it('has counts that come to the number of authorities', () => {
    for (const { counts, without } of [...part!.held]) assert.equal(counts.reduce((a, b) => a + b) + without, part!.standings.length);
    assert.equal(part!.regions.reduce((sum, { counts, without }) => sum + counts.reduce((a, b) => a + b) + without, 0), part!.standings.length);
    assert.equal(Object.values(part!.movements.counts).reduce((a, b) => a + b), part!.standings.length);
  });

  it('keeps authorities that are no more apart', () => {
    assert.ok(part!.former.map(({ authority, life }) => `${authority} ${life}`).includes('Cumbria until 31 March 2023'));
    assert.ok(!part!.standings.some(({ authority }) => authority === 'Cumbria'));
  });
});

describe('an overview', () => {
  it('tells what became of the grades before: by the overall one, else by the others', () => {
    const both = (before: Record<string, string>, after: Record<string, string>, start = '2024-05-13') => standing(read(graded('Kent', '2019-05-13', before), graded('Kent', start, after)), 'Kent').movement;
    assert.deepEqual(both({ [OVERALL]: 'Good', [LEADERS]: 'Good' }, { [OVERALL]: 'Inadequate', [LEADERS]: 'Outstanding' }).direction, 'down');
    assert.deepEqual(both({ [OVERALL]: 'Good', [LEADERS]: 'Good' }, { [OVERALL]: 'Good', [LEADERS]: 'Outstanding' }).direction, 'up');
    assert.deepEqual(both({ [OVERALL]: 'Good', [LEADERS]: 'Good' }, { [LEADERS]: 'Inadequate' }, '2026-05-11').direction, 'down', 'there is no overall grade since April 2026');
    assert.deepEqual(both({ [OVERALL]: 'Good' }, { [OVERALL]: 'Good' }).direction, 'same');
    assert.deepEqual(standing(read(graded('Kent', '2019-05-13', { [OVERALL]: 'Good' })), 'Kent').movement.direction, 'none');
  });

  it('shows a grade that was given together under all that it was given for', () => {
    const view = read(graded('Kent', '2022-05-09', { [OVERALL]: 'Good', 'The experiences and progress of children in care and care leavers': 'Outstanding' }));
    assert.deepEqual([view.parts[0]!.topics.map(({ name }) => name), cells(standing(view, 'Kent'))], [['Overall', 'Children in care', 'Care leavers'], 'G O+ O+']);
  });

  it('does not take the review of another body for the latest inspection', () => {
    const view = read(graded('Surrey', '2014-10-21', { [OVERALL]: 'Inadequate' }, 'SIF inspection'), graded('Surrey', '2015-06-15', { 'The effectiveness of the Local Safeguarding Children Board (LSCB)': 'Good' }, 'LSCB review'));
    assert.deepEqual([standing(view, 'Surrey').event, cells(standing(view, 'Surrey'))], ['SIF inspection', 'I']);
  });

  it('lists actions that are late, the longest first, and no others', () => {
    const actions = 'actions:\n  - {action: Late, due: 2026-10-01, owner: Director}\n  - {action: Later, due: 2025-06, status: in progress}\n  - {action: Done, due: 2025-01-01, status: done}\n  - {action: Not yet, due: 2026-11-21}\n  - {action: No date}\n  - Words\n';
    const { overdue } = read(`authority: Kent\nevent: ILACS focused visit\nfieldwork:\n  start: 2025-02-04\n${actions}`);
    assert.deepEqual(overdue.map(({ action, due, late, status, owner }) => [action, due, late, status, owner]), [
      ['Later', 'June 2025', '1 year and 5 months', 'In progress', undefined], ['Late', '1 October 2026', '2 months', 'Not said to be done', 'Director'],
    ]);
  });

  it('names the authorities without a record, by region', () => {
    const { regions, known } = read(graded('Kent', '2022-05-09', { [OVERALL]: 'Good' })).coverage;
    assert.equal(known, 1);
    const south = regions.find(({ region }) => region === 'South East')!;
    assert.ok(south.known === 1 && south.without.includes('Surrey') && !south.without.includes('Kent'));
    assert.ok(!regions.some(({ without }) => without.includes('Cumbria')));
  });

  it('says which records it could not count, and why', () => {
    assert.deepEqual(read('authority: Kirkless\nevent: SIF inspection\n', 'event: 4\n', 'authority: Kent\nevent: SIF inspection\n', graded('Cumbria', '2024-02-05', { [OVERALL]: 'Good' })).left.map(({ name, why }) => `${name} / ${why}`), [
      'Kirkless: SIF inspection / no authority that is known', '4 / no authority that is known', 'Kent: SIF inspection / no date', 'Cumbria: ILACS standard inspection / the authority was not there on that day',
    ]);
  });

  it('of one authority says what it holds', () => {
    assert.match(overviewText(read(graded('Kent', '2022-05-09', { [OVERALL]: 'Good' }))), /^Grades that 1 authority holds$/m);
  });

  it('of nothing says so', () => {
    const view = overview([]);
    for (const text of [writeOverview(view, { leadsToText: true }).text, overviewMarkdown(view), overviewText(view)]) assert.match(text, /No records/);
    assert.equal(view.coverage.all, 153);
  });

  it('takes records with every mistake', () => {
    for (const record of ['', 'authority: Kent\nevent: 3\n', 'judgements: Good\n', 'authority: Kent\nevent: SIF inspection\npublished: 2099-01-01\njudgements:\n  x: y\nactions: [a, {due: soon}, {due: 2020, action: {a: b}}]\n']) {
      const view = read(record, record);
      for (const text of [writeOverview(view, { leadsToText: true }).text, overviewMarkdown(view), overviewText(view)]) assert.ok(!/NaN|undefined|Infinity/.test(text), record);
    }
  });
});

describe('a thousand records', () => {
  /** How often records were looked into. */
  function lookedInto(records: readonly Placed[]): number {
    let looks = 0;
    const counted = records.map(({ inspection, ...place }) => ({ ...place, inspection: new Proxy(inspection, { get: (target, key: keyof Inspection) => { looks++; return target[key]; } }) }));
    writeOverview(overview(counted), { leadsToText: true });
    return looks;
  }

  const many = (number: number) => new Folder({ 'a.inspection.yaml': Array.from({ length: number }, (_, n) => oneRecord(n)).join('---\n') }, newChecker().reader).all();

  it('are each looked into a few times, however many there are', () => {
    const [half, all] = [lookedInto(many(500)), lookedInto(many(1000))];
    assert.ok(all / 1000 < 60, `${all / 1000} looks at each`);
    assert.ok(all / half < 2.6, `${all / half} times the looks for twice the records`);
  });

  it('make a page that is no longer than its authorities are many', () => {
    const { length } = writeOverview(overview(many(1000)), { leadsToText: true }).text;
    assert.ok(length < 500_000, String(length));
  });
});
