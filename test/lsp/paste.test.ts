import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { PasteResult } from '../../server/lsp/protocol';
import { Editor } from '../support/editor';

const URI = 'file:///records/kirklees.inspection.yaml';
const VISIT = 'authority: Kent\nevent: ILACS focused visit\nfieldwork:\n  start: 2019-03-12\nstrengths:\nneeds_improvement:\n---\n';
const RECORD = 'authority: Kirklees\nevent: ILACS short inspection\nfieldwork:\n  start: 2026-04-27\n';

describe('pasting into a record, over stdio', () => {
  let editor: Editor;
  beforeEach(async () => { editor = await Editor.start(); });
  afterEach(() => editor.stop());

  /** The document after a text was pasted at the words; or why it was not. */
  async function pasted(document: string, words: string, text: string): Promise<string> {
    await editor.open(URI, document);
    const result = await editor.connection.sendRequest<PasteResult>('inspectionRecords/paste', { textDocument: { uri: URI }, position: editor.rangeOf(URI, words).start, text });
    return 'refusal' in result ? result.refusal : TextDocument.applyEdits(editor.documents.get(URI)!, [result.edit]);
  }

  it('makes judgements of a table, for the record at the cursor', async () => {
    assert.equal(await pasted(VISIT + RECORD, 'Kirklees', 'Care leavers\tGood\nHelp and protection\tOutstanding'),
      `${VISIT}${RECORD}judgements:\n  The experiences and progress of children who need help and protection: Outstanding\n  The experiences and progress of care leavers: Good\n`);
  });

  it('makes findings of a list, in the field at the cursor', async () => {
    assert.match(await pasted(VISIT, 'strengths', '• One.\n• Two.'), /strengths:\n {2}- One\.\n {2}- Two\.\nneeds_improvement:\n---\n$/);
    assert.match(await pasted(RECORD, 'Kirklees', '• One.'), /\nneeds_improvement:\n {2}- One\.\n$/);
  });

  it('keeps to the line breaks of the document', async () => {
    assert.equal(await pasted(RECORD.replaceAll('\n', '\r\n'), 'Kirklees', '• One.'), `${RECORD}needs_improvement:\n  - One.\n`.replaceAll('\n', '\r\n'));
  });

  it('says why where there is nothing to paste', async () => {
    assert.match(await pasted(RECORD, 'Kirklees', 'Only words.'), /^No judgements of the framework in force, and no list of findings/);
  });
});
