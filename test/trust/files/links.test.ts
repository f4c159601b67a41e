import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { buildProgram, folderWith, removeFolders, runProgram } from '../../cli/run';
import { runSabotaged } from './disturbed';

const RECORD = 'authority: Kent\nevent: focused visit\nfieldwork: {start:   2023-03-15, end: 2023-03-16}\n';
const NAME = 'kent.inspection.yaml';
const TABLE = 'Local authority name,Inspection date,Inspection type\nKent,2023-03-15,ILACS Focused Visit\n';
const WRITERS = [['format'], ['check', '--fix', '--fail-on', 'never']];

describe('links', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
    buildProgram();
  });
  after(removeFolders);

  const read = (...names: string[]) => fs.readFileSync(path.join(...names), 'utf8');

  it('in a folder lead nobody out of it: to files, to folders, to nothing, in a circle', async () => {
    const folder = folderWith({ [`outside/${NAME}`]: RECORD, 'inside/notes.txt': '' });
    const inside = path.join(folder, 'inside');
    for (const [to, name] of [[`../outside/${NAME}`, NAME], ['../outside', 'folder'], ['nowhere', `gone.${NAME}`], [`round.${NAME}`, `round.${NAME}`], ['..', 'up']]) fs.symlinkSync(to!, path.join(inside, name!));
    for (const args of [...WRITERS, ['import', path.join(folder, 'table.csv'), '--merge', '.']]) {
      fs.writeFileSync(path.join(folder, 'table.csv'), TABLE);
      const { status, stderr } = await runProgram(args, { cwd: inside });
      assert.ok(status === 0 || status === 1, stderr);
      assert.equal(read(folder, 'outside', NAME), RECORD, args.join(' '));
    }
    // A record that is to be new has the name of a link: nothing is written through it.
    assert.deepEqual(fs.readdirSync(path.join(folder, 'outside')), [NAME]);
  });

  it('that are named outright and lead out of their folder are not written through, and are named', async () => {
    const folder = folderWith({ [`outside/${NAME}`]: RECORD, 'inside/notes.txt': '' });
    fs.symlinkSync(`../outside/${NAME}`, path.join(folder, 'inside', NAME));
    fs.symlinkSync('round', path.join(folder, 'inside', 'round'));
    for (const args of WRITERS) {
      const { status, stderr } = await runProgram([...args, NAME], { cwd: path.join(folder, 'inside') });
      assert.match(stderr, /^kent\.inspection\.yaml: it is a link to a file in another folder; name that file itself\.$/m);
      assert.equal(status, 1);
      const round = await runProgram([...args, 'round'], { cwd: path.join(folder, 'inside') });
      assert.match(round.stderr, /^round: its links lead round in a circle\.$/m);
      assert.equal(round.status, 2);
    }
    assert.equal(read(folder, 'outside', NAME), RECORD);
  });

  it('would be found written through: by a program that takes each name for the place of its file, and writes into what is there', async () => {
    const believes = `const fs = require('node:fs'); fs.realpathSync = file => require('node:path').resolve(file); fs.renameSync = (from, to) => { fs.writeFileSync(to, fs.readFileSync(from)); fs.rmSync(from); };`;
    const folder = folderWith({ [`outside/${NAME}`]: RECORD, 'inside/notes.txt': '', 'believes.cjs': believes });
    fs.symlinkSync(`../outside/${NAME}`, path.join(folder, 'inside', NAME));
    for (const args of WRITERS) {
      fs.writeFileSync(path.join(folder, 'outside', NAME), RECORD);
      await runProgram([...args, NAME], { cwd: path.join(folder, 'inside'), env: { NODE_OPTIONS: `--require=${path.join(folder, 'believes.cjs')}` } });
      assert.notEqual(read(folder, 'outside', NAME), RECORD, args.join(' '));
    }
  });

  it('that make one file of two names end where one of them is written: the other keeps what it had', async () => {
    const folder = folderWith({ [`inside/${NAME}`]: RECORD, 'outside/notes.txt': '' });
    fs.linkSync(path.join(folder, 'inside', NAME), path.join(folder, 'outside', NAME));
    await runProgram(['format'], { cwd: path.join(folder, 'inside') });
    assert.notEqual(read(folder, 'inside', NAME), RECORD);
    assert.equal(read(folder, 'outside', NAME), RECORD);
  });

  it('and other paths to a record are no way to write a result over it', async () => {
    for (const command of [['summary', '--force', '--output'], ['check', '--write-baseline']]) {
      const cwd = folderWith({ [NAME]: RECORD, 'other/wales.inspection.yaml': RECORD });
      fs.symlinkSync(NAME, path.join(cwd, 'page.html'));
      fs.symlinkSync('.', path.join(cwd, 'here'));
      for (const target of ['page.html', `here/${NAME}`, `other/../${NAME}`, NAME, 'other/wales.inspection.yaml']) {
        const { status, stderr } = await runProgram([...command, target, '--config', '/dev/null'].concat(NAME), { cwd });
        assert.match(stderr, /: that is one of the records; a (summary|baseline) is not written over it\.$/m, target);
        assert.equal(status, 2);
        assert.equal(read(cwd, NAME) + read(cwd, 'other/wales.inspection.yaml'), RECORD + RECORD);
      }
    }
  });
});

