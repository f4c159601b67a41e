import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { COMMANDS } from '../../server/cli/commands';
import { REPORT_FORMATS } from '../../server/cli/choices';
import { buildProgram, folderWith, removeFolders, runProgram } from './run';

// The scripts are run by the shells that they are for, as far as these are here.

/** Runs a shell's script, with the completion script and the program's name of it as a file beside it. */
function runShell(shell: string, script: string, cwd: string): string[] {
  const { stdout, stderr, status } = spawnSync(shell, [...OPTIONS[shell]!, script], { cwd, encoding: 'utf8', env: { ...process.env, HOME: cwd, XDG_CONFIG_HOME: cwd, XDG_DATA_HOME: cwd } });
  assert.deepEqual([stderr, status], ['', 0]);
  return stdout.split('\n').filter(line => line !== '');
}

const OPTIONS: Readonly<Record<string, string[]>> = { bash: ['--norc', '-c'], zsh: ['-f', '-c'], fish: ['--no-config', '-c'] };

describe('completion', () => {
  let folder = '';
  before(async () => {
    buildProgram();
    folder = folderWith({ 'a file.inspection.yaml': '', 'sub/b.inspection.yaml': '' });
    for (const shell of Object.keys(OPTIONS)) fs.writeFileSync(path.join(folder, `script.${shell}`), (await runProgram(['completion', shell], { cwd: folder })).stdout);
  });
  after(removeFolders);

  /** A test that needs a shell, and says so where it is not here. */
  const inShell = (shell: string, title: string, test: () => void) => it(`${shell} ${title}`, function () {
    if (spawnSync(shell, ['--version']).status === 0) return test();
    console.log(`      ${shell} is not installed here.`);
    this.skip();
  });

  it('takes the name of a shell', async () => {
    for (const [args, message] of [[[], "'completion' takes bash, zsh or fish.\n"], [['fsih'], "'completion' takes bash, zsh or fish. Did you mean 'fish'?\n"], [['bash', 'zsh'], "'completion' takes bash, zsh or fish.\n"]] as const) {
      assert.deepEqual(await runProgram(['completion', ...args], { cwd: folder }), { stdout: '', stderr: message, status: 2 });
    }
  });

  describe('in bash', () => {
    /** What is offered for words as bash splits them; the last one is being typed. */
    const offered = (words: readonly string[]) =>
      runShell('bash', `source script.bash; COMP_WORDS=(inspection-records ${words.map(word => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _inspection_records; printf '%s\\n' "\${COMPREPLY[@]}"`, folder);

    inShell('bash', 'offers commands, options and their values', () => {
      assert.deepEqual(offered(['']), Object.keys(COMMANDS));
      assert.deepEqual(offered(['exp']), ['export', 'explain']);
      assert.deepEqual(offered(['check', '--f']), ['--format', '--fail-on', '--fix']);
      assert.deepEqual(offered(['check', '--format', '']), REPORT_FORMATS);
      assert.deepEqual(offered(['check', '--format', 'js']), ['json']);
      assert.deepEqual(offered(['export', '--bom', '--format', 'c']), ['csv']);
      assert.deepEqual(offered(['explain', 'unknown-g']), ['unknown-grade']);
      assert.deepEqual(offered(['completion', '']), ['bash', 'zsh', 'fish']);
      assert.deepEqual(offered(['new', '--authority', 'K']), []);
    });

    inShell('bash', 'takes words with = for one, however it splits them', () => {
      assert.deepEqual(offered(['check', '--format', '=']), REPORT_FORMATS);
      assert.deepEqual(offered(['check', '--format', '=', 'js']), ['json']);
      assert.deepEqual(offered(['check', '--format=js']), ['--format=json']);
      assert.deepEqual(offered(['check', '--rule', 'unknown-grade', '=', 'e']), ['error']);
      assert.deepEqual(offered(['check', '--rule', '=', 'unknown-grade', '=', 'o']), ['off']);
      assert.deepEqual(offered(['check', '--rule', 'unknown-grade', '=']), ['error', 'warning', 'information', 'hint', 'off']);
    });

    inShell('bash', 'offers files where files are meant', () => {
      assert.deepEqual(offered(['check', 'a']), ['a file.inspection.yaml']);
      assert.deepEqual(offered(['check', '--config', 's']).sort(), ['script.bash', 'script.fish', 'script.zsh', 'sub']);
      assert.deepEqual(offered(['check', '--config', '=', 'su']), ['sub']);
      assert.deepEqual(offered(['schema', '']), []);
    });
  });

  describe('in fish', () => {
    const offered = (line: string) => runShell('fish', `source script.fish; complete -C '${line}'`, folder).map(each => each.split('\t')[0]!);

    inShell('fish', 'offers commands, options, their values and files', () => {
      assert.deepEqual(offered('inspection-records ').sort(), Object.keys(COMMANDS).sort());
      assert.deepEqual(offered('inspection-records check --f').sort(), ['--fail-on', '--fix', '--format']);
      assert.deepEqual(offered('inspection-records check --format ').sort(), [...REPORT_FORMATS].sort());
      assert.deepEqual(offered('inspection-records check --format=js'), ['--format=json']);
      assert.deepEqual(offered('inspection-records check --rule unknown-grade=o'), ['unknown-grade=off']);
      assert.deepEqual(offered('inspection-records explain unknown-g'), ['unknown-grade']);
      assert.deepEqual(offered('inspection-records summary su'), ['sub/']);
      assert.deepEqual(offered('inspection-records schema su'), []);
      assert.deepEqual(offered('inspection-records check --config su'), ['sub/']);
    });
  });

  describe('in zsh', () => {
    /** What the script asks zsh's own functions for. */
    const asked = (words: string, current: number) =>
      runShell('zsh', `compdef() {}; _describe() { print -l -- \${(P)2} }; _arguments() { print -l -- "$@" }; source script.zsh; words=(inspection-records ${words}); CURRENT=${current}; _inspection_records`, folder);

    inShell('zsh', 'offers commands, options, their values and files', () => {
      assert.deepEqual(asked("''", 2), Object.entries(COMMANDS).map(([name, { does }]) => `${name}:${does}`));
      const check = asked("check ''", 3);
      assert.ok(check.includes(`--format=[how findings are written]:FORMAT:(${REPORT_FORMATS.join(' ')})`));
      assert.ok(check.includes('--config=[the configuration to use]:FILE:_files') && check.includes('*:[PATH…]:_files'));
      assert.ok(check.some(each => each.startsWith('*--rule=[') && each.includes(' unknown-grade=off ')));
      assert.ok(asked("explain ''", 3).some(each => each.startsWith('*:[RULE]:(') && each.includes(' unknown-grade ')));
    });
  });
});
