#!/usr/bin/env node
// Runs the tests of test/vscode/suite/ that need no Node, and those of test/vscode/web/suite/, inside VS Code for the Web: extension and
// language server are web workers there, and the folder that is open lies in memory.
//   node scripts/vscode/run-web-suite.mjs [--grep TEXT] [--counts FILE]
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import { glob } from 'tinyglobby';
import { plugins } from '../../esbuild.mjs';
import { root } from '../cache.mjs';
import { launchChromium } from '../chromium.mjs';
import { NONE, writeCounts } from '../counts.mjs';
import { startWeb } from './web.mjs';

const LIMIT = 6 * 60_000;
const NEED_NODE = ['test/vscode/suite/language.test.ts', 'test/vscode/suite/server.test.ts'];
const results = path.join(root, 'test-results');
const log = path.join(results, 'web-suite.log');
const bundle = 'out/web-suite/tests.js';

/** Bundles the tests with mocha into one script without Node. */
async function bundleTests(grep) {
  const files = await glob(['test/vscode/suite/*.test.ts', 'test/vscode/web/suite/*.test.ts'], { cwd: root, ignore: NEED_NODE });
  const entry = path.join(root, 'test/vscode/web/run.ts');
  await esbuild.build({
    stdin: { contents: [`export { run } from ${JSON.stringify(entry)};`, ...files.sort().map(file => `import './${file}';`)].join('\n'), resolveDir: root, sourcefile: 'web-suite.ts' },
    absWorkingDir: root, outfile: bundle, bundle: true, format: 'cjs', platform: 'browser', target: 'es2022', external: ['vscode'], sourcemap: 'inline', logLevel: 'warning', plugins,
    define: { global: 'globalThis', SUITE_GREP: JSON.stringify(grep ?? '') }, alias: { 'node:assert/strict': path.join(root, 'test/vscode/web/assert.ts') },
  });
}

/** The files that the tests work on, by their names. */
function filesOf(folder) {
  return Object.fromEntries(fs.readdirSync(folder).map(name => [name, fs.readFileSync(path.join(folder, name), 'utf8')]));
}

/** Resolves to the counts of the tests when they are over; rejects when VS Code is gone before. */
async function run() {
  const web = await startWeb({ files: filesOf(path.join(root, 'test/vscode/workspace')), development: root, tests: bundle });
  const browser = await launchChromium();
  let timer;
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    let counts;
    const ended = new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`the tests did not end in ${LIMIT / 1000} s; see ${log}`)), LIMIT);
      page.on('crash', () => reject(new Error('the page of VS Code crashed')));
      page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    });
    // VS Code calls these two where the page has them.
    await page.exposeFunction('codeAutomationLog', (type, words) => {
      const [first] = words;
      if (String(first).startsWith('[suite] ')) console.log(first.slice('[suite] '.length));
      else if (String(first).startsWith('[counts] ')) counts = JSON.parse(first.slice('[counts] '.length));
      else fs.appendFileSync(log, `${type}: ${words.join(' ')}\n`);
    });
    page.on('console', message => fs.appendFileSync(log, `page ${message.type()}: ${message.text()}\n`));
    await page.goto(web.address);
    await ended.finally(() => page.screenshot({ path: path.join(results, 'web-suite.png') }).catch(() => {}));
    return counts;
  } finally {
    clearTimeout(timer);
    await browser.close();
    await web.stop();
  }
}

const { values } = parseArgs({ options: { grep: { type: 'string' }, counts: { type: 'string' } } });
fs.mkdirSync(results, { recursive: true });
fs.writeFileSync(log, '');
await bundleTests(values.grep);
// No counts: the suite never came to its end.
const counts = await run().catch(error => console.error(error.message)) ?? NONE;
if (values.counts) writeCounts(values.counts, counts);
process.exitCode = counts.failed || !counts.passed ? 1 : 0;
