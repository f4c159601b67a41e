import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { statusRequest, type ChoicesResult, type InsertionResult, type NewRecordParams, type NewRecordResult } from '../../server/lsp/protocol';
import { Editor } from '../support/editor';

const URI = 'file:///records/kirklees.inspection.yaml';
const SHORT = 'authority: Kent\nevent: ILACS short inspection\nfieldwork:\n  start: 2026-04-27\n';
const SUBJECT = { authority: 'Kirklees', event: 'Monitoring visit', start: '2017-03-09' };

describe('text to be filled in, over stdio', () => {
  let editor: Editor;
  beforeEach(async () => { editor = await Editor.start(); });
  afterEach(() => editor.stop());

  const newRecord = (params: NewRecordParams) => editor.connection.sendRequest<NewRecordResult>('inspectionRecords/newRecord', params);
  const insertion = (what: string, words: string) =>
    editor.connection.sendRequest<InsertionResult>('inspectionRecords/insertion', { textDocument: { uri: URI }, position: editor.rangeOf(URI, words).start, what });

  /** The text of a document with an answer in it; or why there is none. */
  function filledIn(result: NewRecordResult | InsertionResult, document = editor.documents.get(URI)!): string {
    return 'refusal' in result ? result.refusal : TextDocument.applyEdits(document, [result.edit]);
  }

  it('is about what there is', async () => {
    const { authorities, events, days } = await editor.connection.sendRequest<ChoicesResult>('inspectionRecords/choices', {});
    assert.ok(authorities.some(({ label }) => label === 'Kirklees'));
    assert.ok(events.some(({ label }) => label === 'ILACS standard inspection'));
    assert.ok(days.some(({ description }) => /today/.test(description!)));
  });

  it('is a record in a new document', async () => {
    const result = await newRecord(SUBJECT);
    assert.equal(filledIn(result, TextDocument.create('untitled:1', '', 1, '')), 'authority: Kirklees\nevent: Monitoring visit\ntheme:\nordinal:\nfieldwork:\n  start: 2017-03-09\n  end:\n');
    assert.match('edit' in result ? result.edit.snippet : '', /\ntheme: \$1\nordinal: \$2\n/);
  });

  it('is a record behind others', async () => {
    await editor.open(URI, SHORT.trimEnd().replaceAll('\n', '\r\n'));
    const text = filledIn(await newRecord({ ...SUBJECT, textDocument: { uri: URI } }));
    assert.ok(text.startsWith(`${SHORT}---\nauthority: Kirklees\n`.replaceAll('\n', '\r\n')));
  });

  it('is not told what is missing in it until the cursor is elsewhere', async () => {
    await editor.open(URI, SHORT);
    const result = await newRecord({ ...SUBJECT, textDocument: { uri: URI } });
    assert.ok('edit' in result);
    await editor.change(URI, result.edit.range, result.edit.newText);
    const rules = async () => (await editor.findings(URI)).map(({ code }) => code);
    const goTo = (line: number) => editor.connection.sendRequest(statusRequest, { textDocument: { uri: URI }, position: { line, character: 0 } });
    assert.deepEqual(await rules(), []);
    await goTo(6);
    assert.deepEqual(await rules(), []);
    await goTo(0);
    assert.deepEqual(await rules(), ['empty-value', 'empty-value', 'empty-value']);
  });

  it('is no record of what cannot have been', async () => {
    assert.match(filledIn(await newRecord({ ...SUBJECT, event: 'ILACS' })), /^'ILACS standard inspection' has been in force since 1 January 2018\. /);
    assert.match(filledIn(await newRecord({ ...SUBJECT, start: 'soon' })), /^'soon' is not a date\. /);
  });

  it('are the judgements of the record at the cursor', async () => {
    await editor.open(URI, `${SHORT}---\n${SHORT.replace('2026-04-27', '2025-05-12')}`);
    const lines = async (words: string) => filledIn(await insertion('judgements', words)).split('\n').length - editor.text(URI).split('\n').length;
    assert.deepEqual([await lines('2026-04-27'), await lines('2025-05-12')], [5, 6]);
    assert.equal(filledIn(await insertion('followUp', '2026-04-27')), editor.text(URI).replace('---', 'follow_up:\n  - kind:\n    date:\n---'));
  });

  it('is refused with a reason', async () => {
    await editor.open(URI, 'authority: Kent\nevent: Monitoring visit\n');
    assert.equal(filledIn(await insertion('judgements', 'Kent')), "A record of the event 'Monitoring visit' has no judgements.");
  });

  it('comes with refactorings at the cursor, in one record', async () => {
    await editor.open(URI, SHORT);
    const titles = async (words: string, only?: string[]) => (await editor.actions(URI, editor.rangeOf(URI, words), only)).map(({ title }) => title);
    assert.deepEqual(await titles('ILACS', ['refactor.rewrite']), ['Insert the 4 missing judgements']);
    assert.deepEqual(await titles('ILACS'), ['Insert the 4 missing judgements']);
    assert.deepEqual(await titles('ILACS', ['quickfix']), []);
    const [action] = await editor.actions(URI, editor.rangeOf(URI, 'ILACS'), ['refactor']);
    assert.equal(action!.kind, 'refactor.rewrite');
    assert.match(editor.edited(URI, action!.edit!), /\njudgements:\n(?: {2}The .*:\n){4}$/);
    await editor.replace(URI, SHORT, `${SHORT}published: 2026-06-17\n`);
    const mends = (await editor.actions(URI, editor.rangeOf(URI, 'ILACS'), ['quickfix'])).find(({ isPreferred }) => isPreferred);
    assert.deepEqual([mends!.title, mends!.diagnostics!.map(({ code }) => code)], ['Insert the 4 missing judgements', ['missing-judgement']]);
    await editor.replace(URI, `${SHORT}published: 2026-06-17\n`, `${SHORT}---\n${SHORT}`);
    assert.deepEqual(await titles(`inspection\nfieldwork:\n  start: 2026-04-27\n---\nauthority: Kent\nevent: ILACS`, ['refactor']), []);
  });
});
