import assert from 'node:assert/strict';
import type { Position, Range, TextEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { manyRecords } from '../../scripts/many-records.mjs';
import { Editor } from '../support/editor';

const URI = 'file:///records/kent.inspection.yaml';
/** Whatever a client says of tabs, the result is the same. */
const OPTIONS = { tabSize: 8, insertSpaces: false };

describe('formatting over stdio', () => {
  let editor: Editor;
  beforeEach(async () => { editor = await Editor.start(); });
  afterEach(() => editor.stop());

  const request = (method: string, more: object = {}) =>
    editor.connection.sendRequest<TextEdit[]>(`textDocument/${method}`, { textDocument: { uri: URI }, options: OPTIONS, ...more });
  const applied = (edits: TextEdit[]) => TextDocument.applyEdits(editor.documents.get(URI)!, edits);
  const formatted = async () => applied(await request('formatting'));
  const inRange = async (range: Range) => applied(await request('rangeFormatting', { range }));
  const typed = async (position: Position) => applied(await request('onTypeFormatting', { position, ch: '\n' }));

  it('is offered', () => {
    const { documentFormattingProvider, documentRangeFormattingProvider, documentOnTypeFormattingProvider } = editor.initialized.capabilities;
    assert.deepEqual([documentFormattingProvider, documentRangeFormattingProvider, documentOnTypeFormattingProvider], [true, true, { firstTriggerCharacter: '\n' }]);
  });

  it('formats every record that has no fault, by edits of the lines that need it', async () => {
    await editor.open(URI, 'authority:  Kent\r\nstrengths:\r\n- One.\r\n---\r\nauthority:  "Kent\r\n---\r\n# Next\r\nauthority:  Kent');
    assert.equal(await formatted(), 'authority: Kent\r\nstrengths:\r\n  - One.\r\n---\r\nauthority:  "Kent\r\n---\r\n# Next\r\nauthority: Kent\r\n');
    assert.deepEqual((await request('formatting')).map(({ range }) => range.start.line), [0, 2, 7, 7]);
  });

  it('formats selected lines, and no others', async () => {
    await editor.open(URI, 'authority:  Kent\nevent:  x\npublished:  2024\n');
    assert.equal(await inRange({ start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }), 'authority:  Kent\nevent: x\npublished:  2024\n');
  });

  it('goes on with a list while it is typed, and ends it', async () => {
    await editor.open(URI, 'strengths:\n  - One.\n');
    assert.equal(await typed({ line: 2, character: 0 }), 'strengths:\n  - One.\n  - ');
    await editor.change(URI, { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, '  - \n  ');
    assert.equal(await typed({ line: 3, character: 2 }), 'strengths:\n  - One.\n');
  });

  it('lets others ask meanwhile, and is nothing once the text is another', async () => {
    const untidy = manyRecords(3000).replace(/: /g, ':  ');
    await editor.open(URI, untidy);
    await editor.findings(URI);
    const answered: string[] = [];
    const formatting = request('formatting').then(edits => { answered.push('formatting'); return edits; });
    await editor.connection.sendRequest('textDocument/hover', { textDocument: { uri: URI }, position: { line: 0, character: 0 } });
    answered.push('hover');
    await editor.change(URI, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '# Ours\n');
    assert.deepEqual(await formatting, []);
    assert.deepEqual(answered, ['hover', 'formatting']);
    assert.ok((await request('formatting')).length > 3000);
  });

  it('of a document that is not open is nothing', async () => {
    assert.deepEqual(await request('formatting'), []);
  });
});
