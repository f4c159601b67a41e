import assert from 'node:assert/strict';
import type { JudgementRow, ListSection } from '../../server/summary/view';
import { lastView, readFixture } from './fixtures';

/** A record with the lines that a test is about. */
function record(lines: string, { authority = 'Kent', event = 'ILACS standard inspection' } = {}): string {
  return `authority: ${authority}\nevent: ${event}\n${lines}\n`;
}

function factOf(text: string, label: string): string | undefined {
  return lastView(text).facts.find(fact => fact.label === label)?.line.map(run => run.text + (run.mark ? ` [${run.mark}]` : '')).join('');
}

function rowsOf(text: string): string[] {
  return lastView(text).judgements!.rows.map(row => [row.name.text, row.grade?.text ?? row.absent, changeOf(row)].filter(part => part !== '').join(' | '));
}

function changeOf({ change }: JudgementRow): string {
  return change ? [change.text, change.then].filter(Boolean).join(', then ') : '';
}

describe('the dates of a record in words', () => {
  const fieldwork = (start: string, end: string) => factOf(record(`fieldwork: {start: ${start}, end: ${end}}`), 'Fieldwork');

  it('say what two days have in common once', () => {
    assert.equal(fieldwork('2024-07-08', '2024-07-19'), '8–19 July 2024, 10 working days on site');
    assert.equal(fieldwork('2024-06-28', '2024-07-09'), '28 June – 9 July 2024, 8 working days on site');
    assert.equal(fieldwork('2024-12-30', '2025-01-03'), '30 December 2024 – 3 January 2025, 4 working days on site');
    assert.equal(fieldwork('2024-07-08', '2024-07-08'), '8 July 2024, 1 working day on site');
    assert.equal(fieldwork('2018-06', '2018-07'), 'June – July 2018');
    assert.equal(fieldwork('2017', '2018'), '2017 – 2018');
  });

  it('keep a wrong order and what is no date as they are', () => {
    assert.equal(fieldwork('2024-07-19', '2024-07-08'), '19 July 2024 – 8 July 2024');
    assert.equal(fieldwork('2024-07-08', 'soon'), '8 July 2024 – soon [not a date]');
    assert.equal(factOf(record('fieldwork: two weeks in July'), 'Fieldwork'), 'two weeks in July');
  });

  it('join several stays, and count their working days together', () => {
    const stays = 'fieldwork:\n  - {start: 2019-07-08, end: 2019-07-12}\n  - {start: 2019-08-07, end: 2019-08-08}';
    assert.equal(factOf(record(stays), 'Fieldwork'), '8–12 July 2019 and 7–8 August 2019, 7 working days on site');
  });

  it('say how long the report took, where both days are known', () => {
    const published = (end: string, day: string) => factOf(record(`fieldwork: {start: 2024-07-08, end: ${end}}\npublished: ${day}`), 'Published');
    assert.equal(published('2024-07-19', '2024-08-28'), '28 August 2024, 27 working days after fieldwork');
    assert.equal(published('2024-07-19', '2024-08'), 'August 2024');
    assert.equal(published('2024-07-19', '2024-07-01'), '1 July 2024');
  });

  it('carry the date for machines', () => {
    const { facts, event } = lastView(record('fieldwork: {start: 2024-07-08, end: 2024-07-19}'));
    assert.deepEqual(facts[0]!.line.map(({ iso }) => iso), ['2024-07-08', undefined, '2024-07-19', undefined]);
    assert.deepEqual(event.map(({ text, iso }) => [text, iso]), [['ILACS standard inspection', undefined], [', ', undefined], ['July 2024', '2024-07']]);
  });
});

