import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { folderWith, runProgram, type Result } from '../../cli/run';
import { soaking } from '../trial';
import { TASKS, type Task } from './tasks';

/** What is done to a run of the program; see saboteur.cjs. */
export interface Sabotage {
  at?: number;
  how?: string;
  log?: string;
  faults?: readonly string[];
}

/** What stands in a folder: text and mode of each file, by its name. */
export type Contents = Record<string, { text: string; mode: number }>;

export const SABOTEUR = path.resolve('test/trust/files/saboteur.cjs');

/** Files that a program that was killed may leave: nothing reads them, and nobody takes them for something else. */
const LEFT = /(^|\/)\.inspection-records-[0-9a-f-]{36}\.tmp$/;

export function runSabotaged(args: readonly string[], cwd: string, sabotage: Sabotage): Promise<Result> {
  return runProgram(args, { cwd, env: { NODE_OPTIONS: `--require=${SABOTEUR}`, SABOTAGE: JSON.stringify(sabotage) } });
}

export function contents(folder: string): Contents {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => path.join(folder, name)).filter(name => fs.statSync(name).isFile());
  return Object.fromEntries(names.map(name => [path.relative(folder, name).split(path.sep).join('/'), { text: fs.readFileSync(name, 'utf8'), mode: fs.statSync(name).mode & 0o777 }]));
}

/** A new folder with what there is before a task; modes are none that a new file would have. */
export function folderFor({ files }: Task): string {
  const folder = folderWith(files);
  for (const name of Object.keys(files)) fs.chmodSync(path.join(folder, name), 0o640);
  return folder;
}

/** How a task ends when nothing disturbs it, and what it does to files on the way. */
export interface Undisturbed {
  result: Result;
  before: Contents;
  after: Contents;
  /** `change openSync kent.inspection.yaml` */
  operations: readonly string[];
}

const known = new Map<string, Promise<Undisturbed>>();

export function undisturbed(name: string, faults: readonly string[] = []): Promise<Undisturbed> {
  const key = [name, ...faults].join();
  if (!known.has(key)) known.set(key, runUndisturbed(TASKS[name]!, faults));
  return known.get(key)!;
}

async function runUndisturbed(task: Task, faults: readonly string[]): Promise<Undisturbed> {
  const folder = folderFor(task);
  const before = contents(folder);
  const log = path.join(folderWith({}), 'log');
  const result = await runSabotaged(task.args, folder, { log, faults });
  return { result, before, after: contents(folder), operations: fs.readFileSync(log, 'utf8').split('\n').slice(0, -1) };
}

/** Runs a task that is disturbed at one operation; what must hold then, and that doing it again comes to its end. */
export async function holdsWhenDisturbed(name: string, at: number, how: string, faults: readonly string[] = []): Promise<void> {
  const task = TASKS[name]!;
  const usual = await undisturbed(name, faults);
  const folder = folderFor(task);
  const result = await runSabotaged(task.args, folder, { at, how, faults });
  const what = `${name}, ${how} at ${at}: ${usual.operations[at - 1]}\n${result.stderr}`;
  const now = contents(folder);
  const isKilled = result.status === null;
  const mayLeave = isKilled || usual.operations[at - 1]!.startsWith('change rmSync');
  assert.equal(isKilled, how === 'kill' || how === 'half', what);
  assertOldOrNew(now, usual, mayLeave, what);
  if (!isKilled) assertTold(result, now, usual, what);
  // Each run takes its time: what left nothing behind is like the first one.
  if (!soaking && !Object.keys(now).some(file => LEFT.test(file))) return;
  const again = await runProgram(task.args, { cwd: folder });
  assert.ok(again.status !== 3 && again.status !== null, `again after ${what}${again.stderr}`);
  if (!task.isDoneOnce) for (const [file, content] of Object.entries(usual.after)) assert.deepEqual(contents(folder)[file], content, `again after ${what}`);
}

/** Each file is as it was, or as it is to be: whole, with its mode. Only a program that was killed, or may not remove it, leaves anything else. */
function assertOldOrNew(now: Contents, { before, after }: Undisturbed, mayLeave: boolean, what: string): void {
  for (const file of Object.keys(before)) assert.ok(now[file], `${file} is gone: ${what}`);
  for (const [file, content] of Object.entries(now)) {
    const isLeft = LEFT.test(file);
    assert.ok(isLeft ? mayLeave : [before[file], after[file]].some(each => each?.text === content.text && each.mode === content.mode), `${file}: ${what}`);
  }
}

/** It was done all the same; or the file, or its folder, is named with the reason, and the exit status says so. */
function assertTold({ status, stderr }: Result, now: Contents, { result, after, operations }: Undisturbed, what: string): void {
  assert.doesNotMatch(stderr, /has failed|made up|^ +at /m, what);
  if (status === result.status && stderr === result.stderr) return assert.deepEqual(Object.fromEntries(Object.entries(now).filter(([file]) => !LEFT.test(file))), after, what);
  assert.ok(status === 1 || status === 2, what);
  const names = [...Object.keys(after), ...operations.map(operation => operation.split(' ').slice(2).join(' '))].flatMap(file => [file, path.dirname(file)]);
  assert.ok(stderr.split('\n').some(line => names.some(file => line.startsWith(`${file}: `))), `no file is named: ${what}`);
}
