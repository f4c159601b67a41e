import assert from 'node:assert/strict';
import { PULLS } from '../../support/editor';
import { connectInProcess } from '../../support/in-process';
import { RECORD, URI } from './methods';
import { spoilt } from './spoilt';
import { CODES } from './wire';

/** Without its process: a server whose client's process is not there ends, and this one runs in ours. */
const PARAMS = {
  rootUri: null, workspaceFolders: [{ uri: 'file:///nowhere', name: '' }], initializationOptions: { rulePages: 'x/', commands: ['y'] }, trace: 'off',
  capabilities: { ...PULLS, workspace: { diagnostics: { refreshSupport: true } } },
};

/** What there is to say about the record, to a client that introduces itself so; undefined where it is refused. */
async function findings(params: unknown): Promise<unknown> {
  const client = connectInProcess();
  const failures: string[] = [];
  client.hear<{ type: number; message: string }>('window/logMessage', ({ type, message }) => { if (type === 1) failures.push(message); });
  const refused = await client.request('initialize', params).then(() => false, ({ code }: { code: number }) => {
    assert.equal(code, CODES.invalidParams, JSON.stringify(params));
    return true;
  });
  if (refused) return undefined;
  client.notify('initialized', {});
  client.notify('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'inspection-record', version: 1, text: RECORD } });
  const told = await client.request<{ items: unknown[] }>('textDocument/diagnostic', { textDocument: { uri: URI } }).catch(({ code }: { code: number }) => code);
  for (const method of ['textDocument/completion', 'textDocument/hover']) await client.request(method, { textDocument: { uri: URI }, position: { line: 6, character: 26 } });
  assert.deepEqual(failures, [], JSON.stringify(params));
  return told;
}

describe('a client that introduces itself oddly', () => {
  it('is refused, or served as if it had not said what makes no sense', async () => {
    let served = 0;
    for (const odd of spoilt(PARAMS)) {
      const told = await findings(odd);
      if (told === undefined) continue;
      served++;
      // A client that does not say rightly that it asks for findings is told of them unasked.
      assert.ok(told === CODES.methodNotFound || JSON.stringify(told).includes('Splendid'), JSON.stringify(odd));
    }
    assert.ok(served > 100, `${served}`);
  });

  it('may introduce itself anew after it was refused', async () => {
    const client = connectInProcess();
    await assert.rejects(client.request('initialize', { capabilities: 'all' }), { code: CODES.invalidParams, message: 'initialize: params.capabilities must be an object.' });
    await client.request('initialize', PARAMS);
  });
});
