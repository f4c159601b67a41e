import assert from 'node:assert/strict';
import { exportColumns } from '../../server/reports/columns';
import { csvWriter, jsonWriter } from '../../server/reports/table';
import { RecordStream } from '../../server/records/stream';
import { checker, findingsIn, importTables, needsEvidence } from './support';

/** What the records of a table come to: how many, how many doubts, and how often a rule speaks. */
function sumOf(name: string, content: Uint8Array): { records: number; doubts: number; findings: Record<string, number>; notes: string[] } {
  const { text, records, notes } = importTables({ [name]: content });
  const findings: Record<string, number> = {};
  for (const { rule } of findingsIn(text)) findings[rule] = (findings[rule] ?? 0) + 1;
  return { records, doubts: text.split('# check:').length - 1, findings, notes };
}

// Slough, Bournemouth, Doncaster and Herefordshire require improvement with inadequate leaders: so their reports say.
const LIMITING = 'limiting-judgement';
// Of one inspection in 2012, of the Isles of Scilly, the table prints a dash for the half about children looked after: the record says so.
const DASH = 'missing-judgement';

const TABLES: Record<string, Omit<ReturnType<typeof sumOf>, 'notes'>> = {
  // Three sheets tell of 271 inspections and 60 visits.
  'LA_Inspection_Outcomes_as_at_31_March_2025.ods': { records: 331, doubts: 0, findings: { [LIMITING]: 4 } },
  'ofsted_2025_ILACS_inspection_history.csv': { records: 271, doubts: 0, findings: { [LIMITING]: 4 } },
  'ofsted_2025_In-year_inspections.csv': { records: 112, doubts: 0, findings: {} },
  // Short or standard: this table does not say.
  'ofsted_2025_Inspections_as_at_31_March.csv': { records: 153, doubts: 153, findings: { [LIMITING]: 1 } },
  'ofsted_2023_LA_level_at_31_Mar_2023.csv': { records: 152, doubts: 152, findings: { [LIMITING]: 2 } },
  'ofsted_2023_LA_level_in_year_2022-23.csv': { records: 111, doubts: 0, findings: { [LIMITING]: 1 } },
  'ofsted_2023_LA_inspections_2009-2023.csv': { records: 555, doubts: 1, findings: { [DASH]: 1, [LIMITING]: 2 } },
  'ofsted_2023_LA_inspections_2009-2023_abolished.csv': { records: 12, doubts: 0, findings: { [LIMITING]: 1 } },
  // Texts that were cut out of letters.
  'd2i_jtai_overview_2026-06-29.csv': { records: 49, doubts: 116, findings: {} },
  // Inspection or monitoring inspection: this table does not say.
  'd2i_send_overview_2026-06-29.csv': { records: 72, doubts: 72, findings: {} },
};

describe('tables as they are published', () => {
  for (const [name, expected] of Object.entries(TABLES)) {
    it(`${name}: every row is a record, and the rules find nothing that the table does not have`, function () {
      const { notes, ...found } = sumOf(name, needsEvidence(this, name));
      assert.deepEqual(notes, []);
      assert.deepEqual(found, expected);
    });
  }

  it('have every trap that is known handled and noted', function () {
    const { text } = importTables({ 'table.ods': needsEvidence(this, 'LA_Inspection_Outcomes_as_at_31_March_2025.ods') });
    const records = text.split('---\n');
    const recordOf = (authority: string, start: string) => records.find(record => record.startsWith(`authority: ${authority}\n`) && record.includes(`start: ${start}`)) ?? '';
    // The links of these two lead to Islington and to West Northamptonshire.
    for (const authority of ['City of London', 'North Northamptonshire']) {
      const own = records.filter(record => record.startsWith(`authority: ${authority}\n`));
      assert.ok(own.length > 0 && own.every(record => !record.includes('provider_page:') && record.includes('says:\n      Web link: ')), authority);
    }
    assert.match(recordOf('Staffordshire', '2023-11-06'), /progress of care leavers: Requires improvement to be good/);
    // Codes before a change of code, and councils before others took their place.
    assert.match(recordOf('Barnsley', '2023-09-11'), /published: 2023-10-27/);
    for (const [authority, start] of [['Cumbria', '2022-'], ['Northamptonshire', '2019-'], ['Bournemouth', '2018-']] as const) assert.ok(recordOf(authority, start), authority);
  });

  it('are the same records again after they were exported', function () {
    const { text } = importTables({ 'table.ods': needsEvidence(this, 'LA_Inspection_Outcomes_as_at_31_March_2025.ods') });
    for (const [write, name] of [[csvWriter, 'export.csv'], [jsonWriter, 'export.json']] as const) assert.equal(importTables({ [name]: exported(text, write) }).text, text);
  });
});

describe('exported records', () => {
  const RECORDS = `id: kirklees-2024
authority: Kirklees
event: ILACS standard inspection
ordinal: 2
fieldwork:
  - start: 2024-07-08
    end: 2024-07-19
  - start: 2024-09-02
published: 2024
judgements:
  The impact of leaders on social work practice with children and families: Good
  Overall effectiveness:
    grade: Good
    summary: So-so, "they" say
  Elsewhere: Good
strengths:
  - Social workers know their children.
  - text: -3 is no formula
    national_framework: outcome 4
notes: "=1+1\\n"
x_own:
  - 1
  - two
---
authority: Kent
event: Monitoring visit
published: 2020-02
`;

  for (const [write, name] of [[csvWriter, 'a.csv'], [jsonWriter, 'a.json']] as const) {
    it(`are the same again when ${name} is imported`, () => {
      assert.equal(importTables({ [name]: exported(RECORDS, write) }).text, RECORDS);
    });
  }
});

function exported(text: string, write: typeof csvWriter): string {
  const writer = write(exportColumns(checker.reference));
  const rows = RecordStream.of(text).records.map(({ slice }, index) => writer.row({ path: 'a.inspection.yaml', number: index + 1, inspection: checker.inspection(slice)! }));
  return writer.begin + rows.join('') + writer.end;
}
