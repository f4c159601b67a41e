import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv/dist/2020';
import { parseAllDocuments } from 'yaml';
import { repeated } from './checks';
import { readReferenceData, readSchema } from './reference-files';

interface Sample {
  id: string;
  authority: string;
  trust?: string;
  event: string;
  fieldwork?: { start: string | number } | { start: string | number }[];
  published?: string;
  judgements?: Record<string, string | { grade: string }>;
  follows?: string;
}

const HISTORY = path.resolve('..', 'shared', 'data', 'ofsted_2025_ILACS_inspection_history.csv');
const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(readSchema('inspection-record.schema.json'));
const data = readReferenceData();
const files = fs.readdirSync('samples').filter(name => name.endsWith('.inspection.yaml')).map(name => path.join('samples', name));
const texts = new Map(files.map(file => [file, fs.readFileSync(file, 'utf8')]));
const samples = new Map([...texts].map(([file, text]) => [file, parseAllDocuments(text).map(document => {
  assert.deepEqual(document.errors, [], file);
  return document.toJS() as Sample;
})]));

/** The day that decides which edition applies: the first day of fieldwork, or else the publication day. */
function firstDay({ fieldwork, published }: Sample): string {
  const [first] = [fieldwork].flat();
  return String(first?.start ?? published);
}

/** Whether a day, month or year may lie between two days, both included. */
function within(date: string, from = '0000', to = '9999'): boolean {
  return date >= from.slice(0, date.length) && date <= to.slice(0, date.length);
}

describe('samples', () => {
  it('are the two journeys, the other events and the national set', () => {
    assert.deepEqual([...samples].map(([file, records]) => [path.basename(file), records.length]), [
      ['kent.inspection.yaml', 7], ['kirklees.inspection.yaml', 9], ['national.inspection.yaml', 271], ['other-events.inspection.yaml', 34],
    ]);
  });

  it('have ids of their own, and follow records of the same file', () => {
    assert.deepEqual(repeated([...samples.values()].flat().map(record => record.id)), []);
    for (const records of samples.values()) {
      for (const { follows } of records) assert.ok(follows === undefined || records.some(other => other.id === follows), follows);
    }
  });

  for (const [file, records] of samples) {
    describe(file, () => {
      it('is laid out as people write it', () => {
        const text = texts.get(file) ?? '';
        assert.doesNotMatch(text, /[ \t]$|\t|\r/m);
        assert.match(text, /[^\n]\n$/);
        assert.doesNotMatch(text, /^(?:[a-z_]+:\n)- /m, 'list items stand two spaces in');
      });

      it('follows the schema, with the fields in canonical order', () => {
        const order = Object.keys(readSchema('inspection-record.schema.json').properties as object);
        for (const record of records) {
          assert.ok(validate(record), `${record.id}: ${JSON.stringify(validate.errors)}`);
          const places = Object.keys(record).map(field => order.indexOf(field));
          assert.deepEqual(places, [...places].sort((a, b) => a - b), record.id);
        }
      });

      it('names authorities and trusts as they were on the day', () => {
        for (const record of records) {
          const authority = data.authorities.find(a => a.name === record.authority);
          assert.ok(authority && within(firstDay(record), authority.valid_from, authority.valid_to), record.id);
          const runs = data.trusts.find(t => t.name === record.trust)?.runs.filter(run => run.authority === record.authority) ?? [];
          assert.ok(record.trust === undefined || runs.some(run => within(firstDay(record), run.from, run.to)), record.id);
        }
      });

      it('has exactly the judgements and grades of its day', () => {
        for (const record of records) {
          const event = data.events.find(e => e.name === record.event);
          assert.ok(event, record.id);
          const seen = record.fieldwork ? 'in_force' : 'published_seen';
          const framework = data.frameworks.find(f => f.events.includes(event.id) && within(firstDay(record), f[seen]?.from, f[seen]?.to));
          assert.equal(framework !== undefined, event.result === 'grades', record.id);
          assert.equal(record.judgements !== undefined, event.result === 'grades', record.id);
          if (!framework) continue;
          const written = Object.keys(record.judgements ?? {});
          const printed = framework.judgements.map(j => j.also_printed?.find(name => written.includes(name)) ?? j.name);
          assert.deepEqual(written, printed.filter((name, index) => framework.judgements[index]?.required || written.includes(name)), record.id);
          const grades = data.grade_scales.find(s => s.id === framework.grade_scale)?.grades.map(g => g.name) ?? [];
          for (const value of Object.values(record.judgements ?? {})) assert.ok(grades.includes(typeof value === 'string' ? value : value.grade), record.id);
        }
      });

      if (!file.includes('national') && !file.includes('other')) {
        it('tells one journey, in the order of the days', () => {
          assert.equal(new Set(records.map(record => record.authority)).size, 1);
          const days = records.map(firstDay);
          assert.deepEqual(days, [...days].sort());
        });
      }
    });
  }

  it('samples/national.inspection.yaml is what the script makes of the official table', function () {
    if (!fs.existsSync(HISTORY)) {
      console.log(`      skipped: the official table is not there (${path.relative('.', HISTORY)})`);
      return this.skip();
    }
    const made = execFileSync(process.execPath, ['scripts/national.mjs', HISTORY], { encoding: 'utf8', maxBuffer: 2 ** 24 });
    assert.equal(made, texts.get(path.join('samples', 'national.inspection.yaml')));
  });
});
