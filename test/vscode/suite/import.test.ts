import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { makePdf, pageOf, WORDS } from '../../import/make-pdf';
import { closeAll, isInBrowser, open, placeOf, replace, until, untilEqual } from './window';

const HELP = 'The experiences and progress of children who need help and protection';
const TABLE = 'Local authority name,Inspection date,Inspection type,Overall effectiveness\nBexley,2022-05-09,ILACS standard,Outstanding\nLeeds,2022-02-21,ILACS short,Outstanding\n';
const REPORT = makePdf([pageOf([
  'Inspection of Bradford local authority children’s services', 'Inspection dates: 8 to 19 July 2024', 'Lead inspector: Ann Example, His Majesty’s Inspector', '',
  [[71, 'Judgement'], [400, 'Grade']], [[71, HELP], [500, 'Good']], [[71, 'Overall effectiveness'], [400, 'Good']],
]), WORDS]);
const RECORD = 'two-records.inspection.yaml';
const FOLDER = 'imported';

const at = (name: string) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, FOLDER, name);
const write = (name: string, content: string | Uint8Array) => vscode.workspace.fs.writeFile(at(name), typeof content === 'string' ? new TextEncoder().encode(content) : content);
const saved = async (name: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(at(name)));
const active = () => vscode.window.activeTextEditor!.document;

/** Imports files of the folder, as if chosen in the explorer. */
async function importFiles(names: readonly string[], into: object): Promise<void> {
  const uris = names.map(at);
  await vscode.commands.executeCommand('inspectionRecords.import', uris[0], uris, { into });
}

/** What a hover says of where words were read. */
async function readAt(words: string, document = active()): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, placeOf(document, words));
  const texts = hovers.flatMap(({ contents }) => contents.map(content => (typeof content === 'string' ? content : content.value)));
  return /Read (?:on|in) .*/.exec(texts.join('\n'))?.[0] ?? '';
}

describe('import', () => {
  beforeEach(async () => {
    await write('table.csv', TABLE);
    await write('report.pdf', REPORT);
    await write('half.pdf', REPORT.subarray(0, 200));
    // The extension is there as soon as a record is.
    await open(RECORD);
  });
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(at('.'), { recursive: true });
  });

  it('makes a new document of several files, and leaves out what cannot be read', async function () {
    if (isInBrowser) this.skip();
    await importFiles(['half.pdf', 'table.csv', 'gone.pdf', 'report.pdf', 'report.pdf'], { kind: 'new document' });
    assert.deepEqual([active().languageId, active().isUntitled], ['inspection-record', true]);
    assert.deepEqual(active().getText().match(/^authority: .*/gm), ['authority: Bexley', 'authority: Leeds', 'authority: Bradford']);
  });

  it('says on hover where a value was read, until it is changed', async function () {
    if (isInBrowser) this.skip();
    await importFiles(['report.pdf'], { kind: 'new document' });
    await untilEqual('Read on page 1 of report.pdf: “Inspection dates: 8 to 19 July 2024”', () => readAt('2024-07-19'));
    await replace(vscode.window.activeTextEditor!, '2024-07-19', '2024-07-18');
    await untilEqual('', () => readAt('2024-07-18'));
    await untilEqual('Read on page 1 of report.pdf: “Inspection dates: 8 to 19 July 2024”', () => readAt('2024-07-08'));
  });

  it('adds to the open record what it lacks, which can be undone; what is unsaved there stays', async () => {
    await write('bexley.inspection.yaml', 'authority: Bexley\nevent: ILACS standard inspection\nfieldwork:\n  start: 2022-05-09\n');
    const { document } = await open(`${FOLDER}/bexley.inspection.yaml`);
    await vscode.window.activeTextEditor!.edit(edit => edit.insert(new vscode.Position(0, 0), '# unsaved\n'));
    const before = document.getText();
    await importFiles(['table.csv'], { kind: 'document', textDocument: { uri: document.uri.toString() } });
    assert.match(document.getText(), /^# unsaved\nauthority: Bexley\n[^]*\n {2}Overall effectiveness: Outstanding\n[^]*\n---\nauthority: Leeds\n/);
    assert.ok(document.isDirty);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('makes a file for each authority', async () => {
    await importFiles(['table.csv'], { kind: 'new files', folder: at('.').toString() });
    assert.match(await saved('bexley.inspection.yaml'), /^authority: Bexley\n/);
    assert.match(await saved('leeds.inspection.yaml'), /^authority: Leeds\n/);
    await until('the first of them', () => active().uri.path.endsWith('bexley.inspection.yaml'));
  });

  it('adds to the records of a folder: what nobody has open is saved, what is open is left to be looked at', async () => {
    await write('a.inspection.yaml', '# mine\nauthority: Bexley\nevent: ILACS standard inspection\nfieldwork:\n  start: 2022-05-09\njudgements:\n  Overall effectiveness: Good\n');
    await importFiles(['table.csv'], { kind: 'folder', folder: at('.').toString() });
    const text = await saved('a.inspection.yaml');
    assert.match(text, /^# mine\nauthority: Bexley\n[^]*\n {2}Overall effectiveness: Good\n[^]*says:\n[^]*Outstanding/);
    assert.match(await saved('leeds.inspection.yaml'), /^authority: Leeds\n/);
    // There is nothing to add a second time.
    await closeAll();
    await importFiles(['table.csv'], { kind: 'folder', folder: at('.').toString() });
    assert.equal(await saved('a.inspection.yaml'), text);
  });

  it('begins a new record from a report', async function () {
    if (isInBrowser) this.skip();
    await vscode.commands.executeCommand('inspectionRecords.newRecordFromReport', at('report.pdf'));
    assert.match(active().getText(), /^authority: Bradford\nevent: ILACS standard inspection\n/);
    assert.ok(active().isUntitled);
  });

  it('takes tables in the browser, too, and reports where there is something to read them', async () => {
    await importFiles(['table.csv', 'report.pdf'], { kind: 'new document' });
    assert.match(active().getText(), /^authority: Bexley\n/);
    assert.equal(active().getText().includes('Bradford'), !isInBrowser);
  });

  it('changes nothing where nothing can be read', async () => {
    const { document } = await open(RECORD);
    await importFiles(['half.pdf', 'gone.csv'], { kind: 'new document' });
    assert.equal(active(), document);
    assert.ok(!document.isDirty);
  });
});

describe('the paste command', () => {
  afterEach(closeAll);

  it('makes judgements and findings of what was copied', async () => {
    const editor = await open(RECORD);
    await replace(editor, '  The experiences and progress of children in care: Good\n', '');
    const at = placeOf(editor.document, 'fieldwork');
    editor.selection = new vscode.Selection(at, at);
    await vscode.env.clipboard.writeText('Children in care\tGood\nHelp and protection\tGood\n');
    await vscode.commands.executeCommand('inspectionRecords.paste');
    assert.ok(editor.document.getText().includes('  The experiences and progress of children in care: Good\n'));
    await vscode.env.clipboard.writeText('• One thing.\n• Another.\n');
    await vscode.commands.executeCommand('inspectionRecords.paste');
    assert.ok(editor.document.getText().includes('needs_improvement:\n  - One thing.\n  - Another.\n'), editor.document.getText());
  });
});
