import assert from 'node:assert/strict';
import fs from 'node:fs';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { RecordStream } from '../../server/records/stream';
import { readInspection, type Inspection } from '../../server/reference/inspection';
import { exportColumns, type Column } from '../../server/reports/columns';
import { csvWriter, jsonWriter, ndjsonWriter, type TableWriter } from '../../server/reports/table';
import { reference } from '../support/checker';
import { runs } from '../support/property-tests';

// The table that records are exported to: nothing lost, nothing that a spreadsheet would run.

const columns = exportColumns(reference);
type Row = Record<string, unknown>;

function inspections(text: string): Inspection[] {
  return RecordStream.of(text).records.map(({ slice }) => readInspection(slice.record, reference)!);
}

function table(writer: TableWriter, records: readonly Inspection[]): string {
  return writer.begin + records.map((inspection, i) => writer.row({ path: 'a.inspection.yaml', number: i + 1, inspection })).join('') + writer.end;
}

const rows = (text: string) => JSON.parse(table(jsonWriter(columns), inspections(text))) as Row[];

/** RFC 4180, to the letter; throws where it is anything else. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (cell.lastIndex < text.length) {
    const [, quoted, plain, end] = cell.exec(text) ?? assert.fail('No CSV.');
    lines.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end !== ',') lines.push([]);
  }
  lines.pop();
  return lines;
}

/** The record that a row was made of. */
function recordOf(row: Row): Row {
  const { fieldwork: besides, ...record } = { ...(row.other_fields as Row | null) };
  const framework = reference.frameworks.withId(String(row.framework));
  const details = (row.judgement_details ?? {}) as Record<string, Row>;
  const names = (row.judgement_names ?? {}) as Record<string, string>;
  const judgements: Row = {};
  for (const { id, name: first } of framework?.judgements ?? []) {
    const name = names[id] ?? first;
    if (details[id]) judgements[name] = { ...(row[id] !== null && { grade: row[id] }), ...details[id] };
    else if (row[id] !== null) judgements[name] = row[id];
  }
  Object.assign(judgements, row.other_judgements);
  if (Object.keys(judgements).length > 0) record.judgements = judgements;
  const [starts, ends] = ['fieldwork_start', 'fieldwork_end'].map(name => String(row[name] ?? '').split('; '));
  const ranges = starts!.map((start, i) => ({ ...(start && { start }), ...(ends![i] && { end: ends![i] }), ...[besides ?? []].flat()[i] as Row | null })).filter(range => Object.keys(range).length > 0);
  if (ranges.length > 0) record.fieldwork = ranges.length === 1 ? ranges[0] : ranges;
  const taken = new Set(['path', 'record', 'framework', 'fieldwork_start', 'fieldwork_end', 'judgement_details', 'judgement_names', 'other_judgements', 'other_fields', ...reference.frameworks.all.flatMap(({ judgements: all }) => all.map(({ id }) => id))]);
  for (const { name } of columns) if (!taken.has(name) && row[name] !== null) record[name] = row[name];
  return record;
}

const samples = ['kirklees', 'kent', 'other-events', 'national'].map(name => fs.readFileSync(`samples/${name}.inspection.yaml`, 'utf8'));

/** Fields of the writer's own wherever one may stand. */
const OWN_EVERYWHERE = `authority: Kent
event: ILACS standard inspection
fieldwork:
  - {start: 2022-05-09, x_team: two}
  - {start: 2022-06-13, end: 2022-06-14, ennd: 15}
published: 2022-07-08
judgements:
  Overall effectiveness: {grade: Good, x_page: 2}
  x_note: [1]
strengths:
  - {text: One., x_page: 3}
x_own: {a: 1}
---
authority: Kent
event: ILACS focused visit
fieldwork: {start: 2023-03-15, x_note: hello}
`;

describe('the table of records', () => {

  it('has columns that follow from the format and the frameworks', () => {
    const names = columns.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    const file = 'test/reports/golden/columns.txt';
    if (process.env.UPDATE_GOLDEN) fs.writeFileSync(file, `${names.join('\n')}\n`);
    assert.equal(`${names.join('\n')}\n`, fs.readFileSync(file, 'utf8'));
  });

  it('holds all that the samples say: a record can be made from its row again', () => {
    for (const sample of [...samples, OWN_EVERYWHERE]) {
      const before = rows(sample);
      const again = rows(before.map(row => stringify(recordOf(row))).join('---\n'));
      assert.deepEqual(again, before);
    }
  });

  it('is the same in every format', () => {
    for (const sample of samples) {
      const records = inspections(sample);
      const objects = rows(sample);
      assert.deepEqual(table(ndjsonWriter(columns), records).trimEnd().split('\n').map(line => JSON.parse(line) as Row), objects);
      const [head, ...lines] = readCsv(table(csvWriter(columns), records));
      assert.deepEqual(head, columns.map(({ name }) => name));
      assert.equal(lines.length, objects.length);
      for (const [i, line] of lines.entries()) {
        const cells = Object.values(objects[i]!).map(value => (value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)));
        assert.deepEqual(line.map(withoutMark), cells);
      }
    }
  });

  it('has no cell that a spreadsheet would run, and gives every text back', () => {
    const column: Column[] = [{ name: 'text', value: ({ path }) => path }, { name: 'last', value: () => 1 }];
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^['=+\-@\t\r\n＝＋－＠",;]{0,4}\w?[",\r\n]*$/), fc.string({ unit: 'binary' }));
    fc.assert(fc.property(texts, text => {
      const writer = csvWriter(column);
      const [, cells, ...more] = readCsv(writer.begin + writer.row({ path: text, number: 1, inspection: undefined as never }));
      assert.deepEqual(more, []);
      assert.doesNotMatch(cells![0]!, /^[=+\-@\t\r\n＝＋－＠]/);
      assert.deepEqual([withoutMark(cells![0]!), cells![1]], [text, '1']);
    }), { numRuns: runs(2000) });
  });

  it('drops nothing that stands beside the days of fieldwork, or twice', () => {
    const [ranges, one] = rows(OWN_EVERYWHERE).map(({ other_fields }) => other_fields);
    assert.deepEqual([ranges, one], [{ x_own: { a: 1 }, fieldwork: [{ x_team: 'two' }, { ennd: 15 }] }, { fieldwork: { x_note: 'hello' } }]);
    assert.deepEqual(rows('authority: Kent\nauthority: Kirklees\nfieldwork: [2022, {start: 2023, end: [2024]}]\n').map(row => [row.authority, row.fieldwork_start, row.other_fields]),
      [['Kirklees', '2023', { authority: 'Kent', fieldwork: [2022, { end: [2024] }] }]]);
    assert.deepEqual(rows('fieldwork: [2022, 2023]\n').map(row => [row.fieldwork_start, row.other_fields]), [[[2022, 2023], null]]);
  });

  it('takes names that are parts of JavaScript for names', () => {
    const [row] = rows('authority: Kent\nx_a: {__proto__: 1}\n__proto__: {x: 1}\njudgements: {constructor: Good, __proto__: Good}\n');
    assert.deepEqual(JSON.stringify([row!.other_fields, row!.other_judgements]), '[{"x_a":{"__proto__":1},"__proto__":{"x":1}},{"constructor":"Good","__proto__":"Good"}]');
  });
});

/** What a reader does with a cell: one apostrophe before what looks like a formula is not part of it. */
function withoutMark(cell: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}
