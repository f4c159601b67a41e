import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { previewClosedNotification } from '../../../server/lsp/protocol';
import { bundleServer, LiveServer } from '../edit-sessions/live-server';
import type { Wire } from '../edit-sessions/wire';
import { soaking } from '../trial';
import { VALID } from './methods';

const FILES = 15, ROUNDS = soaking ? 100 : 3;

describe('what a server keeps', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'inspection-records-memory-'));
  const texts = new Map(Array.from({ length: FILES }, (_, i) => [path.join(folder, `${i}.inspection.yaml`), `id: r${i}\nauthority: Kent\nevent: Focused visit\n---\nid: s${i}\nauthority: Leeds\n`]));
  let program: string;
  before(async () => {
    for (const [file, text] of texts) fs.writeFileSync(file, text);
    program = await bundleServer();
  });
  after(() => fs.rmSync(folder, { recursive: true }));

  /** Opens everything, asks everything about it, and lets go of all of it. */
  async function work(wire: Wire, round: number): Promise<void> {
    const change = (what: 'added' | 'removed') => wire.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [], [what]: [{ uri: pathToFileURL(folder).href, name: '' }] } });
    change('added');
    const files = [...texts].map(([file, text]) => ({ uri: pathToFileURL(file).href, text }));
    for (const { uri, text } of files) wire.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'x', version: 1, text: `${text}# ${round}\n` } });
    for (const { uri } of files) {
      wire.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } }, text: 'x' }] });
      for (const [method, params] of Object.entries(VALID)) {
        if (method === 'workspace/diagnostic' || !('textDocument' in params)) continue;
        await wire.request(method, { ...params, textDocument: { uri }, ...(method.endsWith('/preview') && { preview: uri }) }).catch(() => undefined);
      }
      wire.notify(previewClosedNotification, { preview: uri });
      wire.notify('textDocument/didClose', { textDocument: { uri } });
    }
    change('removed');
    await wire.request('workspace/symbol', { query: '' });
  }

  /** How many slices of texts a server keeps after one round, and after all of them. */
  async function kept(rounds: number, plant: (wire: Wire) => Wire = wire => wire): Promise<readonly [first: number, last: number]> {
    const server = await LiveServer.start(program, { client: 'asks', folders: [] });
    await work(plant(server), 0);
    const first = (await server.memory()).slices;
    for (let round = 1; round <= rounds; round++) await work(plant(server), round);
    const last = (await server.memory()).slices;
    await server.stop();
    return [first, last];
  }

  it(`is no more after ${ROUNDS} rounds of work on ${FILES} files than after one`, async () => {
    const [first, last] = await kept(ROUNDS);
    assert.ok(last <= first, `${first} after the first, ${last} after the last`);
    assert.ok(last < FILES, `${last} are kept of ${FILES} files that are closed`);
  });

  it('would be found: closed files of which the server is not told', async () => {
    const [, last] = await kept(1, wire => ({
      request: (...args) => wire.request(...args), hear: (...args) => wire.hear(...args),
      notify(method, params) { if (method !== 'textDocument/didClose') wire.notify(method, params); },
    }));
    assert.ok(last >= FILES, String(last));
  });
});
