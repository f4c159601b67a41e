import assert from 'node:assert/strict';
import { readPdf } from '../../server/import/pdf/read-pdf';
import { readReport } from '../../server/import/report/read-report';
import { unify } from '../../server/import/unify';
import { writeRecords } from '../../server/import/write-record';
import { makePdf, pageOf, WORDS } from './make-pdf';
import { checker, findingsIn, importTables, makeOds, type MadeCell } from './support';

/** What is known to be wrong, odd or misleading in what is published, each in a small file of our own. */
const HEADINGS = ['Web link', 'Local authority area code', 'Local authority name', 'Inspection date', 'Publication date', 'Inspection type', 'Overall effectiveness'];
const CARE = 'The experiences and progress of children in care';
const LEAVERS = 'The experiences and progress of care leavers';
const RI = 'Requires improvement to be good';

function imported(row: readonly MadeCell[], more: readonly string[] = []): string {
  return importTables({ 'a.ods': makeOds({ History: [[...HEADINGS, ...more], [...row]] }) }).text;
}

describe('known traps of published data', () => {
  it("Staffordshire's care leavers, Good in the edition of 2024: the record has what the report says, and the source what the table says", () => {
    const row = (day: string, grade: string): MadeCell[] => ['', 'E10000028', 'Staffordshire', { day }, { day: '2024-01-12' }, 'ILACS Short Inspection', RI, grade];
    const text = imported(row('2023-11-06', 'Good'), [LEAVERS]);
    assert.match(text, new RegExp(`^  ${LEAVERS}: ${RI}$`, 'm'));
    assert.match(text, new RegExp(`says:\\n      ${LEAVERS}: Good\\n$`));
    assert.doesNotMatch(imported(row('2023-11-06', RI), [LEAVERS]), /says:/);
    assert.match(imported(row('2023-11-13', 'Good'), [LEAVERS]), new RegExp(`^  ${LEAVERS}: Good$`, 'm'));
  });

  for (const [authority, code, wrong] of [['City of London', 'E09000001', 206], ['North Northamptonshire', 'E06000061', 941]] as const) {
    it(`the link of ${authority}, which leads to a neighbour's page: it is noted, not taken over`, () => {
      const text = imported([{ link: `https://reports.ofsted.gov.uk/provider/44/${wrong}`, words: 'Ofsted Local Authority Webpage' }, code, authority, { day: '2024-11-04' }, { day: '2025-01-10' }, 'ILACS Focused Visit', '']);
      assert.doesNotMatch(text, /^provider_page/m);
      assert.match(text, new RegExp(`says:\\n      Web link: https://reports.ofsted.gov.uk/provider/44/${wrong}\\n$`));
    });
  }

  it('the joint judgement of before 2023 under the heading of children in care: it has its own name, and care leavers none', () => {
    const text = imported(['', 'E10000016', 'Kent', { day: '2022-05-09' }, { day: '2022-07-05' }, 'ILACS Standard Inspection', 'Outstanding', 'Outstanding', ''], [CARE, LEAVERS]);
    assert.match(text, /judgements:\n {2}The experiences and progress of children in care and care leavers: Outstanding\n {2}Overall effectiveness: Outstanding\n/);
    assert.match(text, new RegExp(`says:\\n      ${CARE}: Outstanding\\n$`));
  });

  it('"adequate" of 2009 to 2013 shown as "Requires improvement to be good"', () => {
    const { text } = importTables({ 'a.csv': `Local authority name,Child Protection Inspections (CPI) publication date,CPI Overall Effectiveness (OE)\nKent,2013-02-15,${RI}\n` });
    assert.match(text, new RegExp(`Overall effectiveness: Adequate\\n[^]*says:\\n      CPI Overall Effectiveness \\(OE\\): ${RI}\\n$`));
  });

  it('short inspections of odd length, and standard ones: the kind is what the table says, not what the days say', () => {
    for (const [authority, start, end, kind] of [['Isles of Scilly', '20/03/2023', '22/03/2023', 'Short'], ['Derbyshire', '08/07/2019', '08/08/2019', 'Short'], ['Wiltshire', '03/06/2019', '19/06/2019', 'Standard'], ['Devon', '30/09/2024', '16/01/2025', 'Standard']]) {
      const { text } = importTables({ 'a.csv': `Local authority name,Inspection start date,Inspection end date,Inspection type\n${authority},${start},${end},ILACS ${kind} Inspection\n` });
      assert.match(text, new RegExp(`^event: ILACS ${kind!.toLowerCase()} inspection$`, 'm'));
    }
  });

  it('area codes of before 1 April 2025: Barnsley and Sheffield are known by both', () => {
    for (const [code, name] of [['E08000016', 'Barnsley'], ['E08000038', 'Barnsley'], ['E08000019', 'Sheffield'], ['E08000039', 'Sheffield']]) {
      const { text } = importTables({ 'a.csv': `Local authority area code,Inspection date,Inspection type\n${code},11/09/2023,ILACS Focused Visit\n` });
      assert.match(text, new RegExp(`^authority: ${name}$`, 'm'), code);
    }
  });

  it('reports that print "children care leavers", and pages that name another day than the report: both days are kept, and it is told', async () => {
    const row = (name: string, grade: string): [number, string][] => [[77, name], [395, grade]];
    const pdf = makePdf([pageOf(['Inspection of Norfolk local authority children’s services', 'Inspection dates: 8 to 19 July 2024', 'Report published: 19 October 2024', row('Judgement', 'Grade'), row('The experiences and progress of children care leavers', 'Good'), row('Overall effectiveness', 'Good')]), WORDS]);
    const { drafts: [report] } = readReport(await readPdf(pdf), 'norfolk.pdf', checker.reference);
    assert.match(writeRecords([report!], { evidence: false }), new RegExp(`^  ${LEAVERS}: Good$`, 'm'));
    const draft = { ...report!, value: { ...report!.value, published: '2024-10-20', sources: [{ title: 'page' }] }, remarks: [], origin: 'page' };
    const { drafts, notes } = unify([report!, draft]);
    assert.deepEqual(notes, ["page: 'published' is 2024-10-20, where norfolk.pdf has 2024-10-19; the first is kept."]);
    const text = writeRecords(drafts, { evidence: false });
    assert.match(text, /^published: 2024-10-19\n[^]*- title: page\n {4}says:\n {6}published: 2024-10-20\n$/m);
    assert.ok(findingsIn(text).some(({ rule }) => rule === 'source-conflict'));
  });

  it('"Not yet inspected" for a day, a dash for what was not judged, and nothing for what there is no judgement of', () => {
    const { records, notes, text } = importTables({ 'a.csv': "Local authority name,Inspection date,Overall effectiveness\nCumberland,Not yet inspected,\n", 'b.csv': "Local authority name,Single Inspection of LA Children's Services (SIF) First SIF publication date,First SIF Overall Judgement(OE),First SIF CLA Sub: Adoption Performance,First SIF children who need help and protection\nCity of London,2016-09-20,Good,-,\n" });
    assert.deepEqual([records, notes], [1, []]);
    assert.match(text, /judgements:\n {2}Overall effectiveness: Good\n {2}Adoption performance: Not judged\nsources/);
  });

  it('councils by the names that other departments have for them', () => {
    const names = { 'Bristol, City of': 'Bristol', 'County Durham': 'Durham', 'Herefordshire, County of': 'Herefordshire', 'Kingston upon Hull, City of': 'Kingston upon Hull', 'St. Helens': 'St Helens', 'Telford and Wrekin': 'Telford and Wrekin', 'Hammersmith & Fulham': 'Hammersmith and Fulham', 'richmond upon thames': 'Richmond upon Thames', 'Bournemouth, Christchurch and Poole': 'Bournemouth, Christchurch and Poole' };
    for (const [written, name] of Object.entries(names)) assert.match(importTables({ 'a.csv': `Local authority name;Inspection date;Inspection type\n${written};11/09/2023;focused visit\n` }).text, new RegExp(`^authority: ${name}$`, 'm'), written);
  });

  it('both forms of the address of a page: with the number of the inspectorate, and with the code of the department', () => {
    for (const number of [80476, 886]) assert.match(imported([{ link: `https://reports.ofsted.gov.uk/provider/44/${number}`, words: 'x' }, 'E10000016', 'Kent', { day: '2024-11-04' }, '', 'ILACS Focused Visit', '']), new RegExp(`^provider_page: https://reports.ofsted.gov.uk/provider/44/${number}$`, 'm'));
  });
});
