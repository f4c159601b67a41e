import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { folderWith, PROGRAM } from '../cli/run';

/** What a script came to. */
export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** A git repository of somebody who keeps records, and a PATH on which our program is installed. */
export class Repository {
  readonly folder: string;
  private readonly env: NodeJS.ProcessEnv;

  constructor(files: Readonly<Record<string, string>>) {
    this.folder = folderWith(files);
    const bin = folderWith({ 'inspection-records': `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n` });
    fs.chmodSync(path.join(bin, 'inspection-records'), 0o755);
    const name = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.org' };
    // The git of whoever runs the tests may be set up in any way. A variable that is undefined is not handed on.
    this.env = { ...process.env, ...name, GIT_DIR: undefined, GIT_INDEX_FILE: undefined, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', NO_COLOR: undefined, FORCE_COLOR: undefined, PATH: `${bin}${path.delimiter}${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}` };
    this.git('init', '--quiet');
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message=First');
  }

  write(name: string, text: string): void {
    fs.mkdirSync(path.dirname(path.join(this.folder, name)), { recursive: true });
    fs.writeFileSync(path.join(this.folder, name), text);
  }

  read(name: string): string {
    return fs.readFileSync(path.join(this.folder, name), 'utf8');
  }

  git(...args: string[]): string {
    const { status, stdout, stderr } = this.run('git', args);
    assert.equal(status, 0, stderr);
    return stdout;
  }

  /** A script as CI services run it: in bash, until a command fails. */
  bash(script: string, env: Readonly<Record<string, string>> = {}): Outcome {
    return this.run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], env);
  }

  run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Outcome {
    const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: this.folder, encoding: 'utf8', env: { ...this.env, ...env }, maxBuffer: 2 ** 26 });
    if (error) throw error;
    return { status, stdout, stderr };
  }
}

/** A copy of this project as a clone of it would be, with the packages that it needs. Nothing that is built is in it. */
export function copyOfProject(): string {
  const copy = folderWith({});
  const names = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).split('\n').filter(name => name !== '' && fs.existsSync(name));
  for (const name of names) fs.cpSync(name, path.join(copy, name));
  fs.symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'));
  return copy;
}

/** The examples of a page, in their order: the code blocks of a language. */
export function examples(page: string, language: string): string[] {
  return [...fs.readFileSync(page, 'utf8').matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, text]) => text!);
}
