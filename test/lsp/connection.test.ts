import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import { framed, MessageReader, type Message } from '../../server/lsp/messages';
import { ResponseError, Rpc, type Cancellation } from '../../server/lsp/rpc';
import { pair, takeTurns } from '../support/pair';
import { runs } from '../support/property-tests';

describe('messages', () => {
  const message = fc.record({ id: fc.nat(), method: fc.string({ unit: 'grapheme' }), params: fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.array(fc.integer())) });

  it('come out of bytes that arrive in pieces of any size', () => {
    fc.assert(fc.property(fc.array(message, { maxLength: 5 }), fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 }), (sent, sizes) => {
      const bytes = Buffer.from(sent.map(framed).join(''));
      const reader = new MessageReader();
      const got: unknown[] = [];
      for (let at = 0, i = 0; at < bytes.length; i++) {
        const size = sizes[i % sizes.length]!;
        got.push(...reader.read(bytes.subarray(at, at + size)));
        at += size;
      }
      assert.deepEqual(got, sent.map(each => JSON.parse(JSON.stringify(each)) as unknown));
    }), { numRuns: runs(300) });
  });

  it('may have other headers; what is no JSON spoils only itself; what has no length cannot be read', () => {
    const read = (text: string) => [...new MessageReader().read(Buffer.from(text))];
    assert.deepEqual(read('Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:2\r\n\r\n{}'), [{}]);
    assert.deepEqual(read(`Content-Length: 3\r\n\r\n{x}${framed({ id: 1 })}`), [undefined, { id: 1 }]);
    assert.deepEqual(read('Content-Length: 4\r\n\r\nnull'), [undefined]);
    assert.throws(() => read('Length: 2\r\n\r\n{}'), /Content-Length/);
  });

  it('of many megabytes are put together once, however many pieces they come in', () => {
    const bytes = Buffer.from(framed({ params: 'x'.repeat(20_000_000) }));
    const reader = new MessageReader();
    const { concat } = Buffer;
    let joined = 0;
    let got = 0;
    try {
      Buffer.concat = pieces => { const whole = concat(pieces); joined += whole.length; return whole; };
      for (let at = 0; at < bytes.length; at += 8192) got += [...reader.read(bytes.subarray(at, at + 8192))].length;
    } finally {
      Buffer.concat = concat;
    }
    assert.equal(got, 1);
    assert.ok(joined < 2 * bytes.length, 'no piece is joined with those before it again and again');
  });
});

describe('a connection', () => {
  function connected() {
    const [ours, theirs] = pair();
    return { server: new Rpc(ours), client: new Rpc(theirs), raw: theirs };
  }

  it('answers requests, also with promises, and nothing where there is nothing to say', async () => {
    const { server, client } = connected();
    server.on('double', (n: number) => Promise.resolve(2 * n));
    server.on('nothing', () => undefined);
    assert.deepEqual(await Promise.all([client.request('double', 4), client.request('nothing')]), [8, null]);
  });

  it('tells why something was not done', async () => {
    const { server, client } = connected();
    server.on('refuse', () => { throw new ResponseError(-32803, 'No.'); });
    server.on('fail', () => Promise.reject(new Error('broken')));
    const outcome = (method: string) => client.request(method).catch((error: ResponseError) => [error.code, error.message]);
    assert.deepEqual(await Promise.all([outcome('refuse'), outcome('fail'), outcome('unheard of')]), [[-32803, 'No.'], [-32603, 'broken'], [-32601, "There is no method 'unheard of'."]]);
  });

  it('survives notifications that are not known, or fail, and what is no message', async () => {
    const { server, client, raw } = connected();
    server.on('fail', () => { throw new Error('broken'); });
    server.on('here', () => true);
    client.notify('fail', {});
    client.notify('$/setTrace', { value: 'off' });
    raw.send({ jsonrpc: '2.0', id: 99, result: 'of what was never asked' });
    assert.equal(await client.request('here'), true);
  });

  it('takes messages in their order, each in a turn of its own', async () => {
    const { server, client } = connected();
    const taken: string[] = [];
    for (const method of ['a', 'b']) server.on(method, () => { taken.push(method); setImmediate(() => taken.push('turn')); });
    client.notify('a', {});
    client.notify('b', {});
    await client.request('a');
    await takeTurns();
    assert.deepEqual(taken, ['a', 'turn', 'b', 'turn', 'a', 'turn']);
  });

  it('hears at once that nobody waits any more, also for what has not begun', async () => {
    const { server, client, raw } = connected();
    const seen: boolean[] = [];
    server.on('slow', async (_: unknown, token: Cancellation) => { await takeTurns(); await takeTurns(); await takeTurns(); seen.push(token.isCancellationRequested); });
    server.on('quick', (_: unknown, token: Cancellation) => { seen.push(token.isCancellationRequested); });
    const waiting = [client.request('slow'), client.request('quick'), client.request('quick')];
    for (const id of [1, 2]) raw.send({ jsonrpc: '2.0', method: '$/cancelRequest', params: { id } });
    await Promise.all(waiting);
    assert.deepEqual(seen.sort(), [false, true, true]);
  });
});

describe('the process of the server', () => {
  const start = () => spawn(process.execPath, [path.resolve('dist/server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const status = (child: ReturnType<typeof start>) => new Promise<number | null>(resolve => child.once('exit', resolve));
  const say = (child: ReturnType<typeof start>, ...messages: Message[]) => child.stdin.write(messages.map(message => framed(message)).join(''));

  it('ends as it is asked to: well after a shutdown, not well without', async () => {
    const [well, unwell] = [start(), start()];
    say(well, { id: 1, method: 'shutdown' }, { method: 'exit' });
    say(unwell, { method: 'exit' });
    assert.deepEqual(await Promise.all([status(well), status(unwell)]), [0, 1]);
  });

  it('ends when nobody writes to it any more', async () => {
    const server = start();
    server.stdin.end();
    assert.equal(await status(server), 1);
  });

  it('ends when the process of its client is gone, though its input is held open', async () => {
    const client = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    const server = start();
    say(server, { id: 1, method: 'initialize', params: { processId: client.pid, rootUri: null, capabilities: {} } });
    await new Promise(resolve => server.stdout.once('data', resolve));
    client.kill();
    assert.equal(await status(server), 1);
  });
});
