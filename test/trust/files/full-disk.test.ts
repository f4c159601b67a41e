import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { buildProgram, folderWith, PROGRAM, removeFolders } from '../../cli/run';
import { soaking } from '../trial';
import { contents, SABOTEUR, undisturbed } from './disturbed';
import { TASKS } from './tasks';

// A disk of a few pages, which is full at another place of the work each time. It is there for one process only, and gone with it.

/** Runs a program on the files of the folder `$1` on a disk of its own with `$2` kilobytes left, and copies what is there afterwards to `$3`. */
const ON_SMALL_DISK = `
mount -t tmpfs -o size=4m none /mnt && cp -a "$1/." /mnt && cd /mnt || exit 99
dd if=/dev/zero of=.filling bs=1k count=4000 2>/dev/null
dd if=/dev/zero of=.filling conv=notrunc oflag=append bs=1k count=4000 2>/dev/null
truncate -s -"$2"k .filling
result=$3; shift 3
"$@"; status=$?
rm -f .filling; cp -a /mnt/. "$result"; exit $status`;

const isPossible = () => process.platform === 'linux' && spawnSync('unshare', ['--mount', 'sh', '-c', 'mount -t tmpfs none /mnt']).status === 0;

/** What a task leaves on a disk with so many kilobytes left: every file is as it was or as it is to be, and one that could not be written is named. */
async function holdsOn(left: number, name: string, env: Readonly<Record<string, string>> = {}): Promise<void> {
  const { before, after, result } = await undisturbed(name);
  const [from, to] = [folderWith(TASKS[name]!.files), folderWith({})];
  const { status, stderr } = spawnSync('unshare', ['--mount', 'sh', '-c', ON_SMALL_DISK, 'sh', from, String(left), to, process.execPath, PROGRAM, ...TASKS[name]!.args], { encoding: 'utf8', env: { ...process.env, ...env } });
  const what = `${name}, ${left} kB left: ${stderr}`;
  for (const file of Object.keys(before)) assert.ok(contents(to)[file], `${file} is gone: ${what}`);
  for (const [file, { text }] of Object.entries(contents(to))) assert.ok([before[file]?.text, after[file]?.text].includes(text), `${file}: ${what}`);
  if (stderr.includes('the disk is full')) assert.match(stderr, /^[\w./-]+: the disk is full\.$/m);
  else assert.equal(status, result.status, what);
  if (left === 0) assert.match(stderr, /the disk is full/, what);
}

describe('a disk that is full', () => {
  before(function () {
    if (!isPossible()) {
      console.log('Skipped: no small disk can be mounted here; needed are Linux, unshare and the rights of an administrator.');
      this.skip();
    }
    buildProgram();
  });
  after(removeFolders);

  for (const name of ['check --fix', 'format', 'baseline', 'summary anew', 'import --split', 'import --merge']) {
    it(`leaves every file as it was or as it is to be, and is named: ${name}`, async () => {
      for (const left of soaking ? [0, 4, 8, 12, 16, 24, 32] : [0, 8]) await holdsOn(left, name);
    });
  }

  it('would be found to take a file along where nobody looks whether it was written: a planted fault', async () => {
    const env = { NODE_OPTIONS: `--require=${SABOTEUR}`, SABOTAGE: JSON.stringify({ faults: ['overlooks a full disk'] }) };
    await assert.rejects(holdsOn(8, 'format', env), /kent\.inspection\.yaml/);
  });
});
