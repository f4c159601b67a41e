import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { readPdf } from '../../server/import/pdf/read-pdf';
import { readReport } from '../../server/import/report/read-report';
import { unify } from '../../server/import/unify';
import { writeRecords } from '../../server/import/write-record';
import { gatherRequest, placeImportRequest, readSourceRequest, type GatherResult, type PlaceImportResult, type ReadSourceResult } from '../../server/lsp/protocol';
import { checker, EVIDENCE, skipWithout } from '../import/support';
import { Editor } from '../support/editor';

const FOLDER = path.join(EVIDENCE, 'reports');
const reports = fs.existsSync(FOLDER) ? fs.readdirSync(FOLDER).filter(name => name.endsWith('.pdf')) : [];

/** Files that are imported together. */
const AT_ONCE = 11;

describe('reports as they are published, over stdio', () => {
  let editor: Editor | undefined;
  before(async () => {
    if (reports.length > 0) editor = await Editor.start();
  });
  after(() => editor?.stop());

  /** The records that an editor would get of files. */
  async function throughServer(names: readonly string[]): Promise<string> {
    const readings: number[] = [];
    for (const name of names) {
      const result = await editor!.connection.sendRequest<ReadSourceResult>(readSourceRequest, { name, content: fs.readFileSync(path.join(FOLDER, name), 'base64') });
      readings.push('reading' in result ? result.reading : assert.fail(result.problem));
    }
    const { import: id } = await editor!.connection.sendRequest<GatherResult>(gatherRequest, { readings });
    const { files: [file] } = await editor!.connection.sendRequest<PlaceImportResult>(placeImportRequest, { import: id, into: { kind: 'new document' } });
    return file && 'text' in file ? file.text : '';
  }

  if (reports.length === 0) it('become the same records as on the command line', skipWithout(FOLDER));

  /** The records that the command line would print of them. */
  async function throughEngine(names: readonly string[]): Promise<string> {
    const drafts = [];
    for (const name of names) drafts.push(...readReport(await readPdf(new Uint8Array(fs.readFileSync(path.join(FOLDER, name)))), name, checker.reference).drafts);
    return writeRecords(unify(drafts).drafts, { evidence: false });
  }

  for (let at = 0; at < reports.length; at += AT_ONCE) {
    const names = reports.slice(at, at + AT_ONCE);
    it(`become the same records as on the command line, letter by letter: ${names[0]} to ${names.at(-1)}`, async () => {
      const [text, expected] = await Promise.all([throughServer(names), throughEngine(names)]);
      assert.equal(text.match(/^authority: /gm)?.length, names.length);
      assert.equal(text, expected);
    });
  }
});
