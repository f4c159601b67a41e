import assert from 'node:assert/strict';
import { manyRecords } from '../../../scripts/many-records.mjs';
import { soaking } from '../trial';
import { bundleServer, LiveServer, type Memory } from './live-server';
import { TypingHour } from './typing-hour';
import type { Wire } from './wire';

const FOLDER = 'memory:/records';
const RECORDS = 1000;

/** Someone who types without a pause presses some 15,000 keys in an hour; a few hundred show a leak that each of them makes. */
const KEYS = soaking ? 15_000 : 100;

/** Memory is looked at after each part. What is made once is made in the first. */
const PARTS = soaking ? 4 : 2;

describe(`an hour of typing in a file of ${RECORDS} records`, () => {
  let program: string;
  before(async () => { program = await bundleServer(); });

  /** What is in the memory of a server after each part of an hour. */
  async function memories(plant: (wire: Wire) => Wire = wire => wire): Promise<Memory[]> {
    const server = await LiveServer.start(program, { client: 'asks', folders: [] });
    const hour = new TypingHour(plant(server), FOLDER, manyRecords(RECORDS));
    const found: Memory[] = [];
    for (let part = 0; part < PARTS; part++) {
      await hour.type(KEYS / PARTS);
      found.push(await server.memory());
    }
    hour.close();
    await server.stop();
    if (soaking) console.log(`      ${hour.keys} edits; after each part ${found.map(({ slices, heap }) => `${slices} slices, ${(heap / 2 ** 20).toFixed(1)} MB`).join('; ')}`);
    return found;
  }

  it('leaves in memory what was there', async () => {
    const found = await memories();
    const [first, last] = [found[0]!, found.at(-1)!];
    assertFlat(first, last);
    // A few per cent: how compactly the engine keeps its own things varies.
    assert.ok(!soaking || last.heap < first.heap * 1.05, `${first.heap} bytes after the first part, ${last.heap} after the last`);
  });

  it('and a leak would be found: files that are closed, of which the server is not told', async () => {
    const found = await memories(wire => ({
      request: (...args) => wire.request(...args), hear: (...args) => wire.hear(...args),
      notify(method, params) { if (method !== 'textDocument/didClose') wire.notify(method, params); },
    }));
    assert.throws(() => assertFlat(found[0]!, found.at(-1)!), /slices/);
  });
});

function assertFlat(first: Memory, last: Memory): void {
  assert.ok(last.slices <= first.slices, `${first.slices} slices after the first part, ${last.slices} after the last`);
}
