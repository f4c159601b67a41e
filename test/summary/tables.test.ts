import assert from 'node:assert/strict';
import { TODAY } from '../support/checker';
import type { ListSection, TableSection } from '../../server/summary/view';
import { lastView, readFixture } from './fixtures';

const KENT = 'authority: Kent\nevent: ILACS standard inspection\npublished: 2024-01-10\n';

function tableOf(text: string, id: string): TableSection | undefined {
  return lastView(text).sections.find(section => section.id === id) as TableSection | undefined;
}

/** Cells as people read them. */
function rows(text: string, id: string): string[][] {
  return tableOf(text, id)!.rows.map(cells => cells.map(line => line.map(({ text: words, mark }) => words + (mark ? ` [${mark}]` : '')).join('')));
}

describe('the actions of a record', () => {
  const actions = (list: string) => `${KENT}actions:\n${list}`;

  it('stand in a table with the columns that are filled', () => {
    assert.deepEqual(tableOf(readFixture('kirklees-2024'), 'actions')!.columns, ['Action', 'Addresses', 'Owner', 'Due', 'Status']);
    assert.deepEqual(tableOf(actions('  - {action: One, status: done}\n  - Two'), 'actions')!.columns, ['Action', 'Status']);
    assert.deepEqual(rows(actions('  - {action: One, status: done}\n  - Two'), 'actions'), [['One', 'Done'], ['Two', '']]);
  });

  it('are marked where they are late and not settled', () => {
    const due = (day: string, status: string) => rows(actions(`  - {action: One, due: ${day}, status: ${status}}`), 'actions')[0]![1];
    const { year, month } = TODAY;
    assert.equal(due('2025-03', 'in progress'), 'March 2025 [overdue]');
    assert.equal(due('2025-03', 'done'), 'March 2025');
    assert.equal(due('2025-03', 'dropped'), 'March 2025');
    assert.equal(due('2025-03', 'Done'), 'March 2025');
    assert.equal(due('2025-03', 'completed'), 'March 2025', 'not known to be late');
    assert.equal(due('2025-03', '""'), 'March 2025 [overdue]');
    assert.equal(due(`${year}-${month}`, 'in progress'), 'November 2026', 'the month is not over');
    assert.equal(due('soon', 'in progress'), 'soon [not a date]');
  });

  it('are counted by their states', () => {
    const list = '  - {action: One, status: done}\n  - {action: Two, status: in progress, due: 2025-01-01}\n  - {action: Three, status: in progress}';
    assert.equal(tableOf(actions(list), 'actions')!.note, '3 actions: 2 in progress, 1 done, 1 overdue');
  });

  it('know the place of each cell', () => {
    const text = actions('  - {action: One, status: done}');
    const [cells] = tableOf(text, 'actions')!.rows;
    assert.deepEqual(cells!.map(([run]) => text.slice(run!.at, run!.at! + 3)), ['One', 'don']);
  });
});

describe('the sources of a record', () => {
  const source = (text: string) => (lastView(text).sections.find(({ id }) => id === 'sources') as ListSection).groups[0]!.items.at(-1)!;
  const said = (text: string) => source(text).details.map(({ label, value }) => `${label}: ${value.text}${value.mark ? ` [${value.mark}]` : ''}`);

  it('are titles that lead to their addresses', () => {
    const { main } = source(readFixture('kirklees-2024'));
    assert.deepEqual([main.text, main.url], ['Council slides', 'https://democracy.kirklees.gov.uk/slides']);
  });

  it('tell what they say otherwise beside what the record says', () => {
    assert.deepEqual(said(readFixture('kirklees-2024')), ['Read on: 15 January 2025', 'Says of fieldwork: three weeks in July [this record: 8–19 July 2024, 10 working days on site]']);
    const text = `${KENT}fieldwork: {start: 2023-11-06}\njudgements: {Overall effectiveness: Good}\nsources:\n  - title: T\n    says:\n      published: 2024-01-12\n      fieldwork: {start: 2023-10}\n      judgements: {Overall effectiveness: Inadequate}\n      colour: red`;
    assert.deepEqual(said(text), [
      'Says of published: 12 January 2024 [this record: 10 January 2024]', 'Says of fieldwork, first day: October 2023 [this record: 6 November 2023]',
      'Says of judgements, Overall effectiveness: Inadequate [this record: Good]', 'Says of colour: red',
    ]);
    assert.deepEqual(said(`${KENT}sources:\n  - {title: T, says: {published: 2024-01-10}}`), ['Says of published: 10 January 2024']);
    assert.deepEqual(said(`${KENT}sources:\n  - {title: T, says: otherwise}`), ['Says otherwise: otherwise']);
  });
});

