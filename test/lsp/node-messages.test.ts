import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import type { Message } from 'vscode-languageserver';
import { PreparedList } from '../../server/lsp/file-list';
import { Frames } from '../../server/lsp/node-frames';
import { NodeWriter } from '../../server/lsp/node-messages';

describe('what the server writes', () => {
  it('is the same whether the entries of a list were prepared or not', async () => {
    const stream = new PassThrough();
    const writer = new NodeWriter(stream, assert.fail);
    const entry = { name: 'é — "𝒳"\n', range: { line: 1 } };
    for (const result of [[], [entry], [entry, {}, entry]]) {
      const prepared = new PreparedList(Buffer.from(result.map(each => `,${JSON.stringify(each)}`).join('')));
      await writer.write({ jsonrpc: '2.0', id: 'a"b', result } as Message);
      await writer.write({ jsonrpc: '2.0', id: 'a"b', result: prepared } as Message);
      const [plain, same, ...more] = [...new Frames().take(stream.read() as Buffer)].map(body => JSON.parse(String(body)) as unknown);
      assert.deepEqual([plain, more], [{ jsonrpc: '2.0', id: 'a"b', result }, []]);
      assert.deepEqual(same, plain);
    }
  });

  it('is said to be for nobody where nobody reads any more', async () => {
    const stream = new PassThrough();
    let gone = 0;
    const writer = new NodeWriter(stream, () => gone++);
    stream.destroy();
    await writer.write({ jsonrpc: '2.0' });
    assert.ok(gone > 0);
  });
});
