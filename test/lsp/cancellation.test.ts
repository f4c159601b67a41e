import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { manyRecords } from '../../scripts/many-records.mjs';
import { Editor } from '../support/editor';
import { REQUESTS } from './requests';

const URI = 'file:///records/many.inspection.yaml';
const CANCELLED = -32800;

describe('a request that nobody waits for any more', () => {
  let editor: Editor;
  before(async () => {
    editor = await Editor.start();
    await editor.open(URI, manyRecords(50));
    await editor.findings(URI);
  });
  after(() => editor.stop());

  const paramsOf = (name: string) => ({ textDocument: { uri: URI }, ...REQUESTS[name]!({ line: 40, character: 3 }) });

  for (const name of Object.keys(REQUESTS)) {
    const [method] = name.split(',') as [string];
    it(`is answered so, unless it was done already: ${name}`, async () => {
      const source = new CancellationTokenSource();
      const asked = editor.connection.sendRequest(method, paramsOf(name), source.token);
      source.cancel();
      const problem = await asked.then(() => undefined, (error: { code: number }) => error.code);
      assert.ok(problem === undefined || problem === CANCELLED, `${problem}`);
      await editor.connection.sendRequest(method, paramsOf(name));
    });
  }
});
