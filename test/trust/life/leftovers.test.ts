import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PULLS } from '../../support/editor';
import { RECORD, URI, VALID } from '../protocol/methods';
import { Wire } from '../protocol/wire';

/** The processes that a process has started, and that are there still. */
function childrenOf(pid: number): number[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).split('\n').map(line => line.trim().split(/\s+/).map(Number)).filter(([, parent]) => parent === pid).map(([child]) => child!);
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(resolve => setTimeout(resolve, 20));
}

describe('what a server leaves behind', function () {
  before(function () { if (process.platform === 'win32') this.skip(); });

  /** @param options of Node: for faults that are planted */
  async function leavesNothing(temporary: string, options: readonly string[] = []): Promise<void> {
    const before = process.env.TMPDIR;
    process.env.TMPDIR = temporary;
    const wire = new Wire({ node: options });
    process.env.TMPDIR = before ?? os.tmpdir();
    if (before === undefined) delete process.env.TMPDIR;
    await wire.start({ capabilities: PULLS });
    wire.open(URI, RECORD);
    for (const [method, params] of Object.entries(VALID)) if (method !== 'workspace/diagnostic') await wire.request(method, params);
    await wire.request('inspectionRecords/export', { textDocument: { uri: URI }, format: 'docx', style: 'record' });
    const children = childrenOf(wire.process.pid!);
    // Somebody waits still, and the keys have not rested yet.
    wire.ask('workspace/diagnostic', { previousResultIds: [] });
    wire.notify('textDocument/didChange', { textDocument: { uri: URI, version: 2 }, contentChanges: [{ range: { start: { line: 0, character: 4 }, end: { line: 0, character: 4 } }, text: 'x' }] });
    assert.equal(await wire.stop(), 0);
    assert.ok(!isThere(wire.process.pid!));
    assert.deepEqual(children, []);
    assert.deepEqual(fs.readdirSync(temporary), []);
  }

  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'life-'));
  after(() => fs.rmSync(temporary, { recursive: true }));

  it('is nothing: no process, and no file', () => leavesNothing(temporary));

  it('would be found: planted faults', async () => {
    const faults = { process: "require('node:child_process').spawn('sleep', ['5'], { stdio: 'ignore' }).unref();", file: "require('node:fs').writeFileSync(require('node:path').join(require('node:os').tmpdir(), 'left'), '');" };
    for (const [name, does] of Object.entries(faults)) {
      const [fault, folder] = [path.join(temporary, `${name}.cjs`), path.join(temporary, name)];
      fs.writeFileSync(fault, does);
      fs.mkdirSync(folder);
      await assert.rejects(leavesNothing(folder, ['--require', fault]), assert.AssertionError, name);
    }
  });

  it('is not the server itself, where its client was killed', async () => {
    const program = `const { spawn } = require('node:child_process');
      const server = spawn(process.execPath, [${JSON.stringify(path.resolve('dist/server.js'))}, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
      const text = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
      server.stdin.write('Content-Length: ' + text.length + '\\r\\n\\r\\n' + text);
      server.stdout.once('data', () => console.log(server.pid));`;
    const client = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const server = Number(await new Promise<Buffer>(resolve => client.stdout.once('data', resolve)));
    assert.ok(isThere(server));
    client.kill('SIGKILL');
    await until(() => !isThere(server));
  });

  it('is not the server itself, where nobody reads what it says', async () => {
    const wire = new Wire();
    await wire.start({ capabilities: PULLS });
    wire.process.stdout!.destroy();
    for (let i = 0; i < 100; i++) wire.ask('textDocument/hover', VALID['textDocument/hover']);
    assert.equal(await wire.ended, 1);
    assert.equal(wire.stderr, '');
  });
});
