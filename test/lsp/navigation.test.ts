import assert from 'node:assert/strict';
import type { ClientCapabilities, Location, Position, SymbolInformation, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { Editor, PULLS } from '../support/editor';
import { TemporaryFolder } from '../support/folder';

const INSPECTION = `# The inspection
id: kent-2022   # named so since 2022
authority: Kent
event: ILACS standard inspection
published: 2022-07-08
`;
const VISITS = `authority: Kent
event: ILACS focused visit
published: 2023-05-02
follows: "kent-2022"\r
---
id: kent-visit
authority: Kent
event: ILACS focused visit
published: 2024-05-02
follow_up:
  - kind: improvement board
    follows: kent-2022
  - kind: action plan due
    follows: kent-2022 and what came of it
`;

describe('ids across files, over stdio', () => {
  let editor: Editor;
  let folder: TemporaryFolder;
  afterEach(async () => {
    await editor.stop();
    folder.remove();
  });

  /** The visits are open in the editor, the inspection is on disk only. */
  async function open(capabilities: ClientCapabilities = PULLS, visits = VISITS): Promise<string> {
    folder = new TemporaryFolder({ 'kent/2022.inspection.yaml': INSPECTION, 'visits & more.inspection.yml': visits, 'kent/notes.yaml': INSPECTION });
    editor = await Editor.start(capabilities, folder.path);
    const uri = folder.uri('visits & more.inspection.yml');
    await editor.open(uri, visits);
    while (!(await symbols('')).some(({ name }) => name.includes('2022'))) await new Promise(resolve => setTimeout(resolve, 20));
    return uri;
  }
  const ask = <T>(method: string, uri: string, position: Position, more: object = {}) => editor.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, position, ...more });
  const symbols = (query: string) => editor.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query });
  const at = (uri: string, words: string) => editor.rangeOf(uri, words).start;
  const places = (locations: Location[]) => locations.map(({ uri, range: { start, end } }) => [decodeURIComponent(uri).split('/').at(-1), `${start.line}:${start.character}-${end.character}`]);

  it('leads from an id to the record that has it, in a file that is not open', async () => {
    const uri = await open();
    const expected = [['2022.inspection.yaml', '1:4-13']];
    for (const words of ['kent-2022"', '"kent-2022', 'kent-2022\n']) assert.deepEqual(places(await ask('definition', uri, at(uri, words))), expected, words);
    assert.deepEqual(await ask('definition', uri, at(uri, 'Kent')), []);
    assert.deepEqual(await ask('definition', uri, at(uri, 'kent-2022 and')), [], 'a text that is no id leads nowhere');
  });

  it('leads from a finding to the judgement that it belongs to', async () => {
    const uri = await open(PULLS, `${INSPECTION.replace('id: kent-2022', 'id: kent-2021')}judgements:\n  Overall effectiveness: Good\nstrengths:\n  - text: One.\n    judgement: overall\n`);
    assert.deepEqual(places(await ask('definition', uri, at(uri, 'overall\n'))), [['visits & more.inspection.yml', '6:2-23']]);
  });

  it('finds all that point to a record, with or without the record', async () => {
    const uri = await open();
    const references = (includeDeclaration: boolean) => ask<Location[]>('references', uri, at(uri, 'kent-2022'), { context: { includeDeclaration } });
    const pointing = [['visits & more.inspection.yml', '3:9-20'], ['visits & more.inspection.yml', '11:13-22']];
    assert.deepEqual(places(await references(false)), pointing);
    assert.deepEqual(places(await references(true)), [['2022.inspection.yaml', '1:4-13'], ...pointing]);
  });

  it('renames an id in every file, as it is quoted there, and nothing else', async () => {
    const uri = await open();
    assert.deepEqual(await ask('prepareRename', uri, at(uri, 'kent-2022')), { range: { start: { line: 3, character: 9 }, end: { line: 3, character: 20 } }, placeholder: 'kent-2022' });
    const edit = (await ask<WorkspaceEdit>('rename', uri, at(uri, 'kent-2022'), { newName: 'kent-july-2022' }));
    assert.equal(editor.edited(uri, edit), VISITS.replace('"kent-2022"', '"kent-july-2022"').replace('follows: kent-2022\n', 'follows: kent-july-2022\n'));
    const other = folder.uri('kent/2022.inspection.yaml');
    await editor.open(other, INSPECTION);
    assert.deepEqual(Object.keys(edit.changes!).sort(), [other, uri].sort());
    assert.equal(editor.edited(other, edit), INSPECTION.replace('kent-2022 ', 'kent-july-2022 '));
  });

  it('keeps a new id a text where it looks like a number', async () => {
    const uri = await open();
    const edit = (await ask<WorkspaceEdit>('rename', uri, at(uri, 'kent-visit'), { newName: '2024' }));
    assert.match(editor.edited(uri, edit), /^id: "2024"$/m);
  });

  it('binds the edits of open files to their versions, for clients that can tell', async () => {
    const uri = await open({ ...PULLS, workspace: { workspaceEdit: { documentChanges: true } } });
    const { changes, documentChanges } = await ask<WorkspaceEdit>('rename', uri, at(uri, 'kent-2022'), { newName: 'kent-july-2022' });
    assert.equal(changes, undefined);
    assert.deepEqual(documentChanges!.map(change => 'textDocument' in change && change.textDocument), [{ uri: folder.uri('kent/2022.inspection.yaml'), version: null }, { uri, version: 1 }]);
  });

  it('finds all records of an authority, in order of date, however it is written', async () => {
    const uri = await open(PULLS, VISITS.replace('authority: Kent', 'authority: kent'));
    const found = await ask<Location[]>('references', uri, at(uri, 'kent'), { context: { includeDeclaration: true } });
    assert.deepEqual(places(found), [['2022.inspection.yaml', '2:11-15'], ['visits & more.inspection.yml', '0:11-15'], ['visits & more.inspection.yml', '6:11-15']]);
  });

  it('says why something cannot be renamed', async () => {
    const uri = await open(PULLS, `${VISITS}---\nid: kent-visit\nauthority: Kent\nfollows: nobody\n`);
    const refused = (request: Promise<unknown>, message: RegExp) => assert.rejects(request, (error: { message: string }) => message.test(error.message));
    await refused(ask('prepareRename', uri, at(uri, 'Kent')), /^Only the id of a record can be renamed/);
    await refused(ask('prepareRename', uri, at(uri, 'nobody')), /^No record of this workspace has the id 'nobody'\.$/);
    await refused(ask('prepareRename', uri, at(uri, 'kent-visit')), /^2 records have the id 'kent-visit'/);
    await refused(ask('rename', uri, at(uri, 'kent-2022'), { newName: 'kent-visit' }), /^Another record has the id 'kent-visit' already\.$/);
    for (const newName of ['Kent 2022', '', 'é']) await refused(ask('rename', uri, at(uri, 'kent-2022'), { newName }), /^An id holds only small letters/);
    await refused(ask('prepareRename', 'file:///not-open.inspection.yaml', { line: 0, character: 0 }), /^Only the id/);
  });

  it('finds records by authority, event, date and id', async () => {
    await open();
    const names = async (query: string) => (await symbols(query)).map(({ name, containerName }) => [name, containerName ?? '']);
    const inspection = ['Kent, ILACS standard inspection, 2022-07-08', 'kent-2022'];
    assert.deepEqual(await names('standard'), [inspection]);
    assert.deepEqual(await names('KENT 2022-07'), [inspection]);
    assert.deepEqual(await names('kent-visit'), [['Kent, ILACS focused visit, 2024-05-02', 'kent-visit']]);
    assert.equal((await names('kent')).length, 3);
    assert.deepEqual(await names('Leeds'), []);
    const [symbol] = await symbols('kent-2022');
    assert.deepEqual([symbol!.location.uri, symbol!.location.range.start], [folder.uri('kent/2022.inspection.yaml'), { line: 1, character: 0 }]);
  });

  it('waits until all files are read, and lets others be answered meanwhile', async () => {
    const visit = 'authority: Kent\nevent: ILACS focused visit\npublished: 2023-05-02\nfollows: kent-2022\n';
    folder = new TemporaryFolder({ '2022.inspection.yaml': INSPECTION, ...Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`visits/${i}.inspection.yaml`, visit])) });
    editor = await Editor.start(PULLS, folder.path);
    const uri = folder.uri('2022.inspection.yaml');
    await editor.open(uri, INSPECTION);
    const order: string[] = [];
    const references = ask<Location[]>('references', uri, at(uri, 'kent-2022'), { context: { includeDeclaration: false } }).finally(() => order.push('references'));
    await ask('hover', uri, at(uri, 'Kent')).finally(() => order.push('hover'));
    assert.equal((await references).length, 300);
    assert.deepEqual(order, ['hover', 'references']);
  });

  it('follows what is written in the editor, saved or not', async () => {
    const uri = await open();
    await editor.replace(uri, 'id: kent-visit', '# moved\n# down\nid: kent-visit-2');
    const [symbol] = await symbols('kent-visit-2');
    assert.deepEqual(symbol!.location.range.start, { line: 7, character: 0 });
    assert.deepEqual(await symbols('kent-visit ').then(found => found.map(({ containerName }) => containerName)), ['kent-visit-2']);
  });
});
