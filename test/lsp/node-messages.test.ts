import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { createMessageConnection, type Message } from 'vscode-languageserver/node';
import { PreparedList } from '../../server/lsp/file-list';
import { framed, Frames } from '../../server/lsp/node-frames';
import { NodeMessages, NodeWriter, nextRound } from '../../server/lsp/node-messages';
import { ByteRun } from '../../server/text/byte-run';

describe('what the server writes', () => {
  it('is the same whether the entries of a list were prepared or not', async () => {
    const stream = new PassThrough();
    const writer = new NodeWriter(stream, assert.fail);
    const entry = { name: 'é — "𝒳"\n', range: { line: 1 } };
    for (const result of [[], [entry], [entry, {}, entry]]) {
      const prepared = new PreparedList(ByteRun.of(result.map(each => Buffer.from(`,${JSON.stringify(each)}`))));
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

describe('what a client has said', () => {
  it('has been taken up when the reader says that all is heard', async () => {
    const stream = new PassThrough();
    const reader = new NodeMessages(stream, () => assert.fail(), assert.fail);
    const connection = createMessageConnection(reader, new NodeWriter(new PassThrough(), assert.fail));
    const taken: number[] = [];
    connection.onNotification('said', (number: number) => { taken.push(number); });
    connection.listen();
    const say = (number: number) => stream.write(Buffer.concat(framed([Buffer.from(JSON.stringify({ jsonrpc: '2.0', method: 'said', params: [number] }))])));
    for (const number of [1, 2, 3]) say(number);
    await nextRound();
    say(4);
    await nextRound();
    assert.ok(taken.length < 4, 'the library takes up one at a time');
    await reader.heard;
    assert.deepEqual(taken, [1, 2, 3, 4]);
    connection.dispose();
  });
});
