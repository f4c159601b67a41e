import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { SaxesParser } from 'saxes';
import { exportColumns } from '../../../server/reports/columns';
import { githubReporter } from '../../../server/reports/github';
import { gitlabReporter } from '../../../server/reports/gitlab';
import { jsonReporter } from '../../../server/reports/json';
import { junitReporter } from '../../../server/reports/junit';
import { markdownReporter } from '../../../server/reports/markdown';
import { addToTotals, noTotals, placeFindings, type FileReport, type Reporter } from '../../../server/reports/report';
import { sarifReporter } from '../../../server/reports/sarif';
import { csvWriter, ndjsonWriter } from '../../../server/reports/table';
import { textReporter } from '../../../server/reports/text';
import { RecordStream } from '../../../server/records/stream';
import { visible } from '../../../server/text/visible';
import { newChecker, reference } from '../../support/checker';

// What is written of a record, read again by whoever reads it. What fails is what a record says and is taken for something else.

// The renderer of Markdown that VS Code itself uses; it comes with the packager of extensions.
interface Renderer { render(text: string): string }
const MarkdownIt = createRequire(createRequire(__filename).resolve('@vscode/vsce/package.json'))('markdown-it') as new (options: object) => Renderer;
const renderer = new MarkdownIt({ html: true, linkify: true });

const checker = newChecker();

/** A record and where it is said to stand, with all that is found in it. */
export function reportOn(text: string, path: string): FileReport {
  const stream = RecordStream.of(text);
  const findings = stream.records.flatMap(({ index: slice, slice: record }, index) =>
    placeFindings({ path, stream, slice, index, inspection: checker.inspection(record) }, checker.findings(record), () => { throw new Error('nothing leads to other records here'); }));
  return { path, records: stream.records.length, findings };
}

export function written(reporter: Reporter, report: FileReport): string {
  const totals = noTotals();
  addToTotals(totals, report);
  return reporter.file(report) + reporter.end(totals);
}

/** No control character, and none that changes the direction of writing, in what a terminal may show. */
export function assertVisible(text: string, what: string): void {
  const shown = visible(text.replaceAll('\n', ''));
  const plain = text.replaceAll('\n', '');
  if (shown === plain) return;
  const at = [...plain].findIndex((character, i) => [...shown][i] !== character);
  assert.fail(`${what}: ${JSON.stringify([...plain].slice(Math.max(0, at - 40), at + 20).join(''))}`);
}

const OURS = /^(h[1-6]|p|strong|em|ul|ol|li|table|thead|tbody|tr|th|td|blockquote|pre|code|hr|br)$/;

/** Markdown that says only what it shows: no element but those of our own making, and no address but of pages of ours and on the web. */
export function assertPlainMarkdown(markdown: string, what: string, { mayLink = false } = {}): void {
  for (const [tag, name, attributes] of renderer.render(markdown).matchAll(/<\/?([a-z!?][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi)) {
    const isLink = mayLink && name === 'a' && (attributes === '' || /^ href="(https?:\/\/|file:\/\/\/rules\/)[^"]*"$/.test(attributes!));
    const isOurs = OURS.test(name!) && /^( class="language-yaml"| style="text-align:\w+")? ?\/?$/.test(attributes!);
    assert.ok(isLink || isOurs, `${tag}: ${what}`);
  }
}

interface Element { name: string; attributes: string[] }

function elementsOf(xml: string): Element[] {
  const elements: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', error => { throw error; });
  parser.on('opentag', ({ name, attributes }) => { elements.push({ name, attributes: Object.keys(attributes) }); });
  parser.write(xml).close();
  return elements;
}

/** How each report is read, by its format. */
const READERS: Readonly<Record<string, (report: FileReport) => void>> = {
  text: report => assertVisible(written(textReporter({ paint: (_, text) => text, width: 100 }), report), 'text'),
  json: report => assert.equal((JSON.parse(harmlessJson(written(jsonReporter(), report))) as { findings: unknown[] }).findings.length, report.findings.length),
  sarif: report => {
    const { runs: [run] } = JSON.parse(harmlessJson(written(sarifReporter({ version: '1.0.0' }), report))) as { runs: [{ results: { message: { text: string } }[] }] };
    assert.equal(run.results.length, report.findings.length);
    // In SARIF this is a link.
    for (const { message } of run.results) assert.doesNotMatch(message.text, /(?<!\\)\]\(/);
  },
  gitlab: report => assert.equal((JSON.parse(harmlessJson(written(gitlabReporter(), report))) as unknown[]).length, report.findings.length),
  junit: report => {
    const xml = written(junitReporter({ fails: () => true }), report);
    assertVisible(xml, 'junit');
    const elements = elementsOf(xml);
    assert.equal(elements.filter(({ name }) => name === 'testcase').length, Math.max(1, report.findings.length));
    for (const { name, attributes } of elements) {
      assert.match(name, /^(testsuites|testsuite|testcase|failure)$/);
      for (const attribute of attributes) assert.match(attribute, /^(name|tests|failures|errors|skipped|classname|file|line|type|message)$/);
    }
  },
  github: report => {
    const lines = written(githubReporter(), report).split('\n').slice(0, -1);
    assert.equal(lines.length, report.findings.length);
    for (const line of lines) {
      assert.match(line, /^::(error|warning|notice) file=[^:,]*,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,title=[a-z-]+::[^\r\n]*$/);
      assertVisible(line, line);
    }
  },
  markdown: report => {
    const markdown = written(markdownReporter(), report);
    assertVisible(markdown, 'markdown');
    assertPlainMarkdown(markdown, markdown);
  },
};

function harmlessJson(json: string): string {
  assertVisible(json, 'json');
  return json;
}

/** All reports on what is found in a text. */
export function holdsInReports(text: string, path: string): void {
  const report = reportOn(text, path);
  for (const read of Object.values(READERS)) read(report);
}

/** The rows of comma-separated values as RFC 4180 has them. */
function parseCsv(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const rows: string[][] = [[]];
  while (cell.lastIndex < text.length) {
    const [, quoted, plain, end] = cell.exec(text) ?? assert.fail(`No CSV: ${text}`);
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

/** Tables of the records: as many cells as columns, none of them a formula; in JSON, names of records are only names. */
export function holdsInTables(text: string, path: string): void {
  const columns = exportColumns(reference);
  const csv = csvWriter(columns);
  const ndjson = ndjsonWriter(columns);
  for (const { slice } of RecordStream.of(text).records) {
    const inspection = checker.inspection(slice);
    if (!inspection) continue;
    const record = { path, number: 1, inspection };
    const rows = parseCsv(csv.begin + csv.row(record));
    assert.deepEqual(rows.map(row => row.length), [columns.length, columns.length], path);
    for (const cell of rows[1]!) assert.doesNotMatch(cell, /^[=+\-@\t\r\n＝＋－＠]/);
    const value = JSON.parse(harmlessJson(ndjson.row(record)).trim()) as object;
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
    assert.deepEqual(Object.keys(value), columns.map(({ name }) => name));
  }
  assert.equal(({} as Record<string, unknown>).polluted, undefined);
}