describe('files that somebody else changes meanwhile', () => {
  before(buildProgram);
  after(removeFolders);

  const meanwhile = (does: string) => ({ 'meanwhile.cjs': `const fs = require('node:fs'); const real = fs.fsyncSync; let done; fs.fsyncSync = handle => { real(handle); if (!done) { done = true; ${does} } };` });

  for (const args of [...WRITERS, ['import', 'table.csv', '--merge', '.']]) {
    it(`are left as they are now: ${args.join(' ')}`, async () => {
      const cwd = folderWith({ [NAME]: RECORD.replace(', end: 2023-03-16', ''), 'table.csv': TABLE.replace('type\n', 'type,Visit theme\n').replace('Visit\n', 'Visit,Front door\n'), ...meanwhile(`fs.appendFileSync('${NAME}', '# mine\\n');`) });
      const { status, stderr } = await runProgram(args, { cwd, env: { NODE_OPTIONS: `--require=${path.join(cwd, 'meanwhile.cjs')}` } });
      assert.match(stderr, /^kent\.inspection\.yaml: it was changed by somebody else/m);
      assert.equal(status, 1);
      assert.equal(read(cwd), `${RECORD.replace(', end: 2023-03-16', '')}# mine\n`);
    });
  }

  it('and new ones that somebody else makes are not written over', async () => {
    for (const split of [['--output', 'kent.inspection.yaml'], ['--split', 'authority'], ['--merge', '.']]) {
      const cwd = folderWith({ 'table.csv': TABLE, ...meanwhile(`fs.writeFileSync('${NAME}', 'mine');`) });
      const { status, stderr } = await runProgram(['import', 'table.csv', ...split], { cwd, env: { NODE_OPTIONS: `--require=${path.join(cwd, 'meanwhile.cjs')}` } });
      assert.match(stderr, /^kent\.inspection\.yaml: it is there already/m);
      assert.deepEqual([status, read(cwd)], [1, 'mine']);
      assert.deepEqual(fs.readdirSync(cwd).filter(name => name.endsWith('.tmp')), []);
    }
  });

  it('would be lost where the program looked only once: the test goes red', async () => {
    const cwd = folderWith({ [NAME]: RECORD, ...meanwhile(`fs.appendFileSync('${NAME}', '# mine\\n');`) });
    process.env.NODE_OPTIONS = `--require=${path.join(cwd, 'meanwhile.cjs')}`;
    try {
      await runSabotaged(['format'], cwd, { faults: ['looks once'] });
    } finally {
      delete process.env.NODE_OPTIONS;
    }
    assert.doesNotMatch(read(cwd), /# mine/);
  });

  const read = (cwd: string) => fs.readFileSync(path.join(cwd, NAME), 'utf8');
});
