#!/usr/bin/env node
// `npm test`: sets everything up and runs every test, stage by stage; the last line adds them up.
//   npm test -- --only unit,preview      some of the stages
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { setUp } from './setup.mjs';

const root = path.resolve(import.meta.dirname, '..');
const countsFile = stage => path.join(root, 'test-results', 'counts', `${stage}.json`);

const node = (...args) => [process.execPath, args];
const tool = (name, ...args) => node(path.join('node_modules', ...name.split('/')), ...args);

/** In order: what a stage is called, what it does, the programs it runs. `tests`: the last of them reports counts. */
const STAGES = [
  { name: 'types', does: 'type check', runs: [tool('typescript/bin/tsc', '--noEmit', '-p', '.')] },
  { name: 'lint', does: 'lint', runs: [tool('eslint/bin/eslint.js', '.')] },
  { name: 'unit', does: 'engine, language server and command line', tests: true, runs: [node('scripts/run-tests.mjs', '--reporter', 'dot', '--beside', '2', '--timeout', '120000')] },
  { name: 'trust', does: 'nothing lost, nothing run, nothing slow', tests: true, runs: [node('scripts/run-tests.mjs', 'test/trust', '--beside', '2', '--timeout', '120000')] },
  { name: 'preview', does: 'preview in Chromium', tests: true, runs: [node('scripts/run-tests.mjs', 'test/preview', '--timeout', '30000')] },
  { name: 'vscode', does: 'the extension inside VS Code', tests: true, runs: [node('scripts/vscode/run-suite.mjs')] },
  { name: 'roots', does: 'the extension in a workspace of several folders', tests: true, runs: [node('scripts/vscode/run-suite.mjs', '--suite', 'multi-root')] },
  { name: 'web', does: 'the extension inside VS Code for the Web', tests: true, runs: [node('scripts/vscode/run-web-suite.mjs')] },
  {
    name: 'packages', does: 'the packages, as they are installed', tests: true,
    runs: [node('scripts/package.mjs'), node('scripts/run-tests.mjs', 'test/packages', '--timeout', '120000')],
  },
  {
    name: 'e2e', does: 'the packaged extension, used as a person would', tests: true,
    runs: [node('scripts/package.mjs'), node('scripts/run-tests.mjs', 'test/vscode/e2e', 'test/vscode/web/as-installed.test.ts', '--timeout', '60000')],
  },
];

function readCounts(stage) {
  try { return JSON.parse(fs.readFileSync(countsFile(stage), 'utf8')); } catch { return { passed: 0, failed: 0, skipped: 0 }; }
}

/** Runs one stage; resolves to its counts. A stage that fails without a failed test counts as one, and so does one that ran no test. */
function runStage({ name, does, runs, tests }) {
  console.log(`\n== ${name}: ${does}`);
  const start = performance.now();
  fs.rmSync(countsFile(name), { force: true });
  const ok = runs.every(([program, args], i) => {
    const counting = tests && i === runs.length - 1 ? ['--counts', countsFile(name)] : [];
    return spawnSync(program, [...args, ...counting], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
  });
  const counts = tests ? readCounts(name) : { passed: 0, failed: 0, skipped: 0 };
  const ranNone = tests && counts.passed + counts.failed === 0;
  if ((!ok || ranNone) && counts.failed === 0) counts.failed = 1;
  const result = tests ? `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped` : ok ? 'ok' : 'FAILED';
  console.log(`== ${name}: ${result}${ranNone ? ' (no test ran)' : ''}, ${((performance.now() - start) / 1000).toFixed(1)} s`);
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
const total = { passed: 0, failed: 0, skipped: 0 };
for (const stage of STAGES.filter(({ name }) => wanted?.includes(name) ?? true)) {
  const counts = runStage(stage);
  for (const key of Object.keys(total)) total[key] += counts[key];
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed ? 1 : 0;