describe('the head of a record', () => {
  it('names authority, event and month, and what is known of the authority', () => {
    const view = lastView(readFixture('kirklees-2024'));
    assert.equal(view.title, 'Kirklees: ILACS standard inspection, July 2024');
    assert.equal(view.shortTitle, 'Kirklees, July 2024');
    assert.deepEqual(view.about, ['Metropolitan borough', 'Yorkshire and the Humber', 'E08000034']);
    assert.equal(factOf(readFixture('kirklees-2024'), 'Framework'), 'ILACS, January 2023 to March 2026');
  });

  it('shows another spelling of a name as the name, and an unknown one as it was typed', () => {
    assert.equal(lastView(record('published: 2024', { authority: 'kent county council' })).authority.text, 'Kent');
    const { authority, event } = lastView(record('published: 2024', { authority: 'Kemt', event: 'a visit' }));
    assert.deepEqual([authority.text, authority.mark], ['Kemt', 'no such authority']);
    assert.deepEqual([event[0]!.text, event[0]!.mark], ['a visit', 'no such event']);
  });

  it('says what is missing', () => {
    const { title, shortTitle } = lastView('published: 2024-01-01\n');
    assert.equal(title, 'Authority not given: Event not given, January 2024');
    assert.equal(shortTitle, 'Authority not given, January 2024');
  });

  it('names the record that another follows, where it is known', () => {
    const inspection = record('id: kent-2022\nfieldwork: {start: 2022-05-09}');
    const visit = (id: string) => record(`published: 2023-05-02\nfollows: ${id}`, { event: 'ILACS focused visit' });
    assert.equal(factOf(`${inspection}---\n${visit('kent-2022')}`, 'Follows'), 'ILACS standard inspection, May 2022 (kent-2022)');
    assert.equal(factOf(`${inspection}---\n${visit('kent-2012')}`, 'Follows'), 'kent-2012');
    assert.equal(factOf(visit('kent-2022'), 'Follows'), 'kent-2022');
    const [step] = lastView(`${inspection}---\n${visit('kent-2022')}`).facts.find(({ id }) => id === 'follows')!.line;
    assert.deepEqual([step!.record, step!.at], [0, undefined], 'it leads to the other record');
  });

  it('tells when an authority came to its end', () => {
    const { about } = lastView(record('published: 2018-03-01', { authority: 'Northamptonshire', event: 'ILACS focused visit' }));
    assert.equal(about.at(-1), 'until 31 March 2021');
  });

  it('does not guess an edition', () => {
    assert.equal(factOf(record('fieldwork: {start: 2026}'), 'Framework'), 'ILACS, January 2023 to March 2026 or ILACS, from April 2026 [the date does not tell which]');
    assert.equal(factOf(record('fieldwork: {start: 2012-05-07}'), 'Framework'), 'none in force for this event [check event and date]');
    assert.equal(factOf(record('published: 2024-01-01', { event: 'ILACS focused visit' }), 'Framework'), undefined);
  });
});

describe('the grades in one sentence', () => {
  it('begins with the overall grade', () => {
    assert.equal(lastView(readFixture('kirklees-2024')).headline!.text,
      'Good overall, and for impact of leaders, help and protection, and children in care; requires improvement to be good for care leavers.');
    assert.equal(lastView(readFixture('kirklees-2016')).headline!.text,
      'Inadequate overall, and for help and protection, children looked after, and leadership; requires improvement for adoption and care leavers.');
  });

  it('does without one', () => {
    assert.equal(lastView(readFixture('brent-2026')).headline!.text, 'Good for impact of leaders, help and protection, children in care, and care leavers.');
    assert.equal(lastView(readFixture('herefordshire-visit')).headline, undefined);
  });

  it('says only what is there', () => {
    assert.equal(lastView(record('fieldwork: {start: 2024-07-08}\njudgements: {Overall effectiveness: good}')).headline!.text, 'Good overall.');
    assert.equal(lastView(record('fieldwork: {start: 2024-07-08}\njudgements: {Overall effectiveness: nice}')).headline, undefined);
  });

  it('leaves out what is about another body, unless there is nothing else', () => {
    const lscb = 'judgements: {LSCB: Good}';
    assert.equal(lastView(record(`published: 2015-08-03\n${lscb}`, { event: 'LSCB review' })).headline!.text, 'Good for LSCB.');
    assert.doesNotMatch(lastView(readFixture('kirklees-2016')).headline!.text, /LSCB/);
  });
});

