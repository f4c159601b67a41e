import assert from 'node:assert/strict';
import { framed, Frames } from '../../server/lsp/node-frames';

const read = (...pieces: (string | Buffer)[]) => {
  const frames = new Frames();
  return pieces.flatMap(piece => [...frames.take(Buffer.from(piece))].map(String));
};

const whole = (...body: string[]) => Buffer.concat(framed(body.map(piece => Buffer.from(piece))));

describe('the frames of messages', () => {
  it('are cut wherever the pieces are', () => {
    assert.deepEqual(read('Content-Length: 2\r\n\r\n{}Content-Length: 4\r\n\r\nnull'), ['{}', 'null']);
    assert.deepEqual(read(...'Content-Length: 2\r\n\r\n{}Content-Length: 0\r\n\r\n'), ['{}', '']);
    assert.deepEqual(read('Content-Length: 7\r\n\r\n12', '34', '567Con'), ['1234567']);
  });

  it('are made so that they are read again, whatever is in them', () => {
    for (const body of ['', '{}', 'é — 𝒳', '\r\n\r\n', 'x'.repeat(100_000)]) assert.deepEqual(read(whole(body), whole('ne', 'xt'), whole()), [body, 'next', '']);
  });

  it('have a header that tells one length', () => {
    assert.deepEqual(read('Content-Type: x\r\nCONTENT-LENGTH:2 \r\n\r\n{}'), ['{}']);
    for (const header of ['x: 1', 'Content-Length: -1', 'Content-Length: 1e3', 'Content-Length: 0x1', 'Content-Length: 1\r\nContent-Length: 2', 'Content-Length: 999999999999', 'a'.repeat(5000)]) {
      assert.throws(() => read(`${header}\r\n\r\n{}`), /header|announced/, header);
    }
  });
});
