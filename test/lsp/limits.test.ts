import assert from 'node:assert/strict';
import type { ClientCapabilities, CodeLens, CompletionList, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { ROOT, startInProcess } from '../support/in-process';

const URI = `${ROOT}/kent.inspection.yaml`;
const RECORD = 'id: kent\nauthority: Kent\nevent: ILACS standard inspection\npublished: 2024-13-01\n---\nid: kent\nauthority: Kent\n';

/** What the server sends to a client that asks for findings and says nothing else of itself, or as much as is given. */
async function answers(textDocument: ClientCapabilities['textDocument'] = {}) {
  const client = await startInProcess(new Map(), { capabilities: { textDocument: { diagnostic: {}, ...textDocument } } });
  client.notify('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'inspection-record', version: 1, text: RECORD } });
  const at = { textDocument: { uri: URI }, position: { line: 6, character: 0 } };
  const report = await client.request<DocumentDiagnosticReport>('textDocument/diagnostic', at);
  return {
    found: report.kind === 'full' ? report.items : [],
    lenses: await client.request<CodeLens[]>('textDocument/codeLens', at),
    items: (await client.request<CompletionList>('textDocument/completion', at)).items,
  };
}

describe('a client that says little of itself', () => {
  it('is sent nothing that it did not say it can use', async () => {
    const { found, lenses, items } = await answers();
    assert.ok(found.some(({ code }) => code === 'duplicate-id'));
    for (const { codeDescription, relatedInformation, tags } of found) assert.deepEqual([codeDescription, relatedInformation, tags], [undefined, undefined, undefined]);
    assert.deepEqual(lenses, [], 'a lens is a command of the editor');
    assert.ok(items.length);
    for (const { command, insertTextMode, labelDetails, commitCharacters, insertTextFormat } of items) assert.deepEqual([command, insertTextMode, labelDetails, commitCharacters, insertTextFormat], [undefined, undefined, undefined, undefined, 1]);
  });

  it('is sent what it says it can use', async () => {
    const { found, items } = await answers({ publishDiagnostics: { relatedInformation: true }, completion: { completionItem: { insertTextModeSupport: { valueSet: [1, 2] } } } });
    assert.ok(found.some(({ relatedInformation }) => relatedInformation?.length));
    assert.ok(items.every(({ insertTextMode }) => insertTextMode === 1));
  });
});
