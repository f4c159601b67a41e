import assert from 'node:assert/strict';
import { findingsIn, importTables, makeOds, makeXlsx, type MadeCell } from './support';

const LEADERS = 'The impact of leaders on social work practice with children and families';
const HELP = 'The experiences and progress of children who need help and protection';
const CARE = 'The experiences and progress of children in care';
const LEAVERS = 'The experiences and progress of care leavers';

const HEADINGS = ['Web link', 'Local authority area code', 'Local authority name', 'Ofsted region', 'Inspection date', 'Publication date', 'Inspection type', 'Overall effectiveness', LEADERS, HELP, CARE, LEAVERS];
const RI = 'Requires improvement to be good';
const page = (number: number): MadeCell => ({ link: `https://reports.ofsted.gov.uk/provider/44/${number}`, words: 'Ofsted Local Authority Webpage' });
const ROWS: MadeCell[][] = [
  [page(382), 'E08000034', 'Kirklees', 'North East, Yorkshire and the Humber', { day: '2024-07-08' }, { day: '2024-08-28' }, 'ILACS Standard Inspection', 'Good', 'Good', 'Good', 'Good', RI],
  [page(886), 'E10000016', 'Kent', 'South East', { day: '2022-05-09' }, { day: '2022-07-05' }, 'ILACS Standard Inspection', 'Outstanding', 'Outstanding', 'Good', 'Outstanding', ''],
];

const KIRKLEES = `authority: Kirklees
event: ILACS standard inspection
fieldwork:
  start: 2024-07-08
published: 2024-08-28
provider_page: https://reports.ofsted.gov.uk/provider/44/382
judgements:
  ${LEADERS}: Good
  ${HELP}: Good
  ${CARE}: Good
  ${LEAVERS}: ${RI}
  Overall effectiveness: Good
sources:
  - title: table.ods, sheet 'History', row 4
`;

/** The table with a title and an explanation above, as it is published. */
const sheet = (rows: readonly (readonly MadeCell[])[], headings: readonly MadeCell[] = HEADINGS): MadeCell[][] => [['Inspections as at 31 March'], ['This table begins in cell A3.'], [...headings], ...rows.map(row => [...row])];

const csv = (...rows: string[][]) => rows.map(row => `${row.map(cell => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`).join('');

