import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';

/** A message as it goes over the wire. */
function framed(message: object): string {
  const text = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

describe('the process of the server', () => {
  const start = () => spawn(process.execPath, [path.resolve('dist/server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const status = (child: ReturnType<typeof start>) => new Promise<number | null>(resolve => child.once('exit', resolve));
  const say = (child: ReturnType<typeof start>, ...messages: object[]) => child.stdin.write(messages.map(message => framed({ jsonrpc: '2.0', ...message })).join(''));

  it('ends as it is asked to: well after a shutdown, not well without', async () => {
    const [well, unwell] = [start(), start()];
    say(well, { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }, { id: 2, method: 'shutdown' }, { method: 'exit' });
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