describe('what happens next', () => {
  const ilacs = (day: string, overall: string, more = '') => `authority: Kent\nevent: ILACS standard inspection\nfieldwork: {start: ${day}, end: ${day}}\n${more}judgements: {Overall effectiveness: ${overall}}\n`;
  const steps = (...records: string[]) => (tableOf(records.join('---\n'), 'next') ? rows(records.join('---\n'), 'next').map(([what, when]) => `${what}: ${when}`) : []);

  it('is estimated, says so, and gives a reason and its source', () => {
    const [, next] = rows(ilacs('2026-05-11', 'Good').replace('Overall effectiveness', 'care leavers'), 'next');
    assert.deepEqual(next!.slice(0, 2), ['ILACS standard inspection or ILACS short inspection', 'between November 2028 and November 2029 [estimated]']);
    assert.match(next![2]!, /not confirmed.* Source: .*27 November 2025\.$/);
  });

  it('depends on the grade', () => {
    const after = (grade: string) => steps(ilacs('2025-06-02', grade, 'published: 2025-07-14\n')).slice(1);
    assert.deepEqual(after('Good'), ['ILACS short inspection: between December 2027 and December 2028 [estimated]']);
    assert.deepEqual(after('Requires improvement to be good'), ['ILACS standard inspection: between December 2027 and December 2028 [estimated]']);
    assert.deepEqual(after('Inadequate'), [
      'Monitoring visit: by about 18 November 2025 [estimated; there is no record of it]', 'ILACS standard inspection: between December 2027 and August 2029 [estimated]',
    ]);
  });

  it('counts working days from the publication', () => {
    assert.equal(steps(ilacs('2026-10-05', 'Good', 'published: 2026-11-16\n'))[0], 'Written statement of action, published by the council: by 25 February 2027 [estimated]');
    assert.equal(steps(ilacs('2026-10-05', 'Good'))[0], 'Written statement of action, published by the council: 70 working days after publication');
    assert.equal(steps(ilacs('2026-10-05', 'Good', 'published: 2026-11\n'))[0], 'Written statement of action, published by the council: 70 working days after publication');
  });

  it('is what the record says, where it says so', () => {
    assert.equal(steps(readFixture('kirklees-2024'))[0], 'Written statement of action, published by the council: Action plan submitted: 5 December 2024');
  });

  it('is what came, where it came', () => {
    const visit = 'authority: Kent\nevent: Monitoring visit\nfieldwork: {start: 2026-01-12}\n';
    const bad = ilacs('2025-06-02', 'Inadequate', 'published: 2025-07-14\n');
    assert.equal(steps(visit, bad)[1], 'Monitoring visit: January 2026');
    // A short inspection was to be expected, a standard one came.
    assert.deepEqual(steps(ilacs('2022-05-09', 'Good'), ilacs('2018-05-14', 'Good', 'published: 2018-07-02\n')), ['ILACS short inspection: May 2022, ILACS standard inspection']);
  });

  it('after a visit is what follows from the inspection before it', () => {
    const visit = 'authority: Kent\nevent: ILACS focused visit\nfieldwork: {start: 2026-01-12}\n';
    assert.deepEqual(steps(ilacs('2025-06-02', 'Good', 'published: 2025-07-14\n'), visit), ['ILACS short inspection: between December 2027 and December 2028 [estimated]']);
    assert.deepEqual(steps(visit), []);
    assert.equal(steps(`${visit}published: 2026-02-02\npriority_actions: [One]\n`)[0], 'Action plan on the areas for priority action: by 14 May 2026 [estimated; there is no record of it]');
    assert.deepEqual(steps(visit.replace('ILACS focused visit', 'Monitoring visit')), ['Monitoring visit: about April 2026 [estimated; there is no record of it]']);
  });

  it('is as coarse as the date that it is counted from', () => {
    const [, year] = steps(ilacs('2025', 'Good').replace(', end: 2025', ''));
    assert.equal(year, 'ILACS short inspection: between July 2027 and June 2029 [estimated]');
  });

  it('follows from the outcome of an area inspection', () => {
    const send = (outcome: string) => steps(`authority: Kent\nevent: Area SEND inspection\nfieldwork: {start: 2026-03-02}\noutcome: ${outcome}\n`);
    assert.deepEqual(send('typically positive'), ['Area SEND inspection: about March 2031 [estimated]']);
    assert.deepEqual(send('systemic failings'), ['Area SEND inspection: about March 2029 [estimated]', 'Area SEND monitoring inspection: about September 2027 [estimated]']);
  });

  it('is not told of an inspection of long ago whose time nobody knows', () => {
    assert.deepEqual(steps('authority: Kent\nevent: SLAC inspection\npublished: 2010-11-19\n'), []);
  });
});

describe('the journey in a record', () => {
  const visit = (day: string) => `authority: Kent\nevent: ILACS focused visit\nfieldwork: {start: ${day}}\n`;

  it('holds all records of the authority in order of date, this one marked', () => {
    const { journey } = lastView([visit('2019-02-05'), KENT.replace('Kent', 'Leeds'), visit('2018-05-01'), `${KENT}judgements: {Overall effectiveness: Good}\n`].join('---\n'));
    assert.deepEqual(journey!.steps.map(({ when, event, grade, isThis, pause }) => [when.text, event, grade?.letter, isThis, pause]), [
      ['May 2018', 'ILACS focused visit', undefined, false, undefined], ['February 2019', 'ILACS focused visit', undefined, false, '4 years later'],
      ['January 2024', 'ILACS standard inspection', 'G', true, undefined],
    ]);
    assert.equal(lastView(KENT).journey, undefined);
  });

  it('takes two records of one event for one', () => {
    assert.deepEqual(lastView([KENT, visit('2019-02-05'), `${KENT}judgements: {Overall effectiveness: Good}\n`].join('---\n')).journey!.steps.length, 2);
  });

  it('tells those near by, where there are many', () => {
    const { journey } = lastView(Array.from({ length: 30 }, (_, index) => visit(`2018-01-${String(index + 1).padStart(2, '0')}`)).join('---\n'));
    assert.deepEqual([journey!.steps.length, journey!.count, journey!.earlier, journey!.later], [8, 30, 22, 0]);
  });
});
