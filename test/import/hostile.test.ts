import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
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

const contentOf = (archive: Uint8Array) => unzipSync(archive)['content.xml']!;

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

  it('are refused where much comes out of them part by part, and read where nothing of that is asked for', () => {
    const zeros = new Uint8Array(33 << 20);
    assert.match(whyNot('a.xlsx', zipSync({ 'xl/workbook.xml': zeros, 'xl/styles.xml': zeros }, { level: 1 })), /far more comes out of it/);
    const table = odsOf(document(row('Local authority name', 'Inspection date', 'Inspection type') + row('Kirklees', '2024-07-08', 'focused visit')));
    const inner = zipSync({ 'content.xml': zeros }, { level: 1 });
    assert.equal(importTables({ 'a.ods': zipSync({ 'content.xml': contentOf(table), 'Pictures/big.png': new Uint8Array(70 << 20), 'bomb.zip': inner }, { level: 1 }) }).records, 1);
    assert.match(whyNot('a.ods', zipSync({ 'content.xml': inner })), /damaged/);
  });

  it('may lie about the sizes of their parts, and name one part again and again: neither is believed', () => {
    const small = Uint8Array.from(TABLE);
    // Where a part begins, and in the list at the end, its size when unpacked stands in 4 bytes.
    for (const [mark, at] of [[[0x50, 0x4b, 3, 4], 22], [[0x50, 0x4b, 1, 2], 24]] as const) for (let i = 0; i < small.length; i++) if (mark.every((byte, index) => small[i + index] === byte)) small.set([1, 0, 0, 0], i + at);
    assert.equal(importTables({ 'a.ods': small }).records, 1);
    const list = TABLE.findIndex((_, i) => [0x50, 0x4b, 1, 2].every((byte, index) => TABLE[i + index] === byte));
    const end = TABLE.findIndex((_, i) => [0x50, 0x4b, 5, 6].every((byte, index) => TABLE[i + index] === byte));
    const overlapping = Uint8Array.from([...TABLE.subarray(0, end), ...Array.from({ length: 1000 }, () => [...TABLE.subarray(list, end)]).flat(), ...TABLE.subarray(end)]);
    assert.equal(importTables({ 'a.ods': overlapping }).records, 1);
  });

  it('are refused where a workbook has more to it than any program writes: one sheet is read once', () => {
    const sheetOnce = makeXlsx({ A: [['Local authority name', 'Inspection date', 'Inspection type'], ['Kirklees', { day: '2024-07-08' }, 'ILACS Focused Visit']] });
    const parts = unzipSync(sheetOnce);
    parts['xl/workbook.xml'] = strToU8(`<workbook xmlns:r="r"><sheets>${'<sheet name="A" sheetId="1" r:id="rId1"/>'.repeat(10_000)}</sheets></workbook>`);
    const { records, text } = importTables({ 'a.xlsx': zipSync(parts) });
    assert.equal(records, 1);
    assert.equal(text.split('title:').length, 2);
  });

  it('are refused where elements lie too deep in each other, or have too much to them', () => {
    assert.match(whyNot('a.ods', odsOf(document('<a>'.repeat(100_000) + '</a>'.repeat(100_000)))), /not as any spreadsheet program writes it/);
    assert.match(whyNot('a.ods', odsOf(document(`<a ${Array.from({ length: 5000 }, (_, index) => `b${index}=""`).join(' ')}/>`))), /not as any spreadsheet program writes it/);
  });

  it('are refused where they are far larger than any table: rows, columns, cells, texts', () => {
    const headings = 'Local authority name,Inspection date,Inspection type,Visit theme\n';
    assert.match(whyNot('a.csv', headings + 'Kent,2019-03-12,focused visit,\n'.repeat(1_000_000)), /far more rows/);
    assert.match(whyNot('a.csv', headings + 'Kent,2019-03-12,focused visit,\n'.repeat(25_000)), /far more rows/);
    assert.match(whyNot('a.csv', `${headings}Kent,2019-03-12,focused visit${',x'.repeat(1_000_000)}\n`), /far more columns/);
    for (const quotation of ['', '"']) assert.match(whyNot('a.csv', `${headings}Kent,2019-03-12,focused visit,${quotation}${'x'.repeat(10 << 20)}${quotation}\n`), /a cell of it is far longer/);
    assert.match(whyNot('a.csv', `${headings}"${'""'.repeat(5 << 20)}"\n`), /a cell of it is far longer/);
    assert.match(whyNot('a.json', `[${'{},'.repeat(3_000_000)}{}]`), /far more than any export/);
    assert.match(whyNot('a.json', '['.repeat(1_000_000)), /JSON, but not as/);
    // A cell far to the right is nobody's; the rows to the left of it are read.
    assert.equal(importTables({ 'a.csv': `${headings}Kent,2019-03-12,focused visit${','.repeat(10_000)}x\n` }).records, 1);
  });

  it('have the same inspection in thousands of rows: that is one record with some of its sources', () => {
    const { records, text } = importTables({ 'a.csv': `Local authority name,Inspection date,Inspection type\n${'Kent,2019-03-12,focused visit\n'.repeat(19_000)}` });
    assert.equal(records, 1);
    assert.equal(text.split('title:').length, 51);
    const differing = importTables({ 'a.csv': `Local authority name,Inspection date,Inspection type,Inspector name\n${Array.from({ length: 2000 }, (_, index) => `Kent,2019-03-12,focused visit,Inspector ${index}\n`).join('')}` });
    assert.equal(differing.notes.length, 1001);
    assert.equal(differing.notes.at(-1), '999 more values are told differently.');
    const graded = `Council,Inspection type,Inspection date,Judgement,Grade\n${Array.from({ length: 19_000 }, (_, index) => `Kent,standard,09/05/2022,Overall effectiveness,Good${index % 3 ? '' : ` ${index}`}\n`).join('')}`;
    assert.equal(importTables({ 'a.csv': graded }).records, 1);
  });

  it('have texts on which looking for words could take for ever: it does not', () => {
    const theme = 'x in '.repeat(150_000);
    assert.equal(importTables({ 'a.csv': `Local authority name,Inspection date,Inspection type,Visit theme\nKent,2019-03-12,focused visit,${theme}\n` }).records, 1);
    assert.equal(importTables({ 'a.csv': `${theme},Local authority name,Inspection date,Inspection type\n,Kent,2019-03-12,focused visit\n` }).records, 1);
  });

  it('are in any encoding that spreadsheet programs write, with any ends of lines and any marks between cells', () => {
    const table = (between: string, end: string) => [['Local authority name', 'Inspection date', 'Inspection type', 'Inspector name'], ['Kent', '12/03/2019', 'focused visit', 'Zoë O’Brien']].map(cells => cells.join(between) + end).join('');
    const wide = (text: string, isBig: boolean) => Uint8Array.from([...text].flatMap(character => { const code = character.charCodeAt(0); return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8]; }));
    const whole = importTables({ 'a.csv': table(',', '\n') }).text;
    assert.match(whole, /^authority: Kent\nevent: ILACS focused visit\nfieldwork:\n {2}start: 2019-03-12\nlead_inspector: Zoë O’Brien\n/);
    const same: Record<string, Uint8Array | string> = {
      'semicolons, CRLF and a mark': `\ufeff${table(';', '\r\n')}`, 'tabs and CR': table('\t', '\r'), 'no line break at the end': table(',', '\n').trimEnd(),
      'Windows-1252': Uint8Array.from(table(',', '\r\n').replace('’', '\u0092'), character => character.charCodeAt(0)),
      'UTF-16 with a mark': wide(`\ufeff${table('\t', '\r\n')}`, false), 'UTF-16, the other way round': wide(`\ufeff${table('\t', '\r\n')}`, true), 'UTF-16 without a mark': wide(table('\t', '\r\n').replace('’', "'"), false),
    };
    for (const [kind, content] of Object.entries(same)) assert.equal(importTables({ 'a.csv': content }).text.replace("O'B", 'O’B'), whole, kind);
  });

  it('are refused where they define entities: nothing is expanded', () => {
    const laughs = [...'bcdefghij'].map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`);
    assert.match(whyNot('a.ods', odsOf(document(row('&j;'), `<!DOCTYPE x [<!ENTITY a "ha">${laughs.join('')}]>`))), /definitions of its own/);
    assert.match(whyNot('a.ods', odsOf(document(row('x'), '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:1/x.dtd"> %p;]>'))), /definitions of its own/);
    assert.match(whyNot('a.ods', odsOf(document(row('&secret;')))), /damaged/);
    const strings = { ...unzipSync(makeXlsx({ A: [['x']] })), 'xl/sharedStrings.xml': strToU8('<!DOCTYPE x [<!ENTITY a "ha">]><sst><si><t>&a;</t></si></sst>') };
    assert.match(whyNot('a.xlsx', zipSync(strings)), /definitions of its own/);
    assert.match(whyNot('a.ods', odsOf(document(row('x'), '<!DOCTYPE x SYSTEM "file:///etc/passwd">'))), /definitions of its own/);
  });

  it('are refused at once where a row or a cell is said to stand a million times', () => {
    const many = document(`${row('Local authority name', 'Inspection date', 'Inspection type')}<table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000"/></table:table-row>${row('Kirklees', '2024-07-08', 'focused visit')}`);
    assert.match(whyNot('a.ods', odsOf(many)), /far more rows/);
    const filled = document(`<table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000"><text:p>x</text:p></table:table-cell></table:table-row>`);
    assert.match(whyNot('a.ods', odsOf(filled)), /far more columns/);
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