describe('the judgements of a record', () => {
  const on2024 = 'fieldwork: {start: 2024-07-08, end: 2024-07-19}';

  it('stand in printed order under their official names, however they were written', () => {
    assert.deepEqual(rowsOf(record(`${on2024}\npublished: 2024-08-28\njudgements:\n  overall: G\n  care leavers: 3\n  leadership: good`)), [
      'The impact of leaders on social work practice with children and families | Good',
      'The experiences and progress of children who need help and protection | not given',
      'The experiences and progress of children in care | not given',
      'The experiences and progress of care leavers | Requires improvement to be good',
      'Overall effectiveness | Good',
    ]);
  });

  it('are called unpublished, not missing, before the report is out', () => {
    assert.equal(rowsOf(record(on2024))[0], 'The impact of leaders on social work practice with children and families | not published yet');
    assert.equal(rowsOf(record(`${on2024}\npublished: 2024-08-28`))[0], 'The impact of leaders on social work practice with children and families | not given');
  });

  it('show what does not belong, and say so', () => {
    const { rows } = lastView(readFixture('mistakes')).judgements!;
    assert.deepEqual(rows.map(({ name, grade }) => [name.mark, grade?.mark]), [
      [undefined, undefined], ['no such judgement', undefined], [undefined, undefined], [undefined, 'not on this scale'], [undefined, undefined],
      ['not in this framework', 'no such grade'],
    ]);
  });

  it('show a judgement that stands twice twice', () => {
    const rows = rowsOf(record(`${on2024}\njudgements:\n  Overall effectiveness: Good\n  overall: Inadequate`));
    assert.deepEqual(rows.slice(4), ['Overall effectiveness | Inadequate', 'Overall effectiveness | Good']);
  });

  it('are shown as written while the edition is not known, and on events that carry none', () => {
    assert.deepEqual(rowsOf('judgements: {overall: Good}\n'), ['Overall effectiveness | Good']);
    assert.deepEqual(rowsOf(record(`${on2024}\njudgements: {Overall effectiveness: Good}`, { event: 'Monitoring visit' })), ['Overall effectiveness | Good']);
    assert.equal(lastView(readFixture('herefordshire-visit')).judgements, undefined);
  });

  it('know the place of each in the text', () => {
    const text = readFixture('kirklees-2016').split('---\n')[1]!;
    for (const { name, grade } of lastView(text).judgements!.rows) {
      assert.equal(text.slice(name.at, name.at! + name.text.length), name.text);
      assert.equal(text.slice(grade!.at, grade!.at! + grade!.text.length), grade!.text);
    }
  });
});

describe('changes since the graded inspection before', () => {
  it('set the combined care judgement against both later ones', () => {
    assert.deepEqual(lastView(readFixture('kirklees-2024')).judgements!.rows.map(changeOf), [
      'up from Requires improvement to be good',
      'up from Requires improvement to be good',
      'up from Requires improvement to be good, then children in care and care leavers together',
      'no change, then children in care and care leavers together',
      'up from Requires improvement to be good',
    ]);
  });

  it('tell the headline that is not reported any more', () => {
    const { rows } = lastView(readFixture('brent-2026')).judgements!;
    const { name, absent, change } = rows.at(-1)!;
    assert.deepEqual([name.text, absent, change?.text], ['Overall effectiveness', 'not reported since April 2026', 'was Good']);
    assert.deepEqual(rows.map(({ change: each }) => each?.direction), ['same', 'down', 'same', 'up', 'other']);
  });

  it('leave alone what was not judged alike', () => {
    const { rows, previous } = lastView(readFixture('kirklees-2016')).judgements!;
    assert.deepEqual(previous, { event: 'SLAC inspection', when: 'November 2011', comparable: false });
    assert.ok(rows.every(({ change }) => change === undefined));
  });

  it('do not set a joined judgement against one of its parts', () => {
    const sif = record('published: 2016-11-25\njudgements: {overall: Inadequate, help and protection: Inadequate, care leavers: Good}', { event: 'SIF inspection' });
    const ilacs = record('published: 2019-08-05\njudgements: {overall: Good, help and protection: Inadequate, children in care and care leavers: Good}');
    assert.deepEqual(lastView(`${sif}---\n${ilacs}`).judgements!.rows.map(changeOf), ['', 'no change', '', 'up from Inadequate']);
  });

  it('look past a review of another body, other authorities, later inspections and visits', () => {
    const judged = (day: string, grade: string, authority = 'Surrey') => record(`fieldwork: {start: ${day}}\njudgements: {overall: ${grade}, help and protection: Good}`, { authority, event: day < '2018' ? 'SIF inspection' : 'ILACS standard inspection' });
    const others = [
      judged('2014-10-21', 'Inadequate'),
      record('fieldwork: {start: 2015-06-15}\njudgements: {LSCB: Good}', { authority: 'Surrey', event: 'LSCB review' }),
      record('fieldwork: {start: 2017-01-10}', { authority: 'Surrey', event: 'Monitoring visit' }),
      judged('2016-05-09', 'Outstanding', 'Kent'),
      judged('2022-01-17', 'Outstanding'),
    ];
    const { rows, previous } = lastView([...others, judged('2018-02-26', 'Inadequate')].join('---\n')).judgements!;
    assert.deepEqual(previous, { event: 'SIF inspection', when: 'October 2014', comparable: true });
    assert.equal(changeOf(rows.at(-1)!), 'no change');
  });

  it('say nothing of better or worse where a grade is off the scale', () => {
    const isles = (day: string, grade: string) => record(`fieldwork: {start: ${day}}\njudgements: {adoption: ${grade}}`, { authority: 'Isles of Scilly', event: 'SIF inspection' });
    const [adoption] = lastView(`${isles('2014-02-03', 'Not judged')}---\n${isles('2016-02-01', 'Good')}`).judgements!.rows.filter(({ name }) => name.text === 'Adoption performance');
    assert.deepEqual(adoption!.change, { direction: 'other', text: 'was Not judged', then: undefined });
  });
});

