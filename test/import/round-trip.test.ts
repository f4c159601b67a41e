import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { sameValue } from '../../server/import/draft';
import { toValue } from '../../server/records/node';
import { RecordStream } from '../../server/records/stream';
import { exportColumns } from '../../server/reports/columns';
import { csvWriter, jsonWriter } from '../../server/reports/table';
import { checker, EVIDENCE, importTables, skipWithout } from './support';

const WRITERS = [[csvWriter, 'export.csv'], [jsonWriter, 'export.json']] as const;

/** Records exported as a table, in one of its forms. */
function exported(text: string, write: typeof csvWriter): string {
  const writer = write(exportColumns(checker.reference));
  const rows = RecordStream.of(text).records.map(({ slice }, index) => writer.row({ path: 'a.inspection.yaml', number: index + 1, inspection: checker.inspection(slice)! }));
  return writer.begin + rows.join('') + writer.end;
}

/** What records say, without their layout. */
function saidIn(text: string): unknown[] {
  return RecordStream.of(text).records.map(({ slice }) => toValue(slice.record.root!));
}

/** Exports, imports, and compares record by record. */
function holds(text: string): void {
  const said = saidIn(text);
  for (const [write, name] of WRITERS) {
    const back = importTables({ [name]: exported(text, write) });
    assert.deepEqual(back.notes, []);
    const again = saidIn(back.text);
    assert.equal(again.length, said.length, name);
    for (const [index, record] of said.entries()) assert.ok(sameValue(again[index], record), `${name}, record ${index + 1}:\n${JSON.stringify(record)}\n${JSON.stringify(again[index])}`);
    // Once they were imported, not a letter changes any more.
    assert.equal(importTables({ [name]: exported(back.text, write) }).text, back.text);
  }
}

const SAMPLES = fs.readdirSync('samples').filter(name => name.endsWith('.inspection.yaml'));

describe('records that are exported and imported again', () => {
  for (const name of SAMPLES) {
    it(`are the same: ${name}`, () => {
      holds(fs.readFileSync(path.join('samples', name), 'utf8'));
    });
  }

  it('are the same where a spreadsheet program has written their days its own way', () => {
    const text = fs.readFileSync(path.join('samples', SAMPLES[0]!), 'utf8');
    const days = (change: (day: string) => string) => importTables({ 'a.csv': exported(text, csvWriter).replace(/\b20\d\d-\d\d-\d\d(?=[,;])/g, change) }).text;
    assert.equal(days(day => day.split('-').reverse().join('/')), days(day => day));
    // As American programs write them: that is for people to look at.
    assert.match(days(day => day.replace(/(\d{4})-(\d\d)-(\d\d)/, '$2/$3/$1')), /^published: \d\d\/\d\d\/\d{4}$/m);
  });

  it('are the same, any of them in any order, with any texts in them', () => {
    const all = SAMPLES.flatMap(name => RecordStream.of(fs.readFileSync(path.join('samples', name), 'utf8')).records.map(({ slice }) => slice.text.replace(/^---.*\n/, '').replace(/\n?$/, '\n')));
    const texts = fc.oneof(fc.string(), fc.constantFrom('=1+1', "'=1", '+44', '-', '@x', '"', '""', 'a,b;c\td', 'two\nlines', '\r\n', '1', 'true', 'null', '[]', '{"a":1}', '; ', ' x ', '’')).filter(text => text.trim() !== '');
    fc.assert(fc.property(fc.shuffledSubarray(all, { minLength: 1, maxLength: 4 }), texts, (records, words) => {
      holds(records.map(record => (/^x_words:/m.test(record) ? record : `${record}x_words: ${JSON.stringify(words)}\n`)).join('---\n'));
    }), { numRuns: 40 });
  });

  for (const name of fs.existsSync(EVIDENCE) ? fs.readdirSync(EVIDENCE).filter(file => /\.(?:csv|ods)$/.test(file)) : []) {
    it(`are the same after they were read out of ${name}`, () => {
      holds(importTables({ [name]: fs.readFileSync(path.join(EVIDENCE, name)) }).text);
    });
  }

  if (!fs.existsSync(EVIDENCE)) it('are the same after they were read out of what is published', skipWithout(EVIDENCE));
});
