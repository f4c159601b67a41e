import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { manyRecords } from '../../scripts/many-records.mjs';
import { journeyRequest, previewRequest } from '../../server/lsp/protocol';
import { Editor, PULLS } from '../support/editor';
import { REQUESTS } from './requests';

const URI = 'file:///records/many.inspection.yaml';
const RECORDS = 1000;
const CLIENT: ClientCapabilities = { textDocument: { ...PULLS.textDocument, documentSymbol: { hierarchicalDocumentSymbolSupport: true }, hover: { contentFormat: ['markdown'] } } };

/** Two records may be seen in part; the records of one authority are held against each other. */
const MOST = { usual: 2, journey: 10 };
const OF_A_JOURNEY = new Set(['textDocument/diagnostic', 'textDocument/codeAction', 'textDocument/hover', 'textDocument/codeLens', previewRequest, journeyRequest]);

describe(`the work of one request after an edit, in a file of ${RECORDS} records`, () => {
  let editor: Editor;
  const server = path.resolve('out', `counting-server-${process.pid}.cjs`);

  before(async () => {
    const { bundleTests } = await import('../../scripts/bundle-tests.mjs');
    await bundleTests([path.resolve('test/lsp/counting-server.ts')], server);
    editor = await Editor.connect(spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] }), CLIENT);
    await editor.open(URI, manyRecords(RECORDS));
    await editor.findings(URI);
  });
  after(async () => {
    await editor.stop();
    fs.rmSync(server, { force: true });
  });

  /** How many records the server has looked at since it was asked last. */
  async function looked(): Promise<number> {
    editor.process.send('count');
    const [count] = await once(editor.process, 'message') as [number];
    return count;
  }

  const middle = () => editor.documents.get(URI)!.positionAt(editor.text(URI).indexOf('authority: ', editor.text(URI).length / 2) + 'authority: K'.length);
  const ask = (method: string) => editor.connection.sendRequest(method.split(',')[0]!, { textDocument: { uri: URI }, ...REQUESTS[method]!(middle()) });

  /** Writes behind the line of the caret; returns what takes it back. */
  async function write(text: string): Promise<() => Promise<void>> {
    const document = editor.documents.get(URI)!;
    const at = document.offsetAt({ line: middle().line + 1, character: 0 }) - 1;
    const start = document.positionAt(at);
    await editor.change(URI, { start, end: start }, text);
    return () => editor.change(URI, { start, end: document.positionAt(at + text.length) }, '');
  }

  for (const method of Object.keys(REQUESTS)) {
    for (const [what, text] of [['a word', ' # x'], ['a line', '\n# a comment\nnotes: x']] as const) {
      it(`${method}, after ${what}`, async () => {
        await ask(method);
        await editor.findings(URI);
        await looked();
        const undo = await write(text);
        await ask(method);
        const count = await looked();
        await undo();
        assert.ok(count <= (OF_A_JOURNEY.has(method) ? MOST.journey : MOST.usual), `${count} records`);
      });
    }
  }
});
