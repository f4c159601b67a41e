import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { buildProgram, folderWith, removeFolders, runProgram } from './run';

// What `check --fix` does to files, to the byte.

const NAME = 'kent.inspection.yaml';

const BEFORE = `# Kent\r\nauthority:  'Kent'\t# as it was\r\nevent: focused visit   # short for it\r\nfieldwork: {start:   2023-03-15}\r\npublished: 10 May 2023\r\nx_own:    [1,2]\r\n\r\n\r\n`;
const AFTER = BEFORE.replace('focused visit', 'ILACS focused visit').replace('10 May 2023', '2023-05-10');

describe('check --fix', () => {
  before(buildProgram);
  after(removeFolders);

  it('changes the words at fault and not a byte besides', async () => {
    for (const mark of ['', '\ufeff']) {
      for (const breaks of ['\r\n', '\n']) {
        const as = (text: string) => mark + text.replaceAll('\r\n', breaks);
        const cwd = folderWith({ [NAME]: as(BEFORE) });
        const { status, stderr } = await runProgram(['check', '--fix'], { cwd });
        assert.deepEqual([status, stderr], [0, 'Mended 2 findings in 1 file.\nNo findings in 1 file (1 record).\n']);
        assert.equal(fs.readFileSync(path.join(cwd, NAME), 'utf8'), as(AFTER));
      }
    }
  });

  it('gives a text from standard input back with its byte order mark and line breaks', async () => {
    const filter = ['check', '--fix', '--stdin-filepath', NAME];
    assert.equal((await runProgram(filter, { cwd: '.', stdin: `\ufeff${BEFORE}` })).stdout, `\ufeff${AFTER}`);
    assert.equal((await runProgram(filter, { cwd: '.', stdin: AFTER })).stdout, AFTER);
    const { stdout, status } = await runProgram(filter, { cwd: '.', stdin: Buffer.from([0xff, 0xfe, 0x41]) });
    assert.deepEqual([stdout, status], ['', 2]);
  });

  it('does not touch a file in which nothing can be mended', async () => {
    const cwd = folderWith({ [NAME]: AFTER });
    const file = path.join(cwd, NAME);
    fs.utimesSync(file, 1000, 1000);
    const { ino } = fs.statSync(file);
    await runProgram(['check', '--fix'], { cwd });
    assert.deepEqual([fs.statSync(file).mtimeMs, fs.statSync(file).ino], [1_000_000, ino]);
  });

  it('keeps the mode, and leaves what a link out of the folder leads to', async function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({ [`in/${NAME}`]: BEFORE, 'out/other.yaml': BEFORE });
    fs.chmodSync(path.join(cwd, 'in', NAME), 0o640);
    fs.symlinkSync('../out/other.yaml', path.join(cwd, 'in/link.yaml'));
    const { status, stderr } = await runProgram(['check', '--fix', 'in', 'in/link.yaml'], { cwd });
    assert.equal(status, 1);
    assert.match(stderr, /^in\/link\.yaml: it is a link to a file in another folder/);
    assert.equal(fs.statSync(path.join(cwd, 'in', NAME)).mode & 0o777, 0o640);
    assert.equal(fs.readFileSync(path.join(cwd, 'in', NAME), 'utf8'), AFTER);
    assert.equal(fs.readFileSync(path.join(cwd, 'out/other.yaml'), 'utf8'), BEFORE);
  });

  it('leaves the old text or the new one, whole, when it is killed', async function () {
    if (process.platform === 'win32') this.skip();
    const kill = "process.kill(process.pid, 'SIGKILL')";
    for (const [moment, left] of [
      [`fs.renameSync = () => ${kill}`, BEFORE],
      [`fs.fsyncSync = () => ${kill}`, BEFORE],
      [`const rename = fs.renameSync; fs.renameSync = (...names) => { rename(...names); ${kill}; }`, AFTER],
    ] as const) {
      const cwd = folderWith({ [NAME]: BEFORE, 'kill.cjs': `const fs = require('node:fs'); ${moment};` });
      const { status } = await runProgram(['check', '--fix'], { cwd, env: { NODE_OPTIONS: `--require=${path.join(cwd, 'kill.cjs')}` } });
      assert.equal(status, null);
      assert.equal(fs.readFileSync(path.join(cwd, NAME), 'utf8'), left);
      // What an earlier run left behind is in nobody's way.
      const again = await runProgram(['check', '--fix'], { cwd });
      assert.equal(again.status, 0);
      assert.equal(fs.readFileSync(path.join(cwd, NAME), 'utf8'), AFTER);
    }
  });

  it('leaves nothing beside a file when it is interrupted while it writes', async function () {
    if (process.platform === 'win32') this.skip();
    for (const signal of ['SIGINT', 'SIGTERM']) {
      const cwd = folderWith({ [NAME]: BEFORE, 'stop.cjs': `const fs = require('node:fs'); fs.fsyncSync = () => process.kill(process.pid, '${signal}');` });
      await runProgram(['check', '--fix'], { cwd, env: { NODE_OPTIONS: `--require=${path.join(cwd, 'stop.cjs')}` } });
      assert.equal(fs.readFileSync(path.join(cwd, NAME), 'utf8'), AFTER);
      assert.deepEqual(fs.readdirSync(cwd).sort(), [NAME, 'stop.cjs'].sort());
    }
  });

  it('does not write over what somebody else writes meanwhile', async () => {
    // Before the program looks at the file again, and when the new text lies beside it already.
    for (const step of ['realpathSync', 'fsyncSync']) {
      const meanwhile = `const fs = require('node:fs'); const real = fs.${step}; fs.${step} = what => { fs.appendFileSync(${JSON.stringify(NAME)}, '# mine\\n'); return real(what); };`;
      const cwd = folderWith({ [NAME]: BEFORE, 'meanwhile.cjs': `${meanwhile} fs.${step}.native = real.native;` });
      const { status, stderr } = await runProgram(['check', '--fix', NAME], { cwd, env: { NODE_OPTIONS: `--require=${path.join(cwd, 'meanwhile.cjs')}` } });
      assert.equal(status, 1);
      assert.match(stderr, /changed by somebody else/);
      assert.match(fs.readFileSync(path.join(cwd, NAME), 'utf8'), /focused visit[^]*# mine\n$/);
      assert.deepEqual(fs.readdirSync(cwd).sort(), [NAME, 'meanwhile.cjs'].sort());
    }
  });
});
