import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { replaceText } from '../../server/cli/write-file';
import { buildProgram, folderWith, PROGRAM, removeFolders, runProgram } from './run';

const NAME = 'kent.inspection.yaml';

describe('writing a file anew', () => {
  after(removeFolders);

  const written = (content: string | Buffer) => path.join(folderWith({ [NAME]: content }), NAME);
  const read = (file: string) => fs.readFileSync(file, 'utf8');

  it('puts the new text in its place, and leaves nothing else behind', () => {
    const file = written('a:  1\r\n');
    assert.equal(replaceText(file, 'a:  1\r\n', 'a: 1\r\n'), undefined);
    assert.equal(read(file), 'a: 1\r\n');
    assert.deepEqual(fs.readdirSync(path.dirname(file)), [NAME]);
  });

  it('keeps mode and byte order mark', () => {
    const file = written('\ufeffa:  1\n');
    fs.chmodSync(file, 0o664);
    assert.equal(replaceText(file, 'a:  1\n', 'a: 1\n'), undefined);
    assert.equal(read(file), '\ufeffa: 1\n');
    if (process.platform !== 'win32') assert.equal(fs.statSync(file).mode & 0o777, 0o664);
  });

  it('does not write over what somebody else wrote meanwhile', () => {
    const file = written('a:  2\n');
    assert.match(replaceText(file, 'a:  1\n', 'a: 1\n')!, /changed by somebody else/);
    assert.equal(read(file), 'a:  2\n');
    fs.writeFileSync(file, Buffer.from([0xff, 0xfe, 0x61]));
    assert.match(replaceText(file, 'a:  1\n', 'a: 1\n')!, /changed by somebody else/);
    fs.rmSync(file);
    assert.match(replaceText(file, 'a:  1\n', 'a: 1\n')!, /no such file/);
    assert.deepEqual(fs.readdirSync(path.dirname(file)), []);
  });

  it('follows a link within a folder, and none that leads out of it', function () {
    if (process.platform === 'win32') this.skip();
    const folder = folderWith({ 'inner/real.yaml': 'a:  1\n', 'outer.yaml': 'a:  1\n' });
    const link = path.join(folder, 'inner', NAME);
    fs.symlinkSync('real.yaml', link);
    assert.equal(replaceText(link, 'a:  1\n', 'a: 1\n'), undefined);
    assert.equal(read(path.join(folder, 'inner/real.yaml')), 'a: 1\n');
    assert.ok(fs.lstatSync(link).isSymbolicLink());
    fs.rmSync(link);
    fs.symlinkSync('../outer.yaml', link);
    assert.match(replaceText(link, 'a:  1\n', 'a: 1\n')!, /another folder/);
    assert.equal(read(path.join(folder, 'outer.yaml')), 'a:  1\n');
  });

  it('does not write what its user may not write', async function () {
    // Only an administrator can become somebody else for a test; to everybody else the mode alone forbids it.
    if (process.platform === 'win32') this.skip();
    buildProgram();
    const file = written('a:  1\n');
    fs.chmodSync(path.dirname(file), 0o777);
    fs.chmodSync(file, 0o444);
    const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const { stderr, status } = await runProgram(['format', NAME], { cwd: path.dirname(file), ...asNobody });
    assert.match(stderr, /^kent\.inspection\.yaml: it may not be written by you\./);
    assert.equal(status, 1);
    assert.equal(read(file), 'a:  1\n');
    fs.chmodSync(file, 0o666);
    fs.chmodSync(path.dirname(file), 0o555);
    const inFolder = { cwd: path.dirname(file), ...asNobody };
    assert.match((await runProgram(['format', NAME], inFolder)).stderr, /^kent\.inspection\.yaml: nothing may be written there by you\./);
    const baseline = await runProgram(['check', '--write-baseline', 'known.json'], inFolder);
    assert.deepEqual([baseline.stderr, baseline.status], ['known.json: nothing may be written there by you.\n', 2]);
    fs.chmodSync(path.dirname(file), 0o777);
  });
});

describe('writing a result to a file', () => {
  before(buildProgram);
  after(removeFolders);

  it('leaves what it held, or the new result, when the program is killed', async function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({ [NAME]: 'authority: Kent\n', 'known.json': 'old', 'page.html': 'old', 'kill.cjs': "require('node:fs').renameSync = () => process.kill(process.pid, 'SIGKILL');" });
    for (const [output, ...command] of [['known.json', 'check', '--write-baseline'], ['page.html', 'summary', '--format=html', '--force', '--output']]) {
      const { status } = await runProgram([...command, output!], { cwd, env: { NODE_OPTIONS: `--require=${path.join(cwd, 'kill.cjs')}` } });
      assert.deepEqual([status, fs.readFileSync(path.join(cwd, output!), 'utf8')], [null, 'old']);
      assert.equal((await runProgram([...command, output!], { cwd })).status, 0);
      assert.notEqual(fs.readFileSync(path.join(cwd, output!), 'utf8'), 'old');
    }
  });

  it('writes to a link, a device or a pipe where one is named, and leaves it what it is', async function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({ [NAME]: 'authority: Kent\n', 'real/page.html': 'old' });
    fs.symlinkSync('real/page.html', path.join(cwd, 'page.html'));
    assert.equal((await runProgram(['summary', '--force', '--output', 'page.html'], { cwd })).status, 0);
    assert.ok(fs.lstatSync(path.join(cwd, 'page.html')).isSymbolicLink());
    assert.match(fs.readFileSync(path.join(cwd, 'real/page.html'), 'utf8'), /^Kent/);
    assert.equal((await runProgram(['summary', '--output', '/dev/null'], { cwd })).status, 0);
    assert.ok(fs.statSync('/dev/null').isCharacterDevice());
  });

  it('says so where the disk is full', async function () {
    if (!fs.existsSync('/dev/full')) this.skip();
    const full = fs.openSync('/dev/full', 'w');
    const { stderr, status } = spawnSync(process.execPath, [PROGRAM, 'explain'], { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' });
    fs.closeSync(full);
    assert.deepEqual([stderr, status], ['The output could not be written: the disk is full.\n', 3]);
  });
});
