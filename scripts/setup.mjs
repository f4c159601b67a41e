#!/usr/bin/env node
// What `npm start` and `npm test` need before anything else: the dependencies, as the lock file has them, and a build.
// It runs on a fresh clone, so it imports nothing but Node's own modules.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const NODE = [20, 19];

/** The packages that a lock file lists, by their folder; without those that only some systems install. */
function packagesOf(lockFile) {
  const { packages } = JSON.parse(fs.readFileSync(path.join(root, lockFile), 'utf8'));
  return new Map(Object.entries(packages).filter(([folder, { optional }]) => folder && !optional).map(([folder, { version }]) => [folder, version]));
}

/** Is what npm has noted in node_modules what the lock file asks for? */
function isInstalled() {
  if (!fs.existsSync(path.join(root, 'node_modules/.package-lock.json'))) return false;
  const installed = packagesOf('node_modules/.package-lock.json');
  return [...packagesOf('package-lock.json')].every(([folder, version]) => installed.get(folder) === version);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NODE[0] || (major === NODE[0] && minor >= NODE[1])) return;
  throw new Error(`This needs Node.js ${NODE.join('.')} or later; here is ${process.versions.node}.`);
}

function install(say) {
  say('installing the dependencies (npm ci)');
  // No script of a dependency has anything to do here.
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('npm ci failed; what it said stands above.');
}

/** Installs what is missing and builds; `say` is told what is being done. Throws a message for a person when it cannot. */
export async function setUp(say = message => console.error(message)) {
  checkNode();
  if (!isInstalled()) install(say);
  say('building');
  const { buildAll } = await import('../esbuild.mjs');
  await buildAll();
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  setUp().catch(error => { console.error(error.message); process.exitCode = 1; });
}
