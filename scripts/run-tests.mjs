#!/usr/bin/env node
// Bundles TypeScript tests into one file under out/ and runs mocha on it.
//   node scripts/run-tests.mjs [FILE or FOLDER…] [--grep TEXT] [--reporter NAME] [--counts FILE] [--timeout MS]
// No path: everything in test/ that runs in plain Node (all but vscode/ and preview/, which need an editor or a browser, packages/, which needs them made,
// and trust/, which takes its time).
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { glob } from 'tinyglobby';
import { bundleTests } from './bundle-tests.mjs';
import { root } from './cache.mjs';

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
  return new Promise(resolve => { const runner = mocha.run(() => resolve(runner.stats)); });
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    grep: { type: 'string' }, counts: { type: 'string' },
    reporter: { type: 'string', default: 'spec' }, timeout: { type: 'string', default: '60000' },
  },
});
const files = await findTests(positionals);
if (files.length === 0) {
  console.error(`No test files in ${positionals.join(', ') || 'test/'}.`);
  process.exit(1);
}
// The process id keeps two runs at once apart.
const file = path.join(root, 'out', `tests-${process.pid}.cjs`);
await bundleTests(files, file);
process.once('exit', () => fs.rmSync(file, { force: true }));
const { passes, failures, pending } = await run(file, { ...values, timeout: Number(values.timeout) });
if (values.counts) {
  fs.mkdirSync(path.dirname(path.resolve(values.counts)), { recursive: true });
  fs.writeFileSync(values.counts, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
}
process.exitCode = failures || passes + pending === 0 ? 1 : 0;
setTimeout(() => {
  console.error(`Something that a test started is still open: ${process.getActiveResourcesInfo().join(', ')}.`);
  process.exit();
}, 3000).unref();
