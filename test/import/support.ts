import fs from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { readTableFile } from '../../server/import/read-file';
import { unify } from '../../server/import/unify';
import { writeRecords } from '../../server/import/write-record';
import { RecordStream } from '../../server/records/stream';
import { newChecker } from '../support/checker';

/** What is published of inspections in truth. It lies beside the project, and is never needed: tests that use it are skipped where it is not there. */
export const EVIDENCE = path.resolve('..', 'shared', 'data');

/** Skips a test where a file of the evidence is not there, and says so. */
export function needsEvidence(context: Mocha.Context, name: string): Uint8Array {
  const file = path.join(EVIDENCE, name);
  return fs.existsSync(file) ? fs.readFileSync(file) : skip(context, file);
}

/** The test that stands for those of files that are not there: it is skipped, and says so. */
export function skipWithout(file: string): Mocha.Func {
  return function () { skip(this, file); };
}

function skip(context: Mocha.Context, file: string): never {
  console.log(`    skipped: the evidence is not there (${path.relative('.', file)})`);
  return context.skip();
}

/** The records of tables, and what is said of the reading. */
export function importTables(files: Readonly<Record<string, Uint8Array | string>>, { evidence = false, event }: { evidence?: boolean; event?: string } = {}): { text: string; notes: string[]; records: number } {
  const { reference } = checker;
  const known = event === undefined ? undefined : reference.events.all.find(({ name }) => name === event);
  const readings = Object.entries(files).map(([name, content]) => readTableFile({ name, bytes: typeof content === 'string' ? strToU8(content) : content }, { reference, event: known }));
  const { drafts, notes } = unify(readings.flatMap(reading => reading.drafts));
  return { text: writeRecords(drafts, { evidence }), notes: [...readings.flatMap(reading => reading.notes), ...notes], records: drafts.length };
}

/** What the rules have to say about records: "rule at words". */
export function findingsIn(text: string): { rule: string; severity: string; message: string; authority: string }[] {
  return RecordStream.of(text).slices.flatMap(slice => checker.findings(slice).map(({ rule, severity, message }) => {
    const authority = checker.inspection(slice)?.authority?.node.text ?? '';
    return { rule, severity, message, authority };
  }));
}

export const checker = newChecker();

/** One cell of a spreadsheet to be made. */
export type MadeCell = string | { day: string } | { link: string; words: string };

/** A spreadsheet as OpenDocument has it. */
export function makeOds(sheets: Readonly<Record<string, readonly (readonly MadeCell[])[]>>): Uint8Array {
  const cell = (value: MadeCell) => {
    if (typeof value === 'string') return `<table:table-cell office:value-type="string"><text:p>${escaped(value)}</text:p></table:table-cell>`;
    if ('day' in value) return `<table:table-cell office:value-type="date" office:date-value="${value.day}T00:00:00"><text:p>${value.day.split('-').reverse().join('/')}</text:p></table:table-cell>`;
    return `<table:table-cell office:value-type="string" table:formula="of:=HYPERLINK(&quot;${escaped(value.link)}&quot;;&quot;${escaped(value.words)}&quot;)"><text:p>${escaped(value.words)}</text:p></table:table-cell>`;
  };
  const tables = Object.entries(sheets).map(([name, rows]) => `<table:table table:name="${escaped(name)}">${rows.map(row => `<table:table-row>${row.map(cell).join('')}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>`).join('')}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`);
  return odsOf(`<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`);
}

export function odsOf(content: string): Uint8Array {
  return zipSync({ 'mimetype': strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8(content) });
}

/** The same as Office Open XML has it: words in a list of their own, days as numbers with a style, links beside the sheet. */
export function makeXlsx(sheets: Readonly<Record<string, readonly (readonly MadeCell[])[]>>): Uint8Array {
  const strings: string[] = [];
  const parts: Record<string, Uint8Array> = {};
  const names = Object.keys(sheets);
  for (const [at, rows] of Object.values(sheets).entries()) {
    const links: string[] = [];
    const place = (column: number, row: number) => `${String.fromCharCode(65 + column)}${row + 1}`;
    const cells = rows.map((row, y) => `<row r="${y + 1}">${row.map((value, x) => {
      if (value === '') return '';
      if (typeof value !== 'string' && 'day' in value) return `<c r="${place(x, y)}" s="1"><v>${Date.parse(value.day) / 86_400_000 + 25_569}</v></c>`;
      if (typeof value !== 'string') links.push(`<hyperlink ref="${place(x, y)}" r:id="rId${links.length + 1}"/>|${value.link}`);
      return `<c r="${place(x, y)}" t="s"><v>${strings.push(typeof value === 'string' ? value : value.words) - 1}</v></c>`;
    }).join('')}</row>`).join('');
    parts[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(`<worksheet xmlns:r="r"><sheetData>${cells}</sheetData><hyperlinks>${links.map(link => link.split('|')[0]).join('')}</hyperlinks></worksheet>`);
    parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = strToU8(`<Relationships>${links.map((link, index) => `<Relationship Id="rId${index + 1}" Target="${escaped(link.split('|')[1]!)}"/>`).join('')}</Relationships>`);
  }
  return zipSync({
    ...parts,
    'xl/workbook.xml': strToU8(`<workbook xmlns:r="r"><sheets>${names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8(`<Relationships>${names.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings.map(text => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`),
    'xl/styles.xml': strToU8('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'),
  });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
