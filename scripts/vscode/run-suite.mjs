#!/usr/bin/env node
// Runs test/vscode/suite/ inside the extension host of a real VS Code.
//   node scripts/vscode/run-suite.mjs [--grep TEXT] [--counts FILE]
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
import { startServer } from './server.mjs';

const LIMIT = 5 * 60_000;
const results = path.join(root, 'test-results');
const inHost = path.join(import.meta.dirname, 'suite-in-host.cjs');
const made = path.join(root, 'out', 'vscode-suite');
const workspace = path.join(made, 'workspace');
const report = path.join(results, 'vscode-suite.txt');
const log = path.join(results, 'vscode-suite.log');

/** Bundles the tests and lays out a fresh folder for them to work in. */
async function prepare(tests, counts) {
  const files = await glob('test/vscode/suite/*.test.ts', { cwd: root, absolute: true });
  await bundleTests(files.sort(), tests);
  fs.rmSync(workspace, { recursive: true, force: true });
  fs.cpSync(path.join(root, 'test/vscode/workspace'), workspace, { recursive: true });
  fs.mkdirSync(results, { recursive: true });
  for (const file of [report, log]) fs.writeFileSync(file, '');
  fs.rmSync(counts, { force: true });
  fs.mkdirSync(path.dirname(counts), { recursive: true });
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
  const server = await startServer({ env, logFile: path.join(results, 'vscode-suite-server.log'), onOutput: watch });
  const browser = await launchChromium();
  const timer = setTimeout(() => lost(`the tests did not end in ${LIMIT / 1000} s`), LIMIT);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on('crash', () => lost('the page of VS Code crashed'));
    // VS Code's web workbench calls these two where the page has them.
    await page.exposeFunction('codeAutomationExit', over);
    await page.exposeFunction('codeAutomationLog', (type, words) => fs.appendFileSync(log, `${type}: ${words.join(' ')}\n`));
    const payload = [['extensionDevelopmentPath', server.remote(root)], ['extensionTestsPath', server.remote(inHost)]];
    await page.goto(server.url({ folder: workspace, payload }));
    await ended.finally(() => page.screenshot({ path: path.join(results, 'vscode-suite.png') }).catch(() => {}));
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
    workspace, '--disable-extensions', '--disable-workspace-trust',
    `--user-data-dir=${path.join(CACHE, 'desktop-data')}`, `--extensions-dir=${path.join(CACHE, 'desktop-extensions')}`,
  ],
});

const { values } = parseArgs({ options: { grep: { type: 'string' }, counts: { type: 'string' } } });
const counts = path.resolve(values.counts ?? path.join(results, 'vscode-suite.json'));
const tests = path.join(made, 'tests.js');
const env = { SUITE_TESTS: tests, SUITE_REPORT: report, SUITE_COUNTS: counts, ...(values.grep && { SUITE_GREP: values.grep }) };
await prepare(tests, counts);
const desktop = process.env.VSCODE_EXECUTABLE;
await (desktop ? runOnDesktop(desktop, env) : runInServer(env)).catch(error => console.error(error.message));
console.log(fs.readFileSync(report, 'utf8'));
// No counts: the suite never came to its end.
const { passed, failed } = fs.existsSync(counts) ? JSON.parse(fs.readFileSync(counts, 'utf8')) : { passed: 0, failed: 0 };
process.exitCode = failed || !passed ? 1 : 0;
