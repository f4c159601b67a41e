import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { Unreadable } from '../../server/import/table/cells';
import { RecordStream } from '../../server/records/stream';
import { importTables, makeOds, makeXlsx, odsOf } from './support';

/** Why a file is not imported. */
function whyNot(name: string, content: Uint8Array | string): string {
  try {
    importTables({ [name]: content });
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
  throw new Error('it was read');
}

const TABLE = makeOds({ History: [['Local authority name', 'Inspection date', 'Inspection type'], ['Kirklees', { day: '2024-07-08' }, 'ILACS Focused Visit']] });
const document = (cells: string, before = '') => `<?xml version="1.0"?>${before}<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><table:table table:name="A">${cells}</table:table></office:body></office:document-content>`;
const row = (...cells: string[]) => `<table:table-row>${cells.map(text => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`;

describe('files that are not what they should be', () => {
  it('are known by what they hold, not by their name', () => {
    assert.equal(importTables({ 'report.pdf': TABLE }).records, 1);
    assert.equal(importTables({ 'picture.png': 'Local authority name;Inspection date;Inspection type\nKirklees;08/07/2024;focused visit' }).records, 1);
  });

  it('are refused with the reason', () => {
    assert.match(whyNot('a.ods', '<!DOCTYPE html><html>Not found</html>'), /^it is a web page, .* download it again\.$/);
    assert.match(whyNot('a.xlsx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)), /old kind, or one behind a password/);
    assert.match(whyNot('a.csv', ''), /^it is empty\.$/);
    assert.match(whyNot('a.csv', Uint8Array.of(1, 2, 0, 3)), /none of the kinds that can be read/);
    assert.match(whyNot('a.docx', zipSync({ 'word/document.xml': strToU8('<w/>') })), /^it is an archive, but no spreadsheet\.$/);
    assert.match(whyNot('a.json', '{"version": 1}'), /JSON, but not as 'inspection-records export' writes it/);
  });

  it('are refused where they end too soon, wherever that is', () => {
    for (const share of [0.1, 0.5, 0.9]) assert.match(whyNot('a.ods', TABLE.subarray(0, Math.floor(TABLE.length * share))), /damaged|no spreadsheet/);
  });

  it('are refused where far more comes out of them than went in', () => {
    const bomb = zipSync({ 'content.xml': new Uint8Array(65 << 20) }, { level: 1 });
    assert.ok(bomb.length < 1 << 20);
    assert.match(whyNot('a.ods', bomb), /far more comes out of it/);
  });

  it('are refused where they define entities: nothing is expanded', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    assert.match(whyNot('a.ods', odsOf(document(row('&b;'), bomb))), /definitions of its own/);
    assert.match(whyNot('a.ods', odsOf(document(row('x'), '<!DOCTYPE x SYSTEM "file:///etc/passwd">'))), /definitions of its own/);
  });

  it('are refused at once where a row or a cell is said to stand a million times', () => {
    const many = document(`${row('Local authority name', 'Inspection date', 'Inspection type')}<table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000"/></table:table-row>${row('Kirklees', '2024-07-08', 'focused visit')}`);
    assert.match(whyNot('a.ods', odsOf(many)), /far more rows/);
    const filled = document(`<table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000"><text:p>x</text:p></table:table-cell></table:table-row>`);
    assert.match(whyNot('a.ods', odsOf(filled)), /far more rows/);
  });

  it('have names of parts that lead elsewhere: they are only compared', () => {
    const archive = zipSync({ '../../../content.xml': strToU8('x'), 'content.xml': strToU8(document(row('Local authority name', 'Inspection date', 'Inspection type') + row('Kirklees', '2024-07-08', 'focused visit'))) });
    assert.equal(importTables({ 'a.ods': archive }).records, 1);
  });

  it('have formulas in their cells: none is worked out, and in a record they are words', () => {
    const { text } = importTables({ 'a.csv': 'Local authority name,Inspection date,Inspection type,Visit theme\nKirklees,2024-07-08,focused visit,"=HYPERLINK(""http://x/"",""y"")"' });
    assert.match(text, /^theme: '?"?=HYPERLINK/m);
    assert.equal(importTables({ 'a.xlsx': makeXlsx({ A: [['Local authority name', 'Inspection date', 'Inspection type'], ['Kirklees', { day: '2024-07-08' }, 'ILACS Focused Visit']] }) }).records, 1);
  });

  it('hold line breaks, quotation marks and comment signs: a record is still one record', () => {
    const { text, records } = importTables({ 'a.csv': 'Local authority name,Inspection date,Inspection type,Visit theme\n"Kirk\n---\nlees # x: y",2024-07-08,"a: ""b"" # c","---\nauthority: Kent"' }, { evidence: true });
    assert.equal(records, 1);
    assert.equal(text.split(/^---$/m).length, 1);
  });

  it('hold characters that no record may hold: they are left out', () => {
    const { text } = importTables({ 'a.csv': 'Local authority name,Inspection date,Inspection type,Visit theme\nKirklees,2024-07-08,focused visit,"Front\u0001 \u0085door\ufffe"' }, { evidence: true });
    assert.match(text, /^theme: Front door /m);
    assert.deepEqual(RecordStream.of(text).records.flatMap(({ slice }) => slice.record.faults), []);
  });

  it('are refused or become records that can be read, whatever becomes of their bytes', () => {
    const files = [TABLE, makeXlsx({ A: [['Local authority name', 'Inspection date'], ['Kirklees', { day: '2024-07-08' }]] }), strToU8('Local authority name,Inspection date,Inspection type\nKirklees,2024-07-08,"focused visit"\nKent,12/03/2019,short\n')];
    fc.assert(fc.property(fc.constantFrom(...files), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }), fc.double({ min: 0, max: 1, noNaN: true }), (file, changes, share) => {
      const bytes = Uint8Array.from(file);
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
      try {
        const { text, records } = importTables({ 'a.csv': bytes.subarray(0, share < 0.5 ? Math.floor(bytes.length * share * 2) : undefined) }, { evidence: true });
        const stream = RecordStream.of(text);
        assert.equal(stream.records.length, records);
        assert.deepEqual(stream.records.flatMap(({ slice }) => slice.record.faults), []);
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
      }
    }));
  });
});
