import assert from 'node:assert/strict';
import { CODES, framed, Wire } from './wire';

const HELLO = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });

/** What the server answers and how it ends, where these bytes come and the input is closed then. */
async function heard(...pieces: (Buffer | string)[]): Promise<{ codes: unknown[]; ended: number | null; stderr: string }> {
  const wire = new Wire();
  for (const piece of pieces) {
    wire.write(piece);
    await new Promise(resolve => setImmediate(resolve));
  }
  wire.process.stdin!.end();
  const ended = await wire.ended;
  return { codes: wire.answers.map(({ id, error }) => [id, error?.code]), ended, stderr: wire.stderr };
}

describe('what comes over the pipe', () => {
  it('is read whatever pieces it comes in', async () => {
    const bytes = Buffer.concat([framed(HELLO), framed({ jsonrpc: '2.0', id: 'é€😀', method: 'shutdown' }), framed({ jsonrpc: '2.0', method: 'exit' })]);
    const wire = new Wire();
    for (const byte of bytes) wire.write(Buffer.from([byte]));
    assert.equal(await wire.ended, 0);
    assert.deepEqual(wire.answers.map(({ id, error }) => [id, error]), [[1, undefined], ['é€😀', undefined]]);
  });

  it('is read with any header that tells the length', async () => {
    const length = Buffer.byteLength(HELLO);
    for (const header of [`content-length:${length}`, `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: ${length}`, `Content-Length: ${length}\r\nContent-Length: ${length}`]) {
      assert.deepEqual(await heard(`${header}\r\n\r\n${HELLO}`), { codes: [[1, undefined]], ended: 1, stderr: '' }, header);
    }
  });

  const unreadable: Readonly<Record<string, string>> = {
    'a length of nothing': 'Content-Length: \r\n\r\n',
    'a length in words': 'Content-Length: many\r\n\r\n{}',
    'a length below 0': 'Content-Length: -5\r\n\r\n{}{}{}',
    'the length that a library has for none': 'Content-Length: -1\r\n\r\n{}',
    'a length as 1e12': 'Content-Length: 1e12\r\n\r\n{}',
    'a length beyond all memory': 'Content-Length: 1000000000000\r\n\r\n{}',
    'a length with a fraction': 'Content-Length: 2.5\r\n\r\n{}',
    'two lengths': 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} ',
    'no length': 'Content-Type: x\r\n\r\n{}',
    'a header without end': 'x'.repeat(5000),
    'a body longer than its length': `${framed(HELLO).toString().replace(/\d+/, length => String(Number(length) - 1))}${framed(HELLO).toString()}`,
  };
  it('ends the server with a word about it, where nobody could tell where the next message begins', async () => {
    await Promise.all(Object.entries(unreadable).map(async ([name, bytes]) => {
      const wire = new Wire();
      wire.write(bytes);
      assert.equal(await wire.ended, 1, name);
      assert.match(wire.stderr, /^inspection-records: what the client sends cannot be read: .*\.\n$/, name);
    }));
  });

  it('ends the server where it stops in the middle', async () => {
    const whole = framed(HELLO);
    for (const cut of [10, 20, 22, whole.length - 1]) assert.deepEqual(await heard(whole.subarray(0, cut)), { codes: [], ended: 1, stderr: '' }, `${cut}`);
    assert.deepEqual(await heard(whole, whole.subarray(0, 30)), { codes: [[1, undefined]], ended: 1, stderr: '' });
  });

  it('ends it well where a client that has said shutdown is gone without exit', async () => {
    assert.deepEqual(await heard(framed(HELLO), framed({ jsonrpc: '2.0', id: 2, method: 'shutdown' })), { codes: [[1, undefined], [2, undefined]], ended: 0, stderr: '' });
  });

  const noMessages: Readonly<Record<string, [string | Buffer, unknown[]]>> = {
    'an empty body': ['', [null, CODES.parseError]],
    'no JSON': ['{"jsonrpc"', [null, CODES.parseError]],
    'JSON with something behind it': ['{} {}', [null, CODES.parseError]],
    'a number': ['5', [null, CODES.invalidRequest]],
    'null': ['null', [null, CODES.invalidRequest]],
    'a text': ['"initialize"', [null, CODES.invalidRequest]],
    'several requests at once': [`[${HELLO},${HELLO}]`, [null, CODES.invalidRequest]],
    'a request with null for an id': ['{"jsonrpc":"2.0","id":null,"method":"shutdown"}', [null, CODES.invalidRequest]],
    'a request with an object for an id': ['{"jsonrpc":"2.0","id":{},"method":"shutdown"}', [null, CODES.invalidRequest]],
    'a method that is a number': ['{"jsonrpc":"2.0","id":7,"method":7}', [7, CODES.invalidRequest]],
  };
  it('is refused where it is no message, and the next is heard', async () => {
    const wire = new Wire();
    for (const [name, [body, answer]] of Object.entries(noMessages)) {
      wire.write(framed(body));
      assert.equal((await wire.request('no/suchMethod')).error?.code, CODES.notInitialized, name);
      const { id, error } = wire.answers.splice(0)[0]!;
      assert.deepEqual([id, error?.code], answer, name);
    }
    wire.process.kill();
  });

  const ignored: Readonly<Record<string, string | Buffer>> = {
    'an object of nothing': '{}', 'an answer to nothing': '{"jsonrpc":"2.0","id":99,"result":null}', 'an answer without a result': '{"jsonrpc":"2.0","id":0}',
    'an answer to nobody': '{"jsonrpc":"2.0","id":null,"error":{"code":1,"message":"x"}}', 'a cancellation of nothing': '{"jsonrpc":"2.0","method":"$/cancelRequest"}',
    'a cancellation of null': '{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":null}}', 'bytes that are no UTF-8': Buffer.from('{"jsonrpc":"2.0","method":"\xff\xfe\xc0"}', 'latin1'),
    'nesting without end': `{"jsonrpc":"2.0","method":"x","params":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
  };
  it('is passed over where nothing can be said to it, and the next is heard', async () => {
    const wire = new Wire();
    for (const [name, body] of Object.entries(ignored)) {
      wire.write(framed(body));
      assert.equal((await wire.request('no/suchMethod')).error?.code, CODES.notInitialized, name);
      assert.equal(wire.answers.splice(0).length, 1, name);
    }
    wire.process.kill();
  });
});
