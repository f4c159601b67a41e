import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { manyRecords, oneRecord } from '../../scripts/many-records.mjs';
import { readArguments } from '../../server/cli/arguments';
import { COMMANDS } from '../../server/cli/commands';
import { openInputs } from '../../server/cli/inputs';
import { WatchedRecords } from '../../server/cli/watched-records';
import { buildProgram, folderWith, PROGRAM, removeFolders, runProgram } from './run';

const WRONG = oneRecord(0).replace('Overall effectiveness: Good', 'Overall effectiveness: Godo');

/** The program at work, with what it says of each look. */
class Watching {
  private output = '';
  private readonly child: ChildProcess;
  readonly ended: Promise<[number | null, string | null]>;

  constructor(readonly folder: string, ...args: string[]) {
    this.child = spawn(process.execPath, [PROGRAM, 'check', '--watch', ...args], { cwd: folder });
    for (const stream of [this.child.stdout!, this.child.stderr!]) stream.setEncoding('utf8').on('data', chunk => { this.output += chunk; });
    this.ended = new Promise(resolve => this.child.once('close', (status, signal) => resolve([status, signal])));
  }

  /** What is said until `end` is, which then counts as read. */
  async until(end: RegExp): Promise<string> {
    for (;;) {
      const match = end.exec(this.output);
      if (match) {
        const said = this.output.slice(0, match.index + match[0].length);
        this.output = this.output.slice(said.length);
        return said;
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  /** All at once, so that no look falls in between. */
  write(name: string, content: string | Buffer): void {
    const file = path.join(this.folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(`${file}.new`, content);
    fs.renameSync(`${file}.new`, file);
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

const LOOK = /Watching \d+ files? for changes; Ctrl-C ends it\.\n/;

describe('check --watch', () => {
  before(buildProgram);
  after(removeFolders);

  it('checks again what changes, comes and goes, and ends when it is interrupted', async function () {
    if (process.platform === 'win32') this.skip();
    const watching = new Watching(folderWith({ 'a.inspection.yaml': oneRecord(0), 'notes.txt': '' }));
    assert.equal(await watching.until(LOOK), 'No findings in 1 file (1 record).\nWatching 1 file for changes; Ctrl-C ends it.\n');
    watching.write('notes.txt', 'not a record');
    watching.write('a.inspection.yaml', WRONG);
    const wrong = await watching.until(LOOK);
    assert.match(wrong, /^a\.inspection\.yaml:\d+:\d+ error unknown-grade/);
    assert.ok(!wrong.includes('\u001b'));
    watching.write('new/deep/b.inspection.yaml', WRONG.replace('made-up-0', 'made-up-1').replace(/^authority: .*/m, 'authority: Kent'));
    assert.match(await watching.until(LOOK), /new\/deep\/b\.inspection\.yaml:\d+:\d+ error unknown-grade[^]*2 errors in 2 files/);
    fs.renameSync(path.join(watching.folder, 'a.inspection.yaml'), path.join(watching.folder, 'a.yaml'));
    assert.match(await watching.until(LOOK), /1 error in 1 file/);
    watching.write('new/deep/b.inspection.yaml', '\u0000');
    watching.kill('SIGINT');
    assert.deepEqual(await watching.ended, [0, null]);
  });

  it('takes up the configuration, and waits while it is wrong', async function () {
    if (process.platform === 'win32') this.skip();
    const watching = new Watching(folderWith({ 'a.inspection.yaml': WRONG }));
    await watching.until(LOOK);
    watching.write('inspection-records.config.yaml', 'rules: {unknown-grad: off}\n');
    await watching.until(/There is no rule 'unknown-grad'/);
    watching.write('inspection-records.config.yaml', 'rules: {unknown-grade: off}\n');
    assert.match(await watching.until(LOOK), /No findings in 1 file/);
    watching.kill('SIGINT');
    assert.deepEqual(await watching.ended, [0, null]);
  });

  it('names a file that cannot be read, until it can', async function () {
    if (process.platform === 'win32') this.skip();
    const watching = new Watching(folderWith({ 'a.inspection.yaml': oneRecord(0) }), 'a.inspection.yaml');
    await watching.until(LOOK);
    watching.write('a.inspection.yaml', Buffer.from([0xff, 0xfe]));
    assert.match(await watching.until(LOOK), /^a\.inspection\.yaml: it is written in UTF-16/);
    fs.rmSync(path.join(watching.folder, 'a.inspection.yaml'));
    assert.match(await watching.until(LOOK), /^a\.inspection\.yaml: there is no such file or folder\./);
    watching.write('a.inspection.yaml', WRONG);
    assert.match(await watching.until(LOOK), /1 error in 1 file/);
    watching.kill('SIGINT');
    assert.deepEqual(await watching.ended, [0, null]);
  });

  it('does not go with what makes no sense beside it', async () => {
    for (const options of [['--fix'], ['--stdin-filepath', 'a.yaml']]) {
      const { status, stderr } = await runProgram(['check', '--watch', ...options], { cwd: '.' });
      assert.equal(status, 2);
      assert.match(stderr, /^'--watch' /);
    }
  });

  it('checks one record again where one changes', async () => {
    const folder = folderWith({ 'a.inspection.yaml': manyRecords(30), 'b.inspection.yaml': manyRecords(60).split('---\n').slice(30).join('---\n') });
    const args = readArguments('check', [folder], COMMANDS.check!.options);
    const watched = new WatchedRecords({});
    await watched.reset(await openInputs(args));
    const checkAll = () => {
      for (const { stream, checker } of watched.records.files) for (const { slice } of stream.records) watched.among.findings(slice, checker);
      const { checker } = watched.records.files[0]!;
      return [checker.work.recordsRead, checker.work.recordsChecked];
    };
    assert.deepEqual(checkAll(), [60, 60]);
    const file = path.join(folder, 'a.inspection.yaml');
    assert.equal(await watched.update(await openInputs(args), new Set([file])), false);
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('Front door', 'Children in care').replace('measure 7', 'measure 77'));
    assert.equal(await watched.update(await openInputs(args), new Set([file])), true);
    assert.deepEqual(checkAll(), [61, 61]);
    fs.rmSync(file);
    assert.equal(await watched.update(await openInputs(args), new Set([file])), true);
    assert.deepEqual(checkAll(), [61, 61]);
  });
});
