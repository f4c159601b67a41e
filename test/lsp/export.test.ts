import assert from 'node:assert/strict';
import { exportRequest, pageExportRequest, type ExportParams, type ExportResult } from '../../server/lsp/protocol';
import { wordWriters } from '../../server/summary/word/writers';
import { startInProcess, type Client } from '../support/in-process';
import { wordText } from '../summary/word-text';

const URI = 'memory:/records/kirklees%20and%20kent.inspection.yaml';
const KIRKLEES = 'authority: Kirklees\nevent: ILACS focused visit\nfieldwork:\n  start: 2024-07-08\npublished: 2024-08-28\nstrengths:\n  - One\n';
const TEXT = `${KIRKLEES}---\n${KIRKLEES.replace('Kirklees', 'Kent').replace('One', 'Two')}`;

describe('the export of records over LSP', () => {
  let client: Client;
  const open = (text: string) => client.notify('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'inspection-record', version: 1, text } });
  const ask = (params: Partial<ExportParams> = {}) => client.request<ExportResult>(exportRequest, { textDocument: { uri: URI }, position: { line: 9, character: 0 }, format: 'markdown', style: 'record', ...params });
  const texts = (result: ExportResult) => ('text' in result ? result.text : assert.fail(JSON.stringify(result)));

  describe('on the desktop', () => {
    beforeEach(async () => {
      client = await startInProcess(new Map(), { host: { word: () => Promise.resolve(wordWriters) } });
      open(TEXT);
    });

    it('is of the record at a place, under a name of its own', async () => {
      const result = await ask();
      assert.ok('name' in result && result.name === 'kent-july-2024.md', JSON.stringify(result));
      assert.match(texts(result), /^# Kent: ILACS focused visit, July 2024\n[^]*- Two\n/);
    });

    it('is of all records of the file, under the name of the file', async () => {
      const result = await ask({ position: undefined, format: 'html' });
      assert.ok('name' in result && result.name === 'kirklees-and-kent.html', JSON.stringify(result));
      assert.match(texts(result), /<h1>2 inspection records<\/h1>/);
      assert.match(texts(result), /style-src 'sha256-[A-Za-z0-9+/]{43}='/);
    });

    it('is a briefing that names the file and its lines', async () => {
      const result = await ask({ style: 'briefing' });
      assert.ok('name' in result && result.name === 'kent-july-2024-briefing.md');
      assert.match(texts(result), /Briefing made from kirklees and kent\.inspection\.yaml[^]*- Two \(line 15\)/);
    });

    it('is a Word file in base64', async () => {
      const result = await ask({ format: 'docx' });
      assert.ok('base64' in result && result.name === 'kent-july-2024.docx');
      assert.match(wordText(Buffer.from(result.base64, 'base64')), /^\[Heading1\] Kent: ILACS focused visit, July 2024\n/);
    });

    it('of a journey is a Word file, too', async () => {
      const result = await client.request<ExportResult>(pageExportRequest, { subject: { kind: 'journey', authority: 'Kent', near: URI }, format: 'docx' });
      assert.ok('base64' in result && result.name === 'journey-of-kent.docx', JSON.stringify(result));
      assert.match(wordText(Buffer.from(result.base64, 'base64')), /^\[Heading1\] Kent\n[^]*ILACS focused visit/);
    });

    it('is refused in words where there is no record, or no such document', async () => {
      const blank = 'memory:/records/blank.inspection.yaml';
      client.notify('textDocument/didOpen', { textDocument: { uri: blank, languageId: 'inspection-record', version: 1, text: '# nothing\n' } });
      assert.deepEqual(await ask({ textDocument: { uri: blank } }), { refusal: 'There is no record here yet.' });
      assert.deepEqual(await ask({ textDocument: { uri: 'memory:/nowhere' } }), { refusal: 'Open the file first: only what is open can be exported.' });
    });
  });

  it('is no Word file where its writer cannot be loaded', async () => {
    client = await startInProcess(new Map());
    open(TEXT);
    assert.match(JSON.stringify(await ask({ format: 'docx' })), /not in the browser\. Choose another form\./);
  });

  it('gives way to other requests, however many records there are', async () => {
    let turns = 0;
    let now = 0;
    // A clock on which every look takes a millisecond, so that it is counted and not measured how often others have their turn.
    client = await startInProcess(new Map(), { host: { now: () => now++, yield: () => { turns++; return Promise.resolve(); } } });
    open(Array.from({ length: 300 }, (_, index) => KIRKLEES.replace('2024-07-08', `20${10 + (index % 14)}-01-0${1 + (index % 9)}`)).join('---\n'));
    await ask({ position: undefined, format: 'tsv' });
    assert.ok(turns > 20, `${turns} turns`);
  });
});
