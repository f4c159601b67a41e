import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { buildProgram, folderWith, removeFolders } from '../../cli/run';
import { goesRed, soaking, trial, type Trial } from '../trial';
import { contents, holdsWhenDisturbed, runSabotaged, undisturbed } from './disturbed';
import { READ_FROM, READERS, TASKS } from './tasks';

/** What a disk, a system or an administrator can do to a program that writes, and to one that looks. */
const CHANGE_FAILS = ['ENOSPC', 'half ENOSPC', 'EIO', 'EACCES', 'EPERM', 'EROFS', 'EXDEV', 'EMFILE', 'EDQUOT', 'EBUSY'];
const LOOK_FAILS = ['EIO', 'EACCES', 'EMFILE', 'ENOENT', 'ELOOP'];

interface Disturbance {
  task: string;
  /** Which of its operations, counted round and round: what there is of them changes with the program. */
  operation: number;
  /** Which of the ways in which that can go wrong. */
  way: number;
}

const task = fc.constantFrom(...Object.keys(TASKS));

async function holds({ task, operation, way }: Disturbance, faults: readonly string[] = []): Promise<void> {
  const { operations } = await undisturbed(task, faults);
  const number = operation % operations.length;
  const ways = operations[number]!.startsWith('look') ? LOOK_FAILS : ['kill', 'half', ...CHANGE_FAILS];
  const how = ways[way % ways.length]!;
  const isWhole = how.startsWith('half') && !operations[number]!.includes('writeFileSync');
  await holdsWhenDisturbed(task, number + 1, isWhole ? how.replace('half', 'kill').replace('kill ', '') : how, faults);
}

/** Each thing that is done to files, and how a kill can meet it. */
async function everyKill(names: readonly string[]): Promise<[string, number, string][]> {
  const all = await Promise.all(names.map(async name => (await undisturbed(name)).operations.flatMap((operation, i): [string, number, string][] => {
    if (!operation.startsWith('change')) return [];
    return operation.includes('writeFileSync') ? [[name, i + 1, 'kill'], [name, i + 1, 'half']] : [[name, i + 1, 'kill']];
  })));
  return all.flat();
}

/** Runs of the program at one time. */
const AT_ONCE = 4;

async function atOnce<T>(cases: T[], run: (each: T) => Promise<void>): Promise<void> {
  const work = async () => { for (let each = cases.shift(); each; each = cases.shift()) await run(each); };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

// Tasks that write in the same way as another one are for the long run.
const OFTEN = soaking ? Object.keys(TASKS) : ['check --fix', 'baseline', 'import'];

describe('files, whatever happens to the program or the disk', () => {
  before(buildProgram);
  after(removeFolders);

  it('are as they were or as they are to be, and nothing is in the way of another run, where it is killed at any point', async function () {
    if (process.platform === 'win32') this.skip();
    const cases = await everyKill(OFTEN);
    assert.ok(cases.length >= 20, String(cases.length));
    await atOnce(cases, ([name, at, how]) => holdsWhenDisturbed(name, at, how));
  });

  const random: Trial<Disturbance> = { cases: fc.record({ task, operation: fc.nat(10_000), way: fc.nat(10_000) }), holds: disturbance => holds(disturbance), short: 16, long: 6000 };

  describe('killed, or with a disk that fails, at any point', () => trial('files', random));

  it('goes red where a file is written in its place', async function () {
    if (process.platform === 'win32') this.skip();
    const fault = ['writes in place'];
    const { operations } = await undisturbed('format', fault);
    const half = operations.findLastIndex(operation => operation.startsWith('change writeSync'));
    await assert.rejects(holdsWhenDisturbed('format', half + 1, 'kill', fault), /kill at/);
  });

  it('goes red where modes are forgotten, or what lies beside a file is left there', async () => {
    for (const [fault, name] of [['forgets modes', 'format'], ['leaves things behind', 'import']] as const) {
      await goesRed({ ...random, cases: fc.record({ task: fc.constant(name), operation: fc.nat(10_000), way: fc.nat(10_000) }) }, disturbance => holds(disturbance, [fault]));
    }
  });

  it('are not touched by commands that write to standard output', async () => {
    await atOnce([...READERS], async args => {
      const cwd = folderWith(READ_FROM);
      const before = contents(cwd);
      const log = path.join(folderWith({}), 'log');
      await runSabotaged(args, cwd, { log });
      assert.doesNotMatch(fs.readFileSync(log, 'utf8'), /^change/m, args.join(' '));
      assert.deepEqual(contents(cwd), before);
    });
  });
});
