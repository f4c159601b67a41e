#!/usr/bin/env node
// Bundles TypeScript tests into one file under out/ and runs mocha on it.
//   node scripts/run-tests.mjs [FILE or FOLDER…] [--grep TEXT] [--reporter NAME] [--counts FILE] [--timeout MS] [--beside N]
// No path: everything in test/ that runs in plain Node (all but vscode/ and preview/, which need an editor or a browser, packages/, which needs them made,
// and trust/, which takes its time).
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { glob } from 'tinyglobby';
import { bundleTests } from './bundle-tests.mjs';
import { root } from './cache.mjs';
import { countRun } from './count-run.mjs';
import { addCounts, NONE, readCounts, writeCounts } from './counts.mjs';

const STAGES_OF_THEIR_OWN = ['test/vscode/**', 'test/preview/**', 'test/packages/**', 'test/trust/**'];

/** The test files that the arguments stand for, as absolute paths in a stable order. */
async function findTests(paths) {
  const patterns = paths.map(p => p.endsWith('.ts') ? p : `${p.replace(/\/+$/, '')}/**/*.test.ts`);
  const files = await glob(patterns.length ? patterns : ['test/**/*.test.ts'],
    { cwd: root, absolute: true, ignore: patterns.length ? [] : STAGES_OF_THEIR_OWN });
  return files.sort();
}

async function run(file, { grep, reporter, timeout }) {
  process.chdir(root);                       // fixtures are named from the project's root
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({ ui: 'bdd', reporter, timeout, grep, forbidOnly: !!process.env.CI });
  mocha.addFile(file);
  await mocha.loadFilesAsync();
  return countRun(done => mocha.run(done));
}

/** In how many parts each of several processes takes its share, so that none is left with a long one while the others have nothing to do. */
const PARTS = 4;

/** Runs the files in as many processes side by side, each some of them; resolves to what all of them have counted. */
async function runBeside(files, processes, options) {
  const number = Math.min(files.length, processes * PARTS);
  const parts = Array.from({ length: number }, (_, part) => files.filter((_, i) => i % number === part)).entries();
  const counts = [];
  // Of one iterator, each takes the part that is next.
  const takeParts = async () => { for (const [part, some] of parts) counts.push(await runApart(some, part, options)); };
  await Promise.all(Array.from({ length: processes }, takeParts));
  return addCounts(counts);
}

/** Runs files in a process of their own; `part` tells it from the others. */
function runApart(files, part, { grep, reporter, timeout }) {
  const given = ['--reporter', reporter, '--timeout', timeout, ...(grep === undefined ? [] : ['--grep', grep])];
  const counts = path.join(root, 'out', `counts-${process.pid}-${part}.json`);
  return new Promise(resolve => {
    spawn(process.execPath, [import.meta.filename, ...files, ...given, '--counts', counts], { cwd: root, stdio: 'inherit' }).once('exit', code => {
      resolve(readCounts(counts) ?? { ...NONE, failed: 1, failures: [`${files.length} files of tests: their process ended with ${code}`] });
      fs.rmSync(counts, { force: true });
    });
  });
}

/** Runs the files in this process. */
async function runHere(files, options) {
  // The process id keeps two runs at once apart.
  const file = path.join(root, 'out', `tests-${process.pid}.cjs`);
  await bundleTests(files, file);
  process.once('exit', () => fs.rmSync(file, { force: true }));
  return run(file, { ...options, timeout: Number(options.timeout) });
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    grep: { type: 'string' }, counts: { type: 'string' },
    reporter: { type: 'string', default: 'spec' }, timeout: { type: 'string', default: '300000' }, beside: { type: 'string', default: '1' },
  },
});
const files = await findTests(positionals);
if (files.length === 0) {
  console.error(`No test files in ${positionals.join(', ') || 'test/'}.`);
  process.exit(1);
}
const beside = Number(values.beside);
const counts = await (beside > 1 ? runBeside(files, beside, values) : runHere(files, values));
if (values.counts) writeCounts(values.counts, counts);
process.exitCode = counts.failed || counts.passed + counts.skipped === 0 ? 1 : 0;
setTimeout(() => {
  console.error(`Something that a test started is still open: ${process.getActiveResourcesInfo().join(', ')}.`);
  process.exit();
}, 3000).unref();
