import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { RECORD, URI, VALID } from './methods';
import { Wire, type WireOptions } from './wire';

const REGISTERS = { dynamicRegistration: true }, REFRESHES = { refreshSupport: true };

/** Says that it can do everything that the server may ask of it. */
const EVERYTHING = {
  workspace: { configuration: true, didChangeConfiguration: REGISTERS, didChangeWatchedFiles: REGISTERS, diagnostics: REFRESHES, inlayHint: REFRESHES, codeLens: REFRESHES, workspaceFolders: true },
  textDocument: { diagnostic: REGISTERS, synchronization: REGISTERS, completion: REGISTERS, hover: REGISTERS },
  window: { workDoneProgress: true },
};

/** Clients by how they answer what the server asks them. */
const CLIENTS: Readonly<Record<string, WireOptions['answers']>> = {
  'never answers anything': () => undefined,
  'refuses everything': () => ({ error: { code: -32601, message: 'no' } }),
  'answers with nothing': () => ({ result: null }),
  'answers with what makes no sense': () => ({ result: { odd: [1] } }),
  'answers with a list of nonsense': () => ({ result: [5, null, { uri: 7 }] }),
};

describe('a client that does not do what it said', () => {
  let folder: string;
  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'protocol-'));
    fs.writeFileSync(path.join(folder, 'one.inspection.yaml'), RECORD);
    // It names reference data, so that the client is asked to send that too.
    fs.writeFileSync(path.join(folder, '.inspection-records.yaml'), 'frameworks: [packs/*.yaml]\n');
    fs.mkdirSync(path.join(folder, 'packs'));
    fs.writeFileSync(path.join(folder, 'packs', 'a.yaml'), 'nothing: of use\n');
  });
  after(() => fs.rmSync(folder, { recursive: true }));

  for (const [name, answers] of Object.entries(CLIENTS)) {
    it(`is served all the same: one that ${name}`, async () => {
      const wire = new Wire({ answers });
      // Files that are asked of it are waited for, for some time.
      const others = name === 'never answers anything' ? [] : ['memfs:/somewhere'];
      await wire.start({ capabilities: EVERYTHING, folders: [pathToFileURL(folder).href, ...others] });
      wire.open(URI, RECORD);
      const { result } = await wire.request('textDocument/hover', VALID['textDocument/hover']);
      assert.ok(result);
      assert.match(JSON.stringify(await wire.request('textDocument/diagnostic', { textDocument: { uri: URI } })), /Splendid/);
      wire.notify('workspace/didChangeConfiguration', { settings: null });
      assert.ok((await wire.request('textDocument/hover', VALID['textDocument/hover'])).result);
      assert.ok(wire.said.some(({ method }) => method === 'client/registerCapability'), 'it was asked');
      assert.equal(await wire.stop(), 0);
      assert.equal(wire.stderr, '');
    });
  }

  it('is served where it says nothing of itself', async () => {
    const wire = new Wire({ answers: () => { throw new Error('It must not be asked for anything.'); } });
    await wire.start({ folders: [pathToFileURL(folder).href] });
    wire.open(URI, RECORD);
    await wire.until(() => wire.said.some(({ method, params }) => method === 'textDocument/publishDiagnostics' && JSON.stringify(params).includes('Splendid')));
    for (const method of ['textDocument/hover', 'textDocument/completion', 'textDocument/documentSymbol', 'textDocument/formatting']) assert.ok((await wire.request(method, VALID[method])).result, method);
    assert.equal(await wire.stop(), 0);
  });
});
