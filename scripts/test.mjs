#!/usr/bin/env node
// `npm test`: sets everything up and runs every test, stage by stage; the last lines name what failed and add everything up.
//   npm test -- --only unit,preview      some of the stages
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { addCounts, NONE, readCounts } from './counts.mjs';
import { setUp } from './setup.mjs';

const root = path.resolve(import.meta.dirname, '..');
const countsFile = stage => path.join(root, 'test-results', 'counts', `${stage}.json`);

const node = (...args) => [process.execPath, args];
const tool = (name, ...args) => node(path.join('node_modules', ...name.split('/')), ...args);

/** In order: what a stage is called, what it does, the programs it runs. `tests`: the last of them reports counts. `beside`: it runs while the one before it does. */
const STAGES = [
  { name: 'types', does: 'type check', runs: [tool('typescript/bin/tsc', '--noEmit', '-p', '.')] },
  { name: 'lint', does: 'lint', beside: true, runs: [tool('eslint/bin/eslint.js', '.')] },
  { name: 'unit', does: 'engine, language server and command line', tests: true, runs: [node('scripts/run-tests.mjs', '--reporter', 'dot', '--beside', '2')] },
  { name: 'trust', does: 'nothing lost, nothing run, nothing slow', tests: true, runs: [node('scripts/run-tests.mjs', 'test/trust', '--beside', '2')] },
  { name: 'preview', does: 'preview in Chromium', tests: true, runs: [node('scripts/run-tests.mjs', 'test/preview', '--beside', '2')] },
  { name: 'vscode', does: 'the extension inside VS Code', tests: true, runs: [node('scripts/vscode/run-suite.mjs')] },
  { name: 'roots', does: 'the extension in a workspace of several folders', tests: true, runs: [node('scripts/vscode/run-suite.mjs', '--suite', 'multi-root')] },
  { name: 'web', does: 'the extension inside VS Code for the Web', tests: true, runs: [node('scripts/vscode/run-web-suite.mjs')] },
  {
    name: 'packages', does: 'the packages, as they are installed', tests: true,
    runs: [node('scripts/package.mjs'), node('scripts/run-tests.mjs', 'test/packages')],
  },
  {
    name: 'e2e', does: 'the packaged extension, used as a person would', tests: true,
    runs: [node('scripts/package.mjs'), node('scripts/run-tests.mjs', 'test/vscode/e2e', 'test/vscode/web/as-installed.test.ts')],
  },
];

/** Runs a program; resolves to whether it ended well. What it prints is handed to `print` at its end, or appears as it comes where there is none. */
const runProgram = ([program, args], print) => new Promise(resolve => {
  const child = spawn(program, args, { cwd: root, stdio: print ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', data => said.push(data));
  child.once('close', code => { print?.(Buffer.concat(said).toString('utf8')); resolve(code === 0); });
});

/** Runs the programs of a stage one after another, until one fails; resolves to whether none did. */
async function runAll({ name, runs, tests }, print) {
  for (const [i, [program, args]] of runs.entries()) {
    const counting = tests && i === runs.length - 1 ? ['--counts', countsFile(name)] : [];
    if (!await runProgram([program, [...args, ...counting]], print)) return false;
  }
  return true;
}

/** Runs one stage; resolves to its counts. A stage that fails without a failed test counts as one, and so does one that ran no test. */
async function runStage(stage, print) {
  const { name, does, tests } = stage;
  const say = print ?? (text => process.stdout.write(text));
  say(`\n== ${name}: ${does}\n`);
  const start = performance.now();
  fs.rmSync(countsFile(name), { force: true });
  const ok = await runAll(stage, print);
  const counted = readCounts(countsFile(name)) ?? NONE;
  const ranNone = tests && counted.passed + counted.failed === 0;
  const counts = (!ok || ranNone) && counted.failed === 0 ? { ...counted, failed: 1, failures: [ranNone ? 'no test ran' : 'it ended badly'] } : counted;
  const result = tests ? `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped` : ok ? 'ok' : 'FAILED';
  say(`== ${name}: ${result}${ranNone ? ' (no test ran)' : ''}, ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  return { ...counts, failures: counts.failures.map(failure => `${name}: ${failure}`) };
}

/** Runs stages side by side; what the first prints appears as it comes, what the others print after it. Resolves to the counts of each. */
async function runBeside(stages) {
  const held = [];
  const counts = await Promise.all(stages.map((stage, i) => runStage(stage, i ? text => held.push(text) : undefined)));
  process.stdout.write(held.join(''));
  return counts;
}

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const wanted = values.only?.split(',');
const unknown = wanted?.filter(name => !STAGES.some(stage => stage.name === name)) ?? [];
if (unknown.length) {
  console.error(`No stage is called ${unknown.join(', ')}; there are ${STAGES.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
await setUp(message => console.log(`== set-up: ${message}`)).catch(error => { console.error(error.message); process.exit(1); });
const groups = [];
for (const stage of STAGES.filter(({ name }) => wanted?.includes(name) ?? true)) {
  if (stage.beside && groups.length) groups.at(-1).push(stage);
  else groups.push([stage]);
}
const all = [];
for (const group of groups) all.push(...await runBeside(group));
const total = addCounts(all);
for (const failure of total.failures) console.log(`\nFAILED ${failure}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed ? 1 : 0;
