#!/usr/bin/env node
// `npm start`: VS Code with the extension on samples/. `npm start -- --no-open` only serves the one in the browser.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { setUp } from './setup.mjs';

const root = path.resolve(import.meta.dirname, '..');
const samples = path.join(root, 'samples');
const firstFile = path.join(samples, 'kirklees.inspection.yaml');
const windows = process.platform === 'win32';

/** The VS Code on the PATH, when it answers. */
const hasCode = () => spawnSync('code', ['--version'], { stdio: 'ignore', shell: windows }).status === 0;

/** Opens the VS Code that is installed here; tells whether it did. */
function openDesktop() {
  console.log('Opening VS Code on samples/ …');
  return spawnSync('code', [`--extensionDevelopmentPath=${root}`, samples, firstFile], { stdio: 'inherit', shell: windows }).status === 0;
}

/** Opens an address in the person's browser, where there is a screen. */
function openBrowser(address) {
  const [program, ...args] = { darwin: ['open'], win32: ['rundll32', 'url.dll,FileProtocolHandler'] }[process.platform] ?? ['xdg-open'];
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasScreen) return;
  // Where that fails, the address is there to be opened by hand.
  spawn(program, [...args, address], { stdio: 'ignore', detached: true }).on('error', () => {}).unref();
}

/** Serves VS Code on this machine until the person stops it. */
async function serve(open) {
  const { startServer } = await import('./vscode/server.mjs');
  const server = await startServer({ guarded: true, logFile: path.join(root, 'test-results', 'start-server.log') });
  const developing = ['extensionDevelopmentPath', server.remote(root)];
  const address = server.url({ folder: samples, openFile: firstFile, payload: [developing] });
  console.log(`\nVS Code is at\n\n  ${address}\n\nCtrl-C stops it.`);
  if (open) openBrowser(address);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Before the server's own handler: to be stopped is how this ends, not a failure.
    process.prependOnceListener(signal, () => process.exit(0));
  }
}

const { values } = parseArgs({ options: { 'no-open': { type: 'boolean', default: false } } });
try {
  await setUp(message => console.log(`${message[0].toUpperCase()}${message.slice(1)} …`));
  const open = !values['no-open'];
  if (!open || !hasCode() || !openDesktop()) await serve(open);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
