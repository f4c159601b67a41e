import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What a run of the program came to. */
export interface Result {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** The bundled program. */
export const PROGRAM = path.resolve('dist/cli.js');

/** The program as it lies in its folder, by the names of its files: all parts of it. */
export function programFiles(): Record<string, Buffer> {
  const folder = path.dirname(PROGRAM);
  return Object.fromEntries(fs.readdirSync(folder).filter(name => /^cli[-.]/.test(name)).map(name => [name, fs.readFileSync(path.join(folder, name))]));
}

/** The bundled program, built anew where a source is newer. */
export function buildProgram(): void {
  const built = fs.statSync(PROGRAM, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ['server', 'schemas'].flatMap(folder => fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => path.join(folder, name)));
  if (![...sources, 'package.json', 'esbuild.mjs'].some(file => fs.statSync(file).mtimeMs > built)) return;
  const { status, stderr } = spawnSync(process.execPath, ['esbuild.mjs'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The program cannot be built:\n${stderr}`);
}

export interface RunOptions {
  cwd: string;
  stdin?: string | Buffer;
  env?: Record<string, string>;
  program?: string;
  /** Flags of Node. */
  node?: readonly string[];
  /** The user to run it as. */
  uid?: number;
  gid?: number;
}

/** Runs the program as a user would, away from any terminal. */
export function runProgram(args: readonly string[], { cwd, stdin, env, program = PROGRAM, node = [], uid, gid }: RunOptions): Promise<Result> {
  // A variable that is undefined is not handed on.
  const child = spawn(process.execPath, [...node, program, ...args], { cwd, uid, gid, env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...env }, timeout: 120_000 });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', chunk => { stdout += chunk; });
  child.stderr.setEncoding('utf8').on('data', chunk => { stderr += chunk; });
  // A program that does not read its input is not at fault.
  child.stdin.on('error', () => {}).end(stdin);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', status => resolve({ status, stdout, stderr }));
  });
}

/** A new folder with these files; to be removed by `removeFolders`. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'inspection-records-')));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

const made: string[] = [];

export function removeFolders(): void {
  for (const folder of made.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
}
