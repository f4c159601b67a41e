import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  finishImportNotification, gatherRequest, placeImportRequest, readSourceRequest, type GatherResult, type ImportPlace, type PlacedFile, type PlaceImportResult, type ReadSourceResult,
} from '../../server/lsp/protocol';
import { makePdf, pageOf, WORDS } from '../import/make-pdf';
import { Editor } from '../support/editor';
import { TemporaryFolder } from '../support/folder';

const HELP = 'The experiences and progress of children who need help and protection';
const TABLE = 'Local authority name,Inspection date,Inspection type,Overall effectiveness\nKent,2022-05-09,ILACS standard,Outstanding\nLeeds,2022-02-21,ILACS short,Outstanding\n';
const REPORT = makePdf([pageOf([
  'Inspection of Kirklees local authority children’s services', 'Inspection dates: 8 to 19 July 2024', 'Lead inspector: Ann Example, His Majesty’s Inspector', '',
  [[71, 'Judgement'], [400, 'Grade']], [[71, HELP], [400, 'Good']], [[71, 'Overall effectiveness'], [400, 'Good']],
]), WORDS]);

const KENT = 'authority: Kent\nevent: ILACS standard inspection\nfieldwork:\n  start: 2022-05-09\n';
const OPEN = 'untitled:Untitled-1';

