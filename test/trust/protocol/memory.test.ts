import assert from 'node:assert/strict';
import v8 from 'node:v8';
import fc from 'fast-check';
import { previewClosedNotification } from '../../../server/lsp/protocol';
import { Slice } from '../../../server/records/slice';
import { RecordStream } from '../../../server/records/stream';
import { ROOT, startInProcess, type Client } from '../../support/in-process';
import { goesRed, soaking } from '../trial';
import { VALID } from './methods';

const FILES = 15, ROUNDS = soaking ? 100 : 3;

/** How many there are of what texts are kept in, after all that is not needed was collected. */
const kept = (): number => [Slice, RecordStream].reduce((sum, kind) => sum + (v8 as unknown as { queryObjects(of: unknown, options: { format: 'count' }): number }).queryObjects(kind, { format: 'count' }), 0);

const texts = new Map(Array.from({ length: FILES }, (_, i) => [`${ROOT}/${i}.inspection.yaml`, `id: r${i}\nauthority: Kent\nevent: Focused visit\n---\nid: s${i}\nauthority: Leeds\n`]));

const folder = (client: Client, change: 'added' | 'removed') => client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [], [change]: [{ uri: ROOT, name: '' }] } });

/** Opens everything, asks everything about it, and lets go of all of it. */
async function work(client: Client, round: number): Promise<void> {
  folder(client, 'added');
  for (const [uri, text] of texts) client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'x', version: 1, text: `${text}# ${round}\n` } });
  for (const uri of texts.keys()) {
    client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } }, text: 'x' }] });
    for (const [method, params] of Object.entries(VALID)) {
      if (method === 'workspace/diagnostic' || !('textDocument' in params)) continue;
      await client.request(method, { ...params, textDocument: { uri }, ...(method.endsWith('/preview') && { preview: uri }) }).catch(() => undefined);
    }
    client.notify(previewClosedNotification, { preview: uri });
    client.notify('textDocument/didClose', { textDocument: { uri } });
  }
  folder(client, 'removed');
  await client.request('workspace/symbol', { query: '' });
}

describe('what a server keeps', () => {
  it(`is no more after ${ROUNDS} rounds of work on ${FILES} files than after one`, async () => {
    // Servers of other tests may still hold theirs.
    const others = kept();
    const client = await startInProcess(texts, { folders: [] });
    await work(client, 0);
    const before = kept();
    for (let round = 1; round <= ROUNDS; round++) await work(client, round);
    const after = kept();
    assert.ok(after <= before, `${before} before, ${after} after`);
    assert.ok(after - others < FILES, `${after - others} are kept of ${FILES} files that are closed`);
  });

  it('would be told, if a text that is closed were kept', async () => {
    const held: RecordStream[] = [];
    await goesRed({ cases: fc.constant(0), holds: () => undefined, short: 1, long: 1 }, () => {
      const before = kept();
      held.push(RecordStream.of('a: 1'));
      assert.ok(kept() <= before);
    });
    assert.equal(held.length, 1);
  });
});