describe('the sections of a record', () => {
  const section = (text: string, id: string) => lastView(text).sections.find(each => each.id === id) as ListSection;

  it('put findings under the judgement they belong to, wherever that is written', () => {
    const { groups, count } = section(readFixture('kirklees-2024'), 'strengths');
    assert.equal(count, 3);
    assert.deepEqual(groups.map(({ title, items }) => [title, items.length]), [[undefined, 1], ['Impact of leaders', 1], ['Children in care', 1]]);
    assert.deepEqual(section(readFixture('kirklees-2024'), 'needs_improvement').groups.map(({ title }) => title), [undefined, 'Care leavers']);
  });

  it('name what an entry says beside its text', () => {
    const [first] = section(readFixture('kirklees-2024'), 'needs_improvement').groups[0]!.items;
    assert.deepEqual(first!.details.map(({ label, value }) => `${label}: ${value.text}`), ['National framework: outcome 4: Children in care and care leavers have stable, loving homes']);
  });

  it('give quotes their marks once', () => {
    const quote = (text: string) => section(record(`published: 2024\nquotes:\n  - text: ${JSON.stringify(text)}`), 'quotes').groups[0]!.items[0]!.main.text;
    assert.equal(quote('“strong leadership”'), 'strong leadership');
    assert.equal(quote('"strong leadership"'), 'strong leadership');
    assert.equal(quote('“strong” and “stable”'), '“strong” and “stable”');
  });

  it('are not there when they are empty, and take one value for a list of one', () => {
    assert.deepEqual(lastView(record('published: 2024\nstrengths:\nnotes: ""\nactions: []', { event: 'Assurance visit' })).sections, []);
    assert.equal(section(record('published: 2024\nstrengths: One'), 'strengths').groups[0]!.items[0]!.main.text, 'One');
  });

  it('leave out the fields of the user\'s own, and never invent one', () => {
    assert.deepEqual(lastView(record('published: 2024\nx_colour: [red]\nconstructor: [a]\n__proto__: [b]', { event: 'Assurance visit' })).sections, []);
  });

  it('show the outcome of an area inspection with its meaning', () => {
    const { outcome } = lastView(readFixture('kirklees-send'));
    assert.deepEqual([outcome!.grade.text, outcome!.grade.letter, outcome!.grade.tone], ['Lead to inconsistent experiences and outcomes', '2', 'middling']);
    assert.match(outcome!.meaning!, /three years/);
    assert.equal(lastView(record('published: 2024\noutcome: Good')).outcome!.grade.mark, 'not for this event');
  });
});
