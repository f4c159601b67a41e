import assert from 'node:assert/strict';
import { PULLS } from '../../support/editor';
import { RECORD, URI, VALID } from './methods';
import { CODES, Wire } from './wire';

const hover = ['textDocument/hover', VALID['textDocument/hover']] as const;

describe('the order of messages', () => {
  let wire: Wire;
  beforeEach(() => { wire = new Wire(); });
  afterEach(() => wire.process.kill());

  it('every request before initialize is refused, and nothing told before it counts', async () => {
    wire.open(URI, RECORD);
    for (const [method, params] of [...Object.entries(VALID), ['shutdown', undefined], ['no/suchMethod', {}]] as const) {
      assert.equal((await wire.request(method, params)).error?.code, CODES.notInitialized, method);
    }
    await wire.start({ capabilities: PULLS });
    assert.equal((await wire.request(...hover)).result, null);
  });

  it('initialize a second time is refused, and changes nothing', async () => {
    await wire.start({ capabilities: PULLS });
    wire.open(URI, RECORD);
    const before = await wire.request(...hover);
    assert.equal((await wire.start()).error?.code, CODES.invalidRequest);
    assert.deepEqual((await wire.request(...hover)).result, before.result);
    assert.ok(before.result);
  });

  it('what nobody has heard of is no method, and is no harm as a notification', async () => {
    await wire.start();
    wire.notify('no/suchMethod', {});
    wire.notify('$/noSuchMethod');
    for (const method of ['no/suchMethod', '$/noSuchMethod', '', '__proto__', 'constructor', '$/refused', 'exit']) assert.equal((await wire.request(method, {})).error?.code, CODES.methodNotFound, method);
    assert.equal(await wire.stop(), 0);
  });

  it('everything after shutdown is refused but exit', async () => {
    await wire.start({ capabilities: PULLS });
    await wire.request('shutdown');
    wire.open(URI, RECORD);
    for (const method of ['shutdown', 'initialize', 'no/suchMethod', ...Object.keys(VALID)]) assert.equal((await wire.request(method, VALID[method] ?? {})).error?.code, CODES.invalidRequest, method);
    wire.notify('exit');
    assert.equal(await wire.ended, 0);
  });

  it('nothing after exit is answered', async () => {
    await wire.start();
    await wire.request('shutdown');
    wire.notify('exit');
    const late = wire.ask(...hover);
    assert.equal(await wire.ended, 0);
    assert.ok(!wire.answers.some(({ id }) => id === late));
  });

  it('exit without shutdown is no good end', async () => {
    await wire.start();
    wire.notify('exit');
    assert.equal(await wire.ended, 1);
  });

  it('documents that were never opened, or are closed, have nothing to tell of', async () => {
    await wire.start({ capabilities: PULLS });
    wire.notify('textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges: [{ text: RECORD }] });
    wire.notify('textDocument/didSave', { textDocument: { uri: URI } });
    wire.notify('textDocument/didClose', { textDocument: { uri: URI } });
    assert.equal((await wire.request(...hover)).result, null);
    wire.open(URI, RECORD);
    wire.open(URI, '', 2);
    assert.equal((await wire.request(...hover)).result, null, 'opened again, it is what it was opened with last');
    wire.notify('textDocument/didClose', { textDocument: { uri: URI } });
    wire.notify('textDocument/didClose', { textDocument: { uri: URI } });
    assert.equal((await wire.request(...hover)).result, null);
    assert.deepEqual(wire.failures, []);
    assert.equal(await wire.stop(), 0);
  });
});
