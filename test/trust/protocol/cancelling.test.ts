import assert from 'node:assert/strict';
import { readSourceRequest } from '../../../server/lsp/protocol';
import { PULLS } from '../../support/editor';
import { RECORD, URI, VALID } from './methods';
import { CODES, Wire } from './wire';

const AT_ONCE = 1000;

describe('many requests, and those that nobody waits for', () => {
  let wire: Wire;
  beforeEach(async () => {
    wire = new Wire();
    await wire.start({ capabilities: PULLS });
    wire.open(URI, RECORD);
  });
  afterEach(() => wire.process.kill());

  it(`are all answered, once and with what was asked for: ${AT_ONCE} in flight`, async () => {
    // One waits until there is news; for one a thread is started each time.
    const methods = Object.keys(VALID).filter(method => method !== 'workspace/diagnostic' && method !== readSourceRequest);
    const alone = new Map<string, string>();
    const plain = (result: unknown) => JSON.stringify(result).replace(/"(revision|since|reading|import)":\w+/g, '');
    for (const method of methods.filter(method => !method.endsWith('/preview'))) alone.set(method, plain((await wire.request(method, VALID[method])).result));
    const asked = Array.from({ length: AT_ONCE }, (_, i) => ({ method: methods[i % methods.length]!, id: wire.ask(methods[i % methods.length]!, VALID[methods[i % methods.length]!]) }));
    for (const { method, id } of asked) {
      const { result, error } = await wire.answerTo(id);
      assert.equal(error, undefined, method);
      if (alone.has(method)) assert.equal(plain(result), alone.get(method), method);
    }
    assert.equal(await wire.stop(), 0);
    assert.equal(new Set(wire.answers.map(({ id }) => id)).size, wire.answers.length);
  });

  it('are answered as cancelled, or done already, once', async () => {
    for (const [method, params] of Object.entries(VALID)) {
      const atOnce = wire.ask(method, params);
      wire.cancel(atOnce);
      const twice = wire.ask(method, params);
      wire.cancel(twice);
      wire.cancel(twice);
      for (const id of [atOnce, twice]) {
        const { error } = await wire.answerTo(id);
        assert.ok(error === undefined || error.code === CODES.cancelled, `${method}: ${JSON.stringify(error)}`);
        wire.cancel(id);
      }
    }
    assert.deepEqual(wire.failures, []);
    assert.equal(await wire.stop(), 0);
    assert.equal(new Set(wire.answers.map(({ id }) => id)).size, wire.answers.length);
  });

  it('cancelled before they are sent, they are answered', async () => {
    wire.cancel('later');
    wire.send({ id: 'later', method: 'textDocument/hover', params: VALID['textDocument/hover'] });
    const { error } = await wire.answerTo('later');
    assert.ok(error === undefined || error.code === CODES.cancelled);
  });

  it('initialize and shutdown are done all the same', async () => {
    const other = new Wire();
    const hello = other.ask('initialize', { processId: null, rootUri: null, capabilities: {} });
    other.cancel(hello);
    assert.ok((await other.answerTo(hello)).result);
    const end = other.ask('shutdown');
    other.cancel(end);
    assert.equal((await other.answerTo(end)).result, null);
    other.notify('exit');
    assert.equal(await other.ended, 0);
  });
});