describe('import of reports and tables, over stdio', () => {
  let editor: Editor;
  let folder: TemporaryFolder;
  const uriOf = (name: string) => folder.uri(name);
  beforeEach(async () => {
    folder = new TemporaryFolder({ 'kent.inspection.yaml': `# ours\n${KENT}judgements:\n  Overall effectiveness: Good # so it is\n` });
    editor = await Editor.start(undefined, folder.path);
  });
  afterEach(async () => {
    await editor.stop();
    folder.remove();
  });

  const read = (name: string, content: string | Uint8Array) => editor.connection.sendRequest<ReadSourceResult>(readSourceRequest, { name, content: Buffer.from(content).toString('base64'), near: uriOf('new.inspection.yaml') });

  async function gathered(...files: [string, string | Uint8Array][]): Promise<GatherResult> {
    const readings: number[] = [];
    for (const [name, content] of files) {
      const result = await read(name, content);
      readings.push('reading' in result ? result.reading : assert.fail(result.problem));
    }
    return editor.connection.sendRequest<GatherResult>(gatherRequest, { readings });
  }

  const place = ({ import: id }: GatherResult, into: ImportPlace) => editor.connection.sendRequest<PlaceImportResult>(placeImportRequest, { import: id, into });
  const textOf = (file: PlacedFile | undefined, before = '') => (file && 'edits' in file ? TextDocument.applyEdits(TextDocument.create('', '', 0, before), file.edits) : file?.text);

  it('tells what was read of several files, what is doubtful, and where records of these authorities are', async () => {
    const result = await gathered(['table.csv', TABLE], ['report.pdf', REPORT]);
    assert.deepEqual([result.records, result.authorities, result.notes, result.homes], [3, ['Kent', 'Leeds', 'Kirklees'], [], [uriOf('kent.inspection.yaml')]]);
    assert.deepEqual((await gathered(['2024.csv', 'Local authority name,Published\nKent,2024-07-08\n'])).doubts.length > 0, true);
  });

  it('says why a file cannot be read, and goes on', async () => {
    assert.deepEqual(await read('half.pdf', REPORT.subarray(0, 200)), { problem: 'it is damaged, or was not downloaded to its end.' });
    assert.deepEqual(await read('page.csv', '<!doctype html><p>Not found'), { problem: 'it is a web page, not the file that was to be downloaded; download it again.' });
    assert.match(JSON.stringify(await read('table.csv', TABLE)), /"records":2/);
  });

  it('ends when it is cancelled', async () => {
    const source = new CancellationTokenSource();
    const reading = editor.connection.sendRequest(readSourceRequest, { name: 'report.pdf', content: Buffer.from(REPORT).toString('base64') }, source.token);
    source.cancel();
    await assert.rejects(reading);
  });

  it('makes one text, or a file for each authority', async () => {
    const both = await gathered(['table.csv', TABLE]);
    const one = await place(both, { kind: 'new document' });
    assert.deepEqual([one.added, one.files.map(({ uri }) => uri)], [2, [undefined]]);
    assert.match(textOf(one.files[0])!, /^authority: Kent\n[^]*\n---\nauthority: Leeds\n/);
    const several = await place(both, { kind: 'new files', folder: uriOf('.') });
    assert.deepEqual(several.files.map(({ uri }) => uri), [uriOf('kent.inspection.yaml'), uriOf('leeds.inspection.yaml')]);
  });

  it('adds to the records of a folder what they lack, tells what differs, and makes files for others', async () => {
    const { files, added, completed, notes } = await place(await gathered(['table.csv', TABLE]), { kind: 'folder', folder: uriOf('.') });
    assert.deepEqual([added, completed, files.map(({ uri }) => uri)], [1, 1, [uriOf('kent.inspection.yaml'), uriOf('leeds.inspection.yaml')]]);
    const text = textOf(files[0], folder.read('kent.inspection.yaml'))!;
    assert.match(text, /^# ours\n[^]*Overall effectiveness: Good # so it is\nsources:\n[^]*says:\n[^]*Outstanding/);
    assert.match(notes.join(), /'Overall effectiveness' is Outstanding, where the record has Good; the record is left as it is\./);
  });

  it('takes an open document as the editor has it, with its version', async () => {
    const uri = uriOf('kent.inspection.yaml');
    await editor.open(uri, `${KENT}judgements:`.replaceAll('\n', '\r\n'));
    const { files: [file] } = await place(await gathered(['table.csv', TABLE]), { kind: 'document', textDocument: { uri } });
    assert.equal(file && 'version' in file && file.version, 1);
    assert.match(textOf(file, editor.text(uri))!, /\r\njudgements:\r\n {2}Overall effectiveness: Outstanding\r\nsources:\r\n[^]*\r\n---\r\nauthority: Leeds\r\n/);
  });

  it('fills the record at the cursor that has only been begun, if it can be the one', async () => {
    await editor.open(OPEN, 'authority: Leeds\n---\nauthority: Kirklees # mine\nevent:\n');
    const report = await gathered(['report.pdf', REPORT]);
    const at = async (line: number) => textOf((await place(report, { kind: 'document', textDocument: { uri: OPEN }, position: { line, character: 0 } })).files[0], editor.text(OPEN))!;
    assert.match(await at(2), /^authority: Leeds\n---\nauthority: Kirklees # mine\nevent: ILACS standard inspection\nfieldwork:\n {2}start: 2024-07-08\n/);
    assert.match(await at(0), /^authority: Leeds\n---\nauthority: Kirklees # mine\nevent:\n---\nauthority: Kirklees\n/);
  });

  describe('what a value was read from', () => {
    const hover = async (words: string, uri = OPEN) => {
      const found = await editor.connection.sendRequest<{ contents: { value: string } } | null>('textDocument/hover', { textDocument: { uri }, position: editor.rangeOf(uri, words).start });
      return /Read (?:on|in) .*/.exec(found?.contents.value ?? '')?.[0];
    };

    /** An import that has gone into an open document, behind a record that was there. */
    async function imported(uri = OPEN): Promise<void> {
      const report = await gathered(['report.pdf', REPORT]);
      const { files: [file] } = await place(report, { kind: 'new document' });
      await editor.open(uri, `authority: Leeds\njudgements:\n  ${HELP}: Good\n---\n${textOf(file)!}`);
      await editor.connection.sendNotification(finishImportNotification, { import: report.import, readings: [], uris: [uri] });
    }

    it('is told on hover, for the imported record only', async () => {
      await imported();
      assert.equal(await hover('2024-07-19'), 'Read on page 1 of report.pdf: “Inspection dates: 8 to 19 July 2024”');
      assert.match((await hover('Ann Example'))!, /^Read on page 1 of report\.pdf: “Lead inspector: Ann Example/);
      assert.equal(await hover('Good'), undefined);
      assert.equal(await hover('lead_inspector'), undefined);
    });

    it('is not told any more of a value that was changed; of others it is, and of the value when it is back', async () => {
      await imported();
      await editor.replace(OPEN, '2024-07-19', '2024-07-20');
      assert.equal(await hover('2024-07-20'), undefined);
      assert.match((await hover('2024-07-08'))!, /^Read on page 1/);
      await editor.replace(OPEN, '2024-07-20', '2024-07-19');
      assert.match((await hover('2024-07-19'))!, /^Read on page 1/);
    });

    it('follows the record when others are put before it, or it is given to another authority', async () => {
      await imported();
      await editor.change(OPEN, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, 'authority: Kent\n---\n');
      await editor.replace(OPEN, 'Kirklees', 'Bradford');
      assert.equal(await hover('Bradford'), undefined);
      assert.match((await hover('2024-07-19'))!, /^Read on page 1/);
    });

    it('is forgotten when the document is closed, and goes with one that is saved as a file', async () => {
      await imported();
      const text = editor.text(OPEN);
      const uri = uriOf('kirklees.inspection.yaml');
      await editor.open(uri, text);
      await editor.close(OPEN);
      assert.match((await hover('2024-07-19', uri))!, /^Read on page 1/);
      await editor.close(uri);
      await editor.open(uri, text);
      assert.equal(await hover('2024-07-19', uri), undefined);
    });
  });

});
