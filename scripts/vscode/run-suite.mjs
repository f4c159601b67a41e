#!/usr/bin/env node
// Runs tests inside the extension host of a real VS Code: those of test/vscode/suite/, with one folder open, or those of
// test/vscode/multi-root/, in a workspace of several.
//   node scripts/vscode/run-suite.mjs [--suite multi-root] [--grep TEXT] [--counts FILE]
// VS Code is the one of install.mjs, with its workbench in Chromium; or a desktop VS Code: that of $VSCODE_EXECUTABLE, which
// `VSCODE_EXECUTABLE=download` fetches.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { glob } from 'tinyglobby';
import { bundleTests } from '../bundle-tests.mjs';
import { CACHE, root } from '../cache.mjs';
import { launchChromium } from '../chromium.mjs';
import { NONE, readCounts } from '../counts.mjs';
import { startServer } from './server.mjs';

const LIMIT = 10 * 60_000;
const results = path.join(root, 'test-results');
const inHost = path.join(import.meta.dirname, 'suite-in-host.cjs');

/** What each suite works on: copies of these folders, and what of them is open in VS Code. */
const SUITES = {
  suite: { copies: { 'test/vscode/workspace': '.' }, opens: { folder: '.' } },
  'multi-root': { copies: { 'test/vscode/folders': '.', 'samples/packs/estyn': 'wales' }, opens: { workspace: 'records.code-workspace' } },
};

const { values } = parseArgs({ options: { suite: { type: 'string', default: 'suite' }, grep: { type: 'string' }, counts: { type: 'string' } } });
if (!Object.hasOwn(SUITES, values.suite)) throw new Error(`There is no suite '${values.suite}'; there are ${Object.keys(SUITES).join(', ')}.`);
const { copies, opens } = SUITES[values.suite];
const made = path.join(root, 'out', `vscode-${values.suite}`);
const workspace = path.join(made, 'workspace');
const opened = Object.fromEntries(Object.entries(opens).map(([kind, name]) => [kind, path.join(workspace, name)]));
const result = extension => path.join(results, `vscode-${values.suite}${extension}`);
const [report, log] = [result('.txt'), result('.log')];

/** Bundles the tests and lays out fresh folders for them to work in. */
async function prepare(tests, counts) {
  const files = await glob(`test/vscode/${values.suite}/*.test.ts`, { cwd: root, absolute: true });
  await bundleTests(files.sort(), tests);
  fs.rmSync(workspace, { recursive: true, force: true });
  for (const [from, to] of Object.entries(copies)) fs.cpSync(path.join(root, from), path.join(workspace, to), { recursive: true });
  fs.mkdirSync(results, { recursive: true });
  for (const file of [report, log]) fs.writeFileSync(file, '');
  fs.rmSync(counts, { force: true });
}

/** Resolves when the tests are over; rejects when VS Code is gone before. `watch` is told what its server prints. */
function ending() {
  let over, lost;
  const ended = new Promise((resolve, reject) => { over = resolve; lost = message => reject(new Error(message)); });
  ended.catch(() => {});                     // it may be lost before anyone waits
  const watch = text => {
    const end = /Extension Host Process exited with code: (\S+), signal: (\w+)/.exec(text);
    if (end && end[1] !== '0') lost(`the extension host died (code ${end[1]}, signal ${end[2]})`);
  };
  return { ended, over, lost, watch };
}

async function runInServer(env) {
  const { ended, over, lost, watch } = ending();
  const server = await startServer({ env, logFile: result('-server.log'), onOutput: watch });
  const browser = await launchChromium();
  const timer = setTimeout(() => lost(`the tests did not end in ${LIMIT / 1000} s`), LIMIT);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on('crash', () => lost('the page of VS Code crashed'));
    // VS Code's web workbench calls these two where the page has them.
    await page.exposeFunction('codeAutomationExit', over);
    await page.exposeFunction('codeAutomationLog', (type, words) => fs.appendFileSync(log, `${type}: ${words.join(' ')}\n`));
    const payload = [['extensionDevelopmentPath', server.remote(root)], ['extensionTestsPath', server.remote(inHost)]];
    await page.goto(server.url({ ...opened, payload }));
    await ended.finally(() => page.screenshot({ path: result('.png') }).catch(() => {}));
  } finally {
    clearTimeout(timer);
    await browser.close();
    await server.stop();
  }
}

const runOnDesktop = (program, env) => runTests({
  ...(program === 'download' ? { cachePath: path.join(CACHE, 'vscode-desktop') } : { vscodeExecutablePath: program }),
  extensionDevelopmentPath: root, extensionTestsPath: inHost, extensionTestsEnv: env,
  launchArgs: [
    ...Object.values(opened), '--disable-extensions', '--disable-workspace-trust',
    `--user-data-dir=${path.join(CACHE, 'desktop-data')}`, `--extensions-dir=${path.join(CACHE, 'desktop-extensions')}`,
  ],
});

const counts = path.resolve(values.counts ?? result('.json'));
const tests = path.join(made, 'tests.js');
const env = { SUITE_TESTS: tests, SUITE_REPORT: report, SUITE_COUNTS: counts, ...(values.grep && { SUITE_GREP: values.grep }) };
await prepare(tests, counts);
const desktop = process.env.VSCODE_EXECUTABLE;
await (desktop ? runOnDesktop(desktop, env) : runInServer(env)).catch(error => console.error(error.message));
console.log(fs.readFileSync(report, 'utf8'));
// No counts: the suite never came to its end.
const { passed, failed } = readCounts(counts) ?? NONE;
process.exitCode = failed || !passed ? 1 : 0;
