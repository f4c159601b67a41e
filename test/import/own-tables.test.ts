import assert from 'node:assert/strict';
import { findingsIn, importTables, makeXlsx } from './support';

// What people keep in spreadsheets of their own: other headings than those of published tables, a row for each judgement, a title above.

const csv = (...rows: string[]) => `${rows.join('\n')}\n`;
const imported = (...rows: string[]) => importTables({ 'own.csv': csv(...rows) });

const HELP = 'The experiences and progress of children who need help and protection';
const LEADERS = 'The impact of leaders on social work practice with children and families';

describe('tables with a row for each judgement', () => {
  const HEADINGS = 'Council,Inspection type,Inspection date,Judgement,Grade';

  it('become a record for each inspection, wherever its rows stand', () => {
    const { text, notes } = imported(HEADINGS, 'Kent,standard,09/05/2022,Overall effectiveness,Outstanding', 'Kent,standard,09/05/2022,Impact of leaders,Outstanding', 'Leeds,short,21/02/2022,Overall effectiveness,Outstanding', 'Kent,standard,09/05/2022,Help and protection,Good');
    assert.deepEqual(notes, []);
    assert.equal(text, `authority: Kent
event: ILACS standard inspection
fieldwork:
  start: 2022-05-09
judgements:
  ${LEADERS}: Outstanding
  ${HELP}: Good
  Overall effectiveness: Outstanding
sources:
  - title: own.csv, rows 2, 3 and 5
---
authority: Leeds
event: ILACS short inspection
fieldwork:
  start: 2022-02-21
judgements:
  Overall effectiveness: Outstanding
sources:
  - title: own.csv, row 4
`);
  });

  it('may call their columns as they like, and hold others: those are named', () => {
    const { text, notes } = imported('Rating,Council,What was judged,Date of inspection,Remark', 'Good,Kent,Overall effectiveness,09/05/2022,x', 'RI,Kent,Care leavers,09/05/2022,');
    assert.match(text, /^judgements:.*\n {2}The experiences and progress of children in care and care leavers: Requires improvement to be good\n {2}Overall effectiveness: Good\nsources:\n {2}- title: own\.csv, rows 2 to 3\n/m);
    assert.deepEqual(notes, ["own.csv: 1 column is not known and left out: 'Remark'."]);
  });

  it('may say only once what several rows are about, as where cells were made one', () => {
    const rows = [['Council', 'Inspection type', 'Inspection date', 'Area', 'Grade'], ['Kent', 'standard', { day: '2022-05-09' }, 'Overall effectiveness', 'Outstanding'], ['', '', '', 'Help and protection', 'Good'], ['Leeds', 'short', { day: '2022-02-21' }, 'Overall effectiveness', 'Outstanding']];
    const { text, records } = importTables({ 'own.xlsx': makeXlsx({ Mine: rows }) });
    assert.equal(records, 2);
    assert.match(text, new RegExp(`^authority: Kent\\n[^]*  ${HELP}: Good\\n  Overall effectiveness: Outstanding\\nsources:\\n  - title: own.xlsx, sheet 'Mine', rows 2 to 3\\n`));
  });

  it('that grade a judgement twice tell of it: the first is kept', () => {
    const { text, notes } = imported(HEADINGS, 'Kent,standard,09/05/2022,Overall effectiveness,Good', 'Kent,standard,09/05/2022,Overall effectiveness,Outstanding', 'Kent,standard,09/05/2022,Overall effectiveness,Good');
    assert.deepEqual(notes, ["own.csv, row 3: 'Overall effectiveness' is Outstanding, where own.csv, rows 2 and 4 has Good; the first is kept."]);
    assert.deepEqual(findingsIn(text).filter(({ rule }) => rule !== 'missing-judgement').map(({ rule }) => rule), ['source-conflict']);
  });

  it('that name what is no judgement of the framework in force say so in the record', () => {
    const { text } = imported(HEADINGS, 'Kent,standard,09/05/2022,Overall effectiveness,Good', 'Kent,standard,09/05/2022,Help and protection,Good', 'Kent,standard,09/05/2022,Parking,Good');
    assert.match(text, /^judgements: {2}# check: the framework in force has no judgement of its own for 'Parking'\n {2}The .*: Good\n {2}Overall effectiveness: Good\nsources:\n {2}- title: own\.csv, rows 2 to 4\n {4}says:\n {6}Parking: Good\n/m);
  });

  it('that hold anything but judgements in such columns are tables of inspections like others', () => {
    const many = Array.from({ length: 200 }, (_, index) => `Kent,standard,09/05/2022,${index % 2 ? 'Overall effectiveness' : `x${index}`},Good`);
    assert.match(imported(HEADINGS, ...many).notes[0]!, /2 columns are not known and left out: 'Judgement' and 'Grade'/);
  });
});

describe('headings of tables that people keep', () => {
  it('may be no more than "Type" or "Date": what stands below tells what they mean, with a doubt where it could be another day', () => {
    const { text, notes } = imported('Local authority,Type,Date,Overall effectiveness', 'Kent,ILACS standard,09/05/2022,Outstanding', 'Leeds,Short inspection,21/02/2022,Good');
    assert.deepEqual(notes, []);
    assert.match(text, /^event: ILACS standard inspection\nfieldwork:\n {2}start: 2022-05-09 {2}# check: the table calls it 'Date': it may be another day$/m);
    const other = imported('Local authority,Type,Inspection date,Overall effectiveness', 'Kent,Shire County,09/05/2022,Outstanding');
    assert.deepEqual(other.notes, ["own.csv: 1 column is not known and left out: 'Type'."]);
  });

  it('may lead to notes, and say how days are written; cells may say that they were revised, or cannot be told', () => {
    const { text, notes } = imported('Local authority*,Inspection date [note 1],Publication date (dd/mm/yyyy),Inspection type,Overall effectiveness [note 2],Care leavers ¹,Lead inspector(s)', 'Kent,09/05/2022,05/07/2022,standard,Good [r],[x],Ann Other');
    assert.deepEqual(notes, []);
    assert.match(text, /^authority: Kent\nevent: .*\nfieldwork:\n {2}start: 2022-05-09\npublished: 2022-07-05\nlead_inspector: Ann Other\njudgements:\n {2}Overall effectiveness: Good\nsources:\n {2}- title: own\.csv, row 2\n$/);
  });

  it('number visits', () => {
    assert.match(imported('Council,Visit date,Visit type,Visit number', 'Kent,09/05/2022,monitoring visit,3').text, /^event: Monitoring visit\nordinal: 3\n/m);
  });

  it('that are clear go before those that are not', () => {
    const { text } = imported('Local authority,Date,Type,Inspection start date,Inspection type', 'Kent,05/07/2022,short,09/05/2022,ILACS standard inspection');
    assert.match(text, /^event: ILACS standard inspection\nfieldwork:\n {2}start: 2022-05-09\nsources/m);
  });
});

describe('days and grades that stand in several columns', () => {
  it('are those of several inspections, where their headings are the same', () => {
    const { text } = imported('LA,Inspection type,Overall,Published,Inspection type,Overall,Published', 'Kirklees,standard,RI,05/08/2019,standard,Good,28/08/2024');
    assert.match(text, /^published: 2019-08-05\njudgements:\n {2}Overall effectiveness: Requires improvement to be good\n[^]*^published: 2024-08-28\njudgements:\n {2}Overall effectiveness: Good\n/m);
  });

  it('are left out where they are about something else than the inspection', () => {
    for (const heading of ['Action plan published', 'Plan publication date']) {
      const { text, notes } = imported(`Council,Inspection date,Inspection type,Overall,${heading}`, 'Kirklees,08/07/2024,standard,Good,06/12/2024');
      assert.match(text, /^authority: Kirklees\nevent: ILACS standard inspection\nfieldwork:\n {2}start: 2024-07-08\njudgements:\n {2}Overall effectiveness: Good\nsources/);
      assert.deepEqual(notes, [`own.csv: 1 column is not known and left out: '${heading}'.`]);
    }
  });

  it('of one judgement are held against each other: the first is kept, and the record says what the other is', () => {
    const { text } = imported('Council,Published,Inspection type,Overall effectiveness,Overall judgement,Leadership,Impact of leaders', 'Kirklees,28/08/2024,standard,Good,RI,Good,good');
    assert.match(text, /^judgements: {2}# check: the table has 'RI' under 'Overall judgement', and 'Good' for the same judgement under 'Overall effectiveness', which is taken\n.*: Good\n {2}Overall effectiveness: Good\n[^]*says:\n {6}Overall judgement: RI\n$/m);
  });
});

describe('headings in two rows', () => {
  const DAYS = [{ day: '2024-07-08' }, { day: '2024-07-19' }, { day: '2024-08-28' }];

  it('name what is below them together with what is above', () => {
    const rows = [['Inspections of ours', '', '', '', '', '', '', ''], ['Authority', 'Fieldwork', '', 'Publication', 'Inspection', 'Judgements', '', 'Lead inspector'], ['', 'Start', 'End', 'Date', 'Type', 'Help and protection', 'Overall', ''], ['Kirklees', ...DAYS, 'standard', 'Good', 'RI', 'Ann Other']];
    const { text, notes } = importTables({ 'own.xlsx': makeXlsx({ Mine: rows }) });
    assert.deepEqual(notes, []);
    assert.equal(text, `authority: Kirklees
event: ILACS standard inspection
fieldwork:
  start: 2024-07-08
  end: 2024-07-19
published: 2024-08-28
lead_inspector: Ann Other
judgements:
  ${HELP}: Good
  Overall effectiveness: Requires improvement to be good
sources:
  - title: own.xlsx, sheet 'Mine', row 4
`);
  });

  it('tell several inspections of a row apart by what is above', () => {
    const { text, notes } = imported(',SIF,,ILACS,,', 'LA,Published,Overall,Published,Overall,Care leavers', 'Kirklees,25/11/2016,Inadequate,28/08/2024,Good,RI', 'Kent,13/06/2017,Good,,,');
    assert.deepEqual(notes, []);
    assert.deepEqual(text.match(/^(authority|event|published|  .*(?:effectiveness|leavers|title)).*$/gm), [
      'authority: Kirklees', 'event: SIF inspection', 'published: 2016-11-25', '  Overall effectiveness: Inadequate', "  - title: own.csv, row 3, 'SIF'",
      'authority: Kirklees', 'event: ILACS standard inspection  # check: the table does not say whether this was ILACS standard inspection or ILACS short inspection', 'published: 2024-08-28',
      '  The experiences and progress of care leavers: Requires improvement to be good', '  Overall effectiveness: Good', "  - title: own.csv, row 3, 'ILACS'",
      'authority: Kent', 'event: SIF inspection', 'published: 2017-06-13', '  Overall effectiveness: Good', "  - title: own.csv, row 4, 'SIF'",
    ]);
  });

  it('are not taken for two where rows of inspections follow, or what was judged before is beside', () => {
    assert.match(imported('Council,Inspection date,Inspection type,Overall', ',09/05/2022,short,Good', 'Kent,09/05/2022,short,Good').notes[0]!, /^own\.csv, row 2: it names no authority\. Where its cell was made one/);
    const { text } = imported(',Previous inspection,,This inspection,,', 'LA,Published,Overall,Published,Overall,Type', 'Kent,13/06/2017,Good,05/07/2022,Outstanding,ILACS short');
    assert.match(text, /^authority: Kent\nevent: ILACS short inspection\npublished: 2022-07-05\njudgements:\n {2}Overall effectiveness: Outstanding\nsources:\n.*row 3\n$/);
  });
});

describe('several tables on one sheet', () => {
  it('are each read by their own headings; those that are said again on each page are no table and no row', () => {
    const { text, notes } = imported('LA,Inspection date,Published,Type,Overall', 'Kent,09/05/2022,05/07/2022,standard,Outstanding', '', 'Visits', 'LA,Published,Visit date,Theme,Type of visit', 'Leeds,20/04/2024,12/03/2024,Front door,focused visit', 'LA,Published,Visit date,Theme,Type of visit', 'Bradford,20/05/2024,12/04/2024,Care leavers,monitoring');
    assert.deepEqual(notes, []);
    assert.deepEqual(text.match(/^(?:authority|event|theme|published| {2}start| {2}- title).*$/gm), [
      'authority: Kent', 'event: ILACS standard inspection', '  start: 2022-05-09', 'published: 2022-07-05', '  - title: own.csv, row 2',
      'authority: Leeds', 'event: ILACS focused visit', 'theme: Front door', '  start: 2024-03-12', 'published: 2024-04-20', '  - title: own.csv, row 6',
      'authority: Bradford', 'event: Monitoring visit', 'theme: Care leavers', '  start: 2024-04-12', 'published: 2024-05-20', '  - title: own.csv, row 8',
    ]);
  });
});

describe('rows that look like headings', () => {
  it('are rows where they name no day, however many there are', () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `Kent,0${index % 9 + 1}/13/20${10 + index % 9},short,Council`);
    const { notes } = imported('LA,Date,Type,Body', ...rows);
    assert.deepEqual(notes, ["own.csv: 1 column is not known and left out: 'Body'."]);
  });
});

describe('cells of tables that people keep', () => {
  const start = (day: string) => /^fieldwork:\n((?: .*\n)+)/m.exec(imported('Council,Inspection dates,Inspection type', `Kent,"${day}",focused visit`).text)?.[1];

  it('have several days, or a day in any words', () => {
    for (const day of ['9 to 20 May 2022', '9-20 May 2022', '09/05/2022 - 20/05/2022', '2022-05-09 to 2022-05-20', 'Monday 9 May 2022 until Friday 20 May 2022', 'Mon 9 – Fri 20 May 2022', '09/05/22–20/05/22', '09/05/2022-20/05/2022']) assert.equal(start(day), '  start: 2022-05-09\n  end: 2022-05-20\n', day);
    for (const day of ['Monday 9 May 2022', 'Mon 09 May 2022', '9th May 2022', '9 May 2022', '9 May ’22', 'May 9, 2022', '09-05-2022', '2022/05/09', '09/05/2022 09:30', '2022-05-09T00:00:00Z']) assert.equal(start(day), '  start: 2022-05-09\n', day);
    assert.equal(start('8 to 12 July 2019 and 7 and 8 August 2019'), '  - start: 2019-07-08\n    end: 2019-07-12\n  - start: 2019-08-07\n    end: 2019-08-08\n');
    for (const day of ['20/05/2022 - 09/05/2022', '9 to 5', 'May 2022', '10 weeks 2022', '09-05-22', 'soon']) assert.equal(start(day), undefined, day);
  });

  it('have days that cannot be read beside one that can: the record says so, and what is there', () => {
    const { text, notes } = imported('Council,Start,End,Published,Type', 'Kent,w/c 9 May 2022,31/06/2022,05/07/2022,focused visit', 'Leeds,,tbc,July 2022,focused visit', 'York,,,,');
    assert.match(text, /^# check: under 'Start' the table has 'w\/c 9 May 2022', which is no day that can be read; check: under 'End' the table has '31\/06\/2022', which [^]*^published: 2022-07-05\n[^]*^ {4}says:\n {6}Start: w\/c 9 May 2022\n {6}End: 31\/06\/2022\n$/m);
    assert.deepEqual(notes, ["own.csv, row 3: 'July 2022' under 'Published' is no day that can be read; write it as 2024-07-31 or 31/07/2024."]);
  });

  it('name the kind of inspection among other words: that is taken with a doubt, and two kinds are none', () => {
    const event = (written: string) => /^event: .*$/m.exec(imported('Council,Inspection date,Inspection type,Overall effectiveness', `Kent,2022-05-09,${written},Good`).text)![0];
    assert.equal(event('ILACS Standard (2 weeks)'), "event: ILACS standard inspection  # check: the table has 'ILACS Standard (2 weeks)'");
    assert.equal(event('ILACS'), 'event: ILACS standard inspection  # check: the table does not say whether this was ILACS standard inspection or ILACS short inspection');
    assert.equal(event('ILACS standard'), 'event: ILACS standard inspection');
    assert.equal(event('Short ILACS'), 'event: Short ILACS  # check: no event of this name is known');
  });

  it('name different kinds of inspection on one day: neither is lost, also where one is not known by its name', () => {
    for (const kinds of [['JTAI', 'SEND'], ['SEND', 'JTAI'], ['JTAI (front door)', 'focused visit']]) {
      const { text, notes } = imported('Council,Visit date,Visit type', ...kinds.map(kind => `Kent,09/05/2022,${kind}`));
      const names = kinds.map(kind => (kind.startsWith('JTAI') ? 'Joint targeted area inspection' : kind === 'SEND' ? kind : 'ILACS focused visit'));
      assert.deepEqual(notes, [`own.csv, row 3: 'event' is ${names[1]}, where own.csv, row 2 has ${names[0]}; the first is kept.`]);
      assert.match(text, new RegExp(`^event: ${names[0]}[^]*row 3\\n {4}says:\\n {6}event: ${names[1]}\\n$`, 'm'));
    }
  });

  it('have grades beside a kind of inspection that is not known: they are kept; beside one that has none they are noted', () => {
    const { text } = imported('Council,Inspection date,Inspection type,Overall effectiveness', 'Kent,2022-05-09,a look round,Good');
    assert.match(text, /^judgements:\n {2}Overall effectiveness: Good$/m);
    const visit = imported('Council,Inspection date,Inspection type,Overall effectiveness', 'Kent,2022-05-09,focused visit,Good').text;
    assert.match(visit, /^# check: the table has grades, but 'ILACS focused visit' has none\n[^]*says:\n {6}Overall effectiveness: Good\n$/);
  });

  it('hold what spreadsheets write where a formula came to nothing: it says nothing', () => {
    const { text } = imported('Council,Inspection date,Inspection type,Overall effectiveness,Care leavers', 'Kent,2024-05-09,standard,Good,#N/A');
    assert.match(text, /^judgements:\n {2}Overall effectiveness: Good\nsources:\n {2}- title: own\.csv, row 2\n$/m);
  });

  it('are told apart by what makes a table of them, whatever title stands above', () => {
    for (const between of [';', '\t', ',']) {
      const rows = ['Inspections, visits, and more; so far', 'kept by me', ...[['Council', 'Inspection date', 'Inspection type', 'Theme'], ['Kent', '2022-05-09', 'focused visit', '"a, b; c"']].map(row => row.join(between))];
      assert.match(imported(...rows).text, /^authority: Kent\nevent: ILACS focused visit\ntheme: .?A, b; c/i, between);
    }
  });
});
