#!/usr/bin/env node
// `npm test`: sets everything up and runs every test, stage by stage; the last lines name what failed and add everything up.
//   npm test -- --only unit,preview      some of the stages, and what these need
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

const suite = (...args) => node('scripts/run-tests.mjs', ...args);

/**
 * Groups, which run one after another; the lanes of a group run side by side, as editors and browsers mostly wait; the stages of a lane run one
 * after another. What one lane writes, no other one of its group may read. Of a stage: what it is called, what it does, the program it runs.
 * `tests`: that reports counts. `for`: it has no use but for these.
 */
const GROUPS = [
  [
    [
      { name: 'types', does: 'type check', run: tool('typescript/bin/tsc', '--noEmit', '-p', '.') },
      { name: 'pack', does: 'make the packages', for: ['packages', 'e2e'], run: node('scripts/package.mjs') },
    ],
    [{ name: 'lint', does: 'lint', run: tool('eslint/bin/eslint.js', '.') }],
  ],
  [
    [
      { name: 'unit', does: 'engine, language server and command line', tests: true, run: suite('--reporter', 'dot', '--beside', '2') },
      { name: 'trust', does: 'nothing lost, nothing run, nothing slow', tests: true, run: suite('test/trust', '--beside', '2') },
    ],
    [
      { name: 'preview', does: 'preview in Chromium', tests: true, run: suite('test/preview', '--beside', '2') },
      { name: 'vscode', does: 'the extension inside VS Code', tests: true, run: node('scripts/vscode/run-suite.mjs') },
      { name: 'roots', does: 'the extension in a workspace of several folders', tests: true, run: node('scripts/vscode/run-suite.mjs', '--suite', 'multi-root') },
      { name: 'web', does: 'the extension inside VS Code for the Web', tests: true, run: node('scripts/vscode/run-web-suite.mjs') },
      { name: 'packages', does: 'the packages, as they are installed', tests: true, run: suite('test/packages') },
      { name: 'e2e', does: 'the packaged extension, used as a person would', tests: true, run: suite('test/vscode/e2e', 'test/vscode/web/as-installed.test.ts') },
    ],
  ],
];

/** Runs a program; resolves to whether it ended well. What it prints is handed to `print` at its end, or appears as it comes where there is none. */
const runProgram = ([program, args], print) => new Promise(resolve => {
  const child = spawn(program, args, { cwd: root, stdio: print ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', data => said.push(data));
  child.once('close', code => { print?.(Buffer.concat(said).toString('utf8')); resolve(code === 0); });
});

/**
 * Runs one stage; resolves to its counts. A stage that fails without a failed test counts as one, and so does one that ran no test.
 * @param isHeld what it prints appears at its end, in one piece
 */
async function runStage({ name, does, tests, run: [program, args] }, isHeld) {
  const held = [];
  const say = isHeld ? text => held.push(text) : text => process.stdout.write(text);
  say(`\n== ${name}: ${does}\n`);
  const start = performance.now();
  fs.rmSync(countsFile(name), { force: true });
  const ok = await runProgram([program, tests ? [...args, '--counts', countsFile(name)] : args], isHeld ? say : undefined);
  const counted = readCounts(countsFile(name)) ?? NONE;
  const ranNone = tests && counted.passed + counted.failed === 0;
  const counts = (!ok || ranNone) && counted.failed === 0 ? { ...counted, failed: 1, failures: [ranNone ? 'no test ran' : 'it ended badly'] } : counted;
  const result = tests ? `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped` : ok ? 'ok' : 'FAILED';
  say(`== ${name}: ${result}${ranNone ? ' (no test ran)' : ''}, ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  process.stdout.write(held.join(''));
  return { ...counts, failures: counts.failures.map(failure => `${name}: ${failure}`) };
}

async function runLane(stages, isHeld) {
  const counts = [];
  for (const stage of stages) counts.push(await runStage(stage, isHeld));
  return addCounts(counts);
}

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const wanted = values.only?.split(',');
const names = GROUPS.flat(2).map(({ name }) => name);
const unknown = wanted?.filter(name => !names.includes(name)) ?? [];
if (unknown.length) {
  console.error(`No stage is called ${unknown.join(', ')}; there are ${names.join(', ')}.`);
  process.exit(2);
}
await setUp(message => console.log(`== set-up: ${message}`)).catch(error => { console.error(error.message); process.exit(1); });
const isWanted = ({ name, for: others = [] }) => !wanted || [name, ...others].some(each => wanted.includes(each));
const all = [];
for (const group of GROUPS) {
  const lanes = group.map(stages => stages.filter(isWanted)).filter(stages => stages.length);
  all.push(...await Promise.all(lanes.map((stages, i) => runLane(stages, i > 0))));
}
const total = addCounts(all);
for (const failure of total.failures) console.log(`\nFAILED ${failure}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed ? 1 : 0;
