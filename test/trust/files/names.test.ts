import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { visible } from '../../../server/text/visible';
import { buildProgram, folderWith, removeFolders, runProgram, type Result } from '../../cli/run';
import { soaking } from '../trial';

// Files of names that nobody should give, and things that are no files.

const RECORD = 'authority: Kent\nevent: focused visit\nfieldwork: {start:   2023-03-15, end: 2023-03-16}\n';
const END = '.inspection.yaml';
const NAMES = ['two\nlines', '\nfirst', 'carriage\rreturn', '\u001b[31mred', '\u001b]0;title\u0007', '\u202egpj', '-rf', '--fix', '-', ' spaces ', "quote'\"`", '$(touch x)', '🏫 school', '\u0301', '__proto__', 'constructor', '#%?&', '..', `${'x'.repeat(255 - END.length)}`, '::error::x', 'C:', '\\back'];

const WORST = ['two\nlines', '\u001b[31mred'];
const TABLE = 'Local authority name,Inspection date,Inspection type\nKent,2023-03-15,ILACS Focused Visit\n';

/** Nothing in what is said commands a terminal, or begins a line of its own. */
function assertHarmless({ status, stdout, stderr }: Result, name: string): void {
  for (const text of [stdout, stderr]) assert.equal(visible(text.replaceAll('\n', '')), text.replaceAll('\n', ''), JSON.stringify(name));
  assert.doesNotMatch(stderr, /has failed|^ +at /m, name);
  assert.notEqual(status, 3, name);
}

describe('names of files', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
    buildProgram();
  });
  after(removeFolders);

  it('of any kind are read, mended and named, with what is hidden in them written out', async () => {
    const cwd = folderWith(Object.fromEntries(NAMES.map(name => [name + END, RECORD])));
    const formatted = await runProgram(['format', '.'], { cwd });
    assertHarmless(formatted, 'format');
    assert.deepEqual(formatted.stdout.split('\n').slice(0, -1).sort(), NAMES.map(name => visible(name + END)).sort());
    const fixed = await runProgram(['check', '--fix', '--format', 'json', '.'], { cwd });
    assertHarmless(fixed, 'check --fix');
    const { findings } = JSON.parse(fixed.stdout) as { findings: { path: string }[] };
    assert.deepEqual([...new Set(findings.map(finding => finding.path))].sort(), NAMES.map(name => name + END).sort());
    for (const name of NAMES) assert.match(fs.readFileSync(path.join(cwd, name + END), 'utf8'), /^event: ILACS focused visit$/m, name);
    assert.deepEqual(fs.readdirSync(cwd).sort(), NAMES.map(name => name + END).sort());
    for (const args of [['check'], ['export', '--format', 'json'], ['summary'], ['summary', '--overview']]) assertHarmless(await runProgram(args, { cwd }), args.join(' '));
  });

  it('of any kind are named where they cannot be read or written', async () => {
    const cwd = folderWith({ 'kent.inspection.yaml': RECORD, 'table.csv': TABLE });
    // As a shell's `./*` has them: a name that begins with a dash is an option otherwise, as everywhere.
    const names = NAMES.filter(name => name !== '..' && name !== '-');
    const assertNamed = async (args: readonly string[], meant: readonly string[]) => {
      const result = await runProgram(args, { cwd });
      assertHarmless(result, args.join(' '));
      assert.ok(result.status === 2 || result.status === 1, `${args.join(' ')}: ${result.stderr}`);
      for (const name of meant) assert.ok(result.stderr.includes(visible(name)), `${args.join(' ')}: ${result.stderr}`);
    };
    for (const command of ['check', 'format', 'import']) await assertNamed([command, ...names.map(name => `./${name}`)], names);
    for (const name of soaking ? names : WORST) {
      const given = `kent.inspection.yaml/${name}`;
      for (const args of [['check', '--baseline', given], ['check', '--config', given], ['summary', '--output', given], ['check', '--write-baseline', given], ['import', 'table.csv', '--output', given], ['import', 'table.csv', '--merge', given]]) await assertNamed(args, [name]);
    }
  });

  it('that are no text at all are said not to be there', async function () {
    const cwd = folderWith({});
    try {
      fs.writeFileSync(Buffer.concat([Buffer.from(`${cwd}/k\xff`, 'latin1'), Buffer.from(END)]), RECORD);
    } catch {
      console.log('Skipped: this file system takes only names that are text.');
      this.skip();
    }
    const { status, stderr } = await runProgram(['check', '--fix'], { cwd });
    assert.match(stderr, /^k\ufffd\.inspection\.yaml: there is no such file or folder\.$/m);
    assert.equal(status, 2);
  });

  it('would be found to command a terminal, or to begin a line of their own: planted faults', () => {
    const told = { status: 0, stdout: '', stderr: '' };
    for (const fault of [{ stdout: '\u001b[31mred.inspection.yaml\n' }, { stderr: 'a\rb\n' }, { stderr: 'x has failed' }, { status: 3 }]) assert.throws(() => assertHarmless({ ...told, ...fault }, 'planted'));
  });

  it('that are too long are named as that', async () => {
    const { status, stderr } = await runProgram(['check', `${'x'.repeat(300)}${END}`], { cwd: folderWith({}) });
    assert.match(stderr, /: its name is too long\.$/m);
    assert.equal(status, 2);
  });
});

describe('what has the name of a record and is none', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
    buildProgram();
  });
  after(removeFolders);

  it('is passed over in a folder: pipes are not waited for, folders are looked through', async () => {
    const cwd = folderWith({ [`folder${END}/kent${END}`]: RECORD });
    spawnSync('mkfifo', [path.join(cwd, `pipe${END}`)]);
    fs.symlinkSync('/dev/zero', path.join(cwd, `zero${END}`));
    const { status, stdout } = await runProgram(['format'], { cwd });
    assert.deepEqual([status, stdout], [0, `folder${END}/kent${END}\n`]);
  });

  it('is read where it is named, and never replaced', async () => {
    const cwd = folderWith({});
    const pipe = path.join(cwd, `pipe${END}`);
    spawnSync('mkfifo', [pipe]);
    for (const command of [['check', '--fix'], ['format']]) {
      const run = runProgram([...command, pipe], { cwd });
      await fs.promises.writeFile(pipe, RECORD);
      const { status, stderr } = await run;
      assert.match(stderr, /^pipe\.inspection\.yaml: it is no file whose text could be replaced\.$/m);
      assert.equal(status, 1);
      assert.ok(fs.statSync(pipe).isFIFO());
    }
    assert.equal((await runProgram(['check', '--fix', '/dev/null'], { cwd })).status, 0);
    assert.ok(fs.statSync('/dev/null').isCharacterDevice());
  });

  it('is not read without end', async () => {
    // Never of a device that has none: where this goes wrong, it would take all memory of the machine.
    const cwd = folderWith({});
    const pipe = path.join(cwd, `pipe${END}`);
    spawnSync('mkfifo', [pipe]);
    const writer = spawn('sh', ['-c', 'head -c 140000000 /dev/zero > "$1"', 'sh', pipe], { stdio: 'ignore' });
    const { status, stderr } = await runProgram(['check', pipe], { cwd });
    assert.equal(stderr, `pipe${END}: it is far too large for a file of records.\n`);
    assert.equal(status, 2);
    if (writer.exitCode === null) await once(writer, 'exit');
  });
});