describe('tables of inspections', () => {
  it('become records that the rules find nothing wrong with', () => {
    const { text, notes } = importTables({ 'table.ods': makeOds({ Cover: [['A title']], History: sheet(ROWS) }) });
    assert.deepEqual(notes, []);
    assert.equal(text.split('---\n')[0], KIRKLEES);
    assert.deepEqual(findingsIn(text), []);
  });

  it('are the same in every kind of spreadsheet, and with their columns in any order', () => {
    const ods = importTables({ 'table.ods': makeOds({ History: sheet(ROWS) }) }).text;
    assert.equal(importTables({ 'table.ods': makeXlsx({ History: sheet(ROWS) }) }).text, ods);
    const turned = sheet(ROWS).map(row => (row.length > 1 ? [...row].reverse() : row));
    assert.equal(importTables({ 'table.ods': makeOds({ History: turned }) }).text, ods);
  });

  it('have the joint judgement of an earlier edition under the heading of the later one: it is named as the edition names it', () => {
    const { text } = importTables({ 'table.ods': makeOds({ History: sheet(ROWS) }) });
    assert.match(text, /  The experiences and progress of children in care and care leavers: Outstanding\n/);
    assert.match(text, new RegExp(`    says:\n      ${CARE}: Outstanding\n`));
  });

  it('may hold columns that are not known: they are named and left out', () => {
    const { notes, records } = importTables({ 'table.ods': makeOds({ History: sheet(ROWS.map(row => ['x', ...row, 'y']), ['Rank', ...HEADINGS, 'Weather on the day']) }) });
    assert.equal(records, 2);
    assert.deepEqual(notes, ["table.ods, sheet 'History': 2 columns are not known and left out: 'Rank' and 'Weather on the day'."]);
  });

  it('tell of one inspection on several sheets: that is one record, with all its sources', () => {
    const without = (row: readonly MadeCell[]) => row.filter((_, at) => at !== 6);
    const { text, records } = importTables({ 'table.ods': makeOds({ Latest: sheet(ROWS.map(without), without(HEADINGS)), History: sheet(ROWS) }) });
    assert.equal(records, 2);
    assert.match(text, /^event: ILACS standard inspection$/m);
    assert.match(text, /sources:\n  - title: table.ods, sheet 'Latest', row 4\n  - title: table.ods, sheet 'History', row 4\n/);
  });

  it('may know more of the days on site than others: the fuller is taken', () => {
    const headings = ['Local authority name', 'Inspection start date', 'Inspection end date', 'Inspection type'];
    const { text, notes } = importTables({ 'a.csv': csv(headings, ['Kent', '12/03/2019', '', 'focused visit']), 'b.csv': csv(headings, ['Kent', '12/03/2019', '13/03/2019', 'focused visit']) });
    assert.deepEqual(notes, []);
    assert.match(text, /fieldwork:\n {2}start: 2019-03-12\n {2}end: 2019-03-13\n/);
  });

  it('that contradict each other are told of; the first is kept, and what the other says is noted', () => {
    const other = ROWS.map(row => row.map((cell, at) => (at === 5 && row === ROWS[0] ? { day: '2024-08-29' } : cell)));
    const { text, notes } = importTables({ 'table.ods': makeOds({ History: sheet(ROWS), Later: sheet(other) }) });
    assert.deepEqual(notes, ["table.ods, sheet 'Later', row 4: 'published' is 2024-08-29, where table.ods, sheet 'History', row 4 has 2024-08-28; the first is kept."]);
    assert.match(text, /sheet 'Later', row 4\n    says:\n      published: 2024-08-29\n/);
    assert.deepEqual(findingsIn(text).map(({ rule }) => rule), ['source-conflict']);
  });

  it('that do not say which kind of inspection it was leave a doubt', () => {
    const { text } = importTables({ 'a.csv': csv(['Local authority name', 'Inspection date', 'Overall effectiveness', LEADERS], ['Kirklees', '08/07/2024', 'Good', 'Good']) });
    assert.match(text, /^event: ILACS standard inspection {2}# check: the table does not say whether this was ILACS standard inspection or ILACS short inspection$/m);
    assert.match(text, /^ {2}start: 2024-07-08$/m);
  });

  it('name the council of today for an inspection of the one before it: the record names the one of the day', () => {
    const { text } = importTables({ 'a.csv': csv(['Local authority name', 'Inspection date', 'Inspection type'], ['Westmorland and Furness', '2019-05-14', 'ILACS Focused Visit']) });
    assert.match(text, /^authority: Cumbria$/m);
    assert.match(text, /says:\n {6}Local authority name: Westmorland and Furness/);
  });

  it("lead to another authority's page at times: the link is noted, not taken over", () => {
    const { text } = importTables({ 'table.ods': makeOds({ History: sheet([[page(206), 'E09000001', 'City of London', 'London', { day: '2024-11-04' }, { day: '2025-01-10' }, 'ILACS Focused Visit', '', '', '', '', '']]) }) });
    assert.doesNotMatch(text, /provider_page/);
    assert.match(text, /says:\n {6}Web link: https:\/\/reports.ofsted.gov.uk\/provider\/44\/206/);
  });

  it('write a later grade for one of an old scale: the record has the one of its day', () => {
    const { text } = importTables({ 'a.csv': csv(['Local authority name', 'Child Protection Inspections (CPI) publication date', 'CPI Overall Effectiveness (OE)', "Single Inspection of LA Children's Services (SIF) First SIF publication date", 'First SIF Overall Judgement(OE)', 'First SIF CLA Sub: Adoption Performance', "Single Inspection of LA Children's Services (SIF) SIF Re-inspection publication date", 'SIF Re-inspection Overall Judgement(OE)'], ['Kirklees', '2013-02-15', RI, '2016-11-25', 'Inadequate', '-', '', '']) });
    const [cpi, sif, ...others] = text.split('---\n');
    assert.deepEqual(others, []);
    assert.match(cpi!, /event: CPI inspection\npublished: 2013-02-15\njudgements:\n {2}Overall effectiveness: Adequate\n/);
    assert.match(cpi!, /says:\n {6}CPI Overall Effectiveness \(OE\): Requires improvement to be good\n/);
    assert.match(sif!, /event: SIF inspection\npublished: 2016-11-25\njudgements:\n {2}Overall effectiveness: Inadequate\n {2}Adoption performance: Not judged\n/);
  });

  it('tell of re-inspections of one half: the other is not missing, and the record says why; two of one day are one record', () => {
    const headings = ['Local authority name', 'SLAC re-inspection of Safeguarding publication date', 'SLAC re-inspection Safeguarding OE', 'SLAC re-inspection of services for Children Looked After publication date', 'SLAC re-inspection of services Children Looked After OE'];
    const { text, notes } = importTables({ 'a.csv': csv(headings, ['Leeds', '2011-10-10', RI, '', ''], ['Cornwall', '2011-02-25', 'Inadequate', '2011-02-25', RI]) });
    const [half, whole] = text.split('---\n');
    assert.deepEqual(notes, []);
    assert.match(half!, /^# The source tells of a 'SLAC, 2009 to 2012' inspection of 'Safeguarding services: overall effectiveness' alone\n# inspection-records: ignore missing-judgement\nauthority: Leeds\n/);
    assert.match(whole!, /^authority: Cornwall\nevent: SLAC inspection\npublished: 2011-02-25\njudgements:\n {2}"Safeguarding services: overall effectiveness": Inadequate\n {2}"Services for looked after children: overall effectiveness": Adequate\n/);
    assert.deepEqual(findingsIn(text), []);
  });

  it('that have different halves of an inspection make it whole, in printed order; what they grade differently is told judgement by judgement', () => {
    const headings = ['Local authority name', 'Inspection date', 'Inspection type'];
    const { text, notes } = importTables({
      'a.csv': csv([...headings, HELP, 'Overall effectiveness'], ['Kirklees', '2024-07-08', 'standard', 'Good', 'Good']),
      'b.csv': csv([...headings, LEADERS, HELP, CARE], ['Kirklees', '2024-07-08', 'standard', 'Good', 'Outstanding', 'Good']),
    });
    assert.match(text, new RegExp(`judgements:\\n  ${LEADERS}: Good\\n  ${HELP}: Good\\n  ${CARE}: Good\\n  Overall effectiveness: Good\\n`));
    assert.deepEqual(notes, [`b.csv, row 2: '${HELP}' is Outstanding, where a.csv, row 2 has Good; the first is kept.`]);
    assert.match(text, new RegExp(`says:\\n {6}judgements:\\n {8}${HELP}: Outstanding\\n`));
  });

  it('tell visits from re-inspections and first inspections by what their headings say last', () => {
    const { text } = importTables({ 'a.csv': csv(['Local authority name', "Single Inspection of LA Children's Services (SIF) SIF Re-inspection publication date", 'SIF Re-inspection Overall Judgement(OE)'], ['Torbay', '2018-08-24', RI]) });
    assert.match(text, /^event: SIF re-inspection$/m);
  });

  it('have rows of authorities that nothing is known of yet: those are no records', () => {
    const { records } = importTables({ 'a.csv': csv(['Local authority name', 'Inspection date', 'Overall effectiveness'], ['Cumberland', 'Not yet inspected', ''], ['Kirklees', '2024-07-08', 'Good']) });
    assert.equal(records, 1);
  });

  it('name rows whose day cannot be read, and import the others', () => {
    const { records, notes } = importTables({ 'a.csv': csv(['Local authority name', 'Inspection date', 'Overall effectiveness'], ['Kent', '31/02/2024', 'Good'], ['Kirklees', '2024-07-08', 'Good']) });
    assert.equal(records, 1);
    assert.deepEqual(notes, ["a.csv, row 2: '31/02/2024' under 'Inspection date' is no day that can be read; write it as 2024-07-31 or 31/07/2024."]);
  });

  it('have what was judged before beside what is judged now: it is never taken for it, whichever stands first', () => {
    for (const headings of [['Previous overall effectiveness', 'Overall effectiveness'], ['Overall effectiveness (previous inspection)', 'Overall effectiveness']]) {
      const { text, notes } = importTables({ 'a.csv': csv(['Local authority name', 'Inspection date', 'Inspection type', ...headings], ['Kent', '2022-05-09', 'standard', 'Good', 'Outstanding']) });
      assert.deepEqual(notes, []);
      assert.match(text, /judgements:\n {2}Overall effectiveness: Outstanding\nsources/);
    }
  });

  it('have days of American programs: the month stands first where some could be no day otherwise, and that is doubted', () => {
    const days = (...written: string[]) => importTables({ 'a.csv': csv(['Local authority name', 'Inspection date', 'Inspection type'], ...written.map(day => ['Kent', day, 'focused visit'])) });
    assert.match(days('05/09/2022', '07/13/2023').text, /^ {2}start: 2022-05-09 {2}# check: '05\/09\/2022' is read with the month first, [^]*^ {2}start: 2023-07-13 {2}# check/m);
    assert.match(days('05/09/2022', '13/07/2023').text, /^ {2}start: 2022-09-05\n[^]*^ {2}start: 2023-07-13\n/m);
    assert.deepEqual(days('25/09/2022', '07/13/2023').notes, ["a.csv, row 3: '07/13/2023' under 'Inspection date' is no day that can be read; write it as 2024-07-31 or 31/07/2024."]);
    assert.equal(days('25/09/2022', '07/13/2023').records, 1);
  });

  it('write days in letters, stand below titles and above footnotes, and have short headings in any order', () => {
    const { text, records } = importTables({ 'a.csv': csv(['Children’s services', '', '', ''], ['Overall', 'Council', 'Date of inspection', 'Leadership'], ['Good', 'Kirklees Council', '8 July 2024', 'RI'], ['2', 'Bristol, City of', '16-Jan-23', 'requires improvement'], ['Grades as at March.', '', '', '']) });
    assert.equal(records, 2);
    assert.match(text, new RegExp(`^authority: Kirklees\\n[^]*start: 2024-07-08\\n[^]*  ${LEADERS}: ${RI}\\n  Overall effectiveness: Good\\n[^]*^authority: Bristol\\n[^]*start: 2023-01-16\\n[^]*  Overall effectiveness: Good\\n`, 'm'));
  });

  it('about children’s homes and other providers are no tables of councils', () => {
    const { records, notes } = importTables({ 'a.csv': csv(['Name of provider', 'URN', 'Inspection date', 'Overall effectiveness'], ['A home', 'SC123456', '09/05/2022', 'Good']) });
    assert.equal(records, 0);
    assert.match(notes.join(' '), /'SC123456' is no number or code of an authority/);
  });

  it('say where each value was read, where that is wanted', () => {
    const { text } = importTables({ 'a.csv': csv(['Local authority name', 'Inspection date', 'Inspection type'], ['Kirklees', '08/07/2019', 'focused visit']) }, { evidence: true });
    assert.match(text, /^authority: Kirklees {2}# row 2, 'Local authority name': "Kirklees"$/m);
    assert.match(text, /^ {2}start: 2019-07-08 {2}# row 2, 'Inspection date': "08\/07\/2019"$/m);
    assert.match(importTables({ 'a.csv': csv(['Local authority name', 'SIF Re-inspection publication date', 'SIF Re-inspection Overall Judgement(OE)'], ['Torbay', '2018-08-24', RI]) }, { evidence: true }).text, /^event: SIF re-inspection {2}# row 2: "SIF Re-inspection publication date"$/m);
    assert.match(importTables({ 'jtai_overview.csv': csv(['Local authority name', 'Inspection date'], ['Halton', '06/03/2023']) }, { evidence: true }).text, /^event: Joint targeted area inspection {2}# row 2: "jtai_overview\.csv"$/m);
  });
});

describe('tables of the programs that read letters', () => {
  it('write the day of publication for the first day on site: it is none', () => {
    const { text } = importTables({ 'jtai_overview.csv': csv(['local_authority', 'inspection_link', 'inspection_start_date', 'publication_date', 'inspection_theme', 'summary_needs_to_improve', 'summary_key_strengths', 'summary_priority_action', 'summary_headline_findings'], ['halton', 'https://files.ofsted.gov.uk/v1/file/50103039', '23/08/19', '23/08/19', 'Child exploitation in halton between 8 and 12 july 2019.', 'Not found or not applicable.', 'and areas for improvement well. Leaders use.', 'There are no areas for priority action Areas for improvement Much.', 'Children are helped.']) });
    assert.equal(text, `authority: Halton
event: Joint targeted area inspection
theme: Child exploitation
published: 2019-08-23
report: https://files.ofsted.gov.uk/v1/file/50103039
summary: Children are helped.  # check: taken from a table, where it may be cut off
sources:
  - title: jtai_overview.csv, row 2
    says:
      inspection_start_date: 23/08/19
`);
  });

  it('write days behind the theme, with and without the authority: they are no part of it', () => {
    const theme = (written: string) => /^theme: (.*)$/m.exec(importTables({ 'jtai.csv': csv(['local_authority', 'publication_date', 'inspection_theme'], ['halton', '23/08/19', written]) }).text)![1];
    assert.equal(theme('Children missing from home, care or education between 12 and 16 february 2018.'), 'Children missing from home, care or education');
    assert.equal(theme('Child exploitation in halton between 8 july and 12 july 2019'), 'Child exploitation');
    assert.equal(theme('Child exploitation in halton between 8 and 12 july'), 'Child exploitation');
    for (const ages of ['Children from 10 to 18', 'Children from 10 to 18 years', 'Care leavers from 16 upwards']) assert.equal(theme(ages), ages);
  });

  it('number the outcomes, and write 1 January 1900 for no day', () => {
    const { text } = importTables({ 'send.csv': csv(['local_authority', 'outcome_grade', 'previous_inspection_date', 'inspection_start_date', 'inspection_end_date', 'publication_date'], ['birmingham', '2.0', '01/01/1900', '23/06/25', '27/06/25', '15/08/25']) }, { event: 'Area SEND inspection' });
    assert.match(text, /^event: Area SEND inspection\nfieldwork:\n {2}start: 2025-06-23\n {2}end: 2025-06-27\npublished: 2025-08-15\noutcome: lead to inconsistent experiences and outcomes\n/m);
    assert.deepEqual(findingsIn(text), []);
  });

  it('have short headings, and words for what they could not read', () => {
    const { text } = importTables({ 'history.csv': csv(['urn', 'local_authority', 'inspection_framework', 'inspector_name', 'inspection_start_date', 'inspection_end_date', 'publication_date', 'overall_effectiveness_grade', 'impact_of_leaders_grade', 'help_and_protection_grade', 'in_care_grade', 'care_leavers_grade'], ['80513', 'richmond upon thames', 'short', 'Ann Other', '08/06/2026', '12/06/2026', '20/07/26', 'not_reported_post_reform', 'good', 'requires improvement', 'good', 'outstanding']) });
    assert.match(text, /^authority: Richmond upon Thames\nevent: ILACS short inspection\n/);
    assert.match(text, /lead_inspector: Ann Other\n/);
    assert.match(text, new RegExp(`judgements:\n  ${LEADERS}: Good\n  ${HELP}: ${RI}\n  ${CARE}: Good\n  ${LEAVERS}: Outstanding\nsources`));
  });
});
