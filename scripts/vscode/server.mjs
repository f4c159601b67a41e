// Starts the VS Code server of install.mjs on this machine and tells the address of its workbench.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureVSCode } from './install.mjs';
import { QUIET_SETTINGS } from './settings.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The environment without what another VS Code around us has set; sockets in `runtime`; no marketplace. */
function cleanEnvironment(runtime, extra) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name));
  return { ...Object.fromEntries(inherited), XDG_RUNTIME_DIR: runtime, EXTENSIONS_GALLERY: '{}', ...extra };
}

function makeDataFolder(settings, keys) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'inspection-records-vscode-'));
  fs.mkdirSync(path.join(folder, 'data', 'User'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'data', 'User', 'settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2));
  fs.writeFileSync(path.join(folder, 'data', 'User', 'keybindings.json'), JSON.stringify(keys, null, 2));
  fs.mkdirSync(path.join(folder, 'run'), { mode: 0o700 });
  return folder;
}

/** Ends the server together with its extension hosts and language servers, which are its process group. */
function signalGroup(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch { /* it is gone */ }
}

/** The port that the server says it listens on. */
function portOf(child, logFile, timeout) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`VS Code did not start in ${timeout / 1000} s; its log is ${logFile}`)), timeout);
    child.stdout.on('data', data => {
      output += data;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port) { clearTimeout(timer); resolve(port); }
    });
    child.once('error', reject);
    child.once('exit', code => { clearTimeout(timer); reject(new Error(`VS Code ended at once (${code}); its log is ${logFile}`)); });
  });
}

/** Stops the child and removes its data, once: when asked, and when this process ends. */
function stopper(child, dataFolder) {
  const gone = new Promise(resolve => child.once('exit', resolve));
  const kill = () => { signalGroup(child, 'SIGKILL'); fs.rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 }); };
  const onSignal = signal => process.exit(128 + os.constants.signals[signal]);
  process.once('exit', kill);
  for (const signal of SIGNALS) process.once(signal, onSignal);
  return async () => {
    process.off('exit', kill);
    for (const signal of SIGNALS) process.off(signal, onSignal);
    signalGroup(child, 'SIGTERM');
    await Promise.race([gone, new Promise(resolve => setTimeout(resolve, 5000).unref())]);
    kill();
  };
}

/**
 * One server with data of its own on a free port of 127.0.0.1.
 * - `vsix`: extensions to install first; `settings` and `keys`: the user's settings and keyboard shortcuts; `env`: more environment for the extension host
 * - `guarded`: only who has the printed address gets in (a test has no need of it)
 * - `logFile`: where its log goes; `onOutput`: is told what it prints
 * Returns `stop()`, `remote(file)` (a file's address in it) and `url({folder, openFile, payload})` (the workbench's).
 */
export async function startServer({ vsix = [], settings = {}, keys = [], env = {}, guarded = false, logFile, onOutput = () => {} }) {
  const { node, main } = await ensureVSCode();
  const dataFolder = makeDataFolder(settings, keys);
  fs.mkdirSync(path.dirname(logFile), { recursive: true });
  const log = fs.openSync(logFile, 'w');
  const environment = cleanEnvironment(path.join(dataFolder, 'run'), env);
  const data = [main, '--server-data-dir', dataFolder, '--accept-server-license-terms'];
  if (vsix.length) {
    execFileSync(node, [...data, ...vsix.flatMap(file => ['--install-extension', file]), '--force'], { env: environment, stdio: ['ignore', log, log] });
  }
  const token = guarded && randomBytes(16).toString('hex');
  const child = spawn(node, [...data, '--host', '127.0.0.1', '--port', '0', '--telemetry-level', 'off', '--disable-workspace-trust',
    '--disable-getting-started-override', '--force-disable-user-env',
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    // Without it a built VS Code pays no heed to the extension paths in the workbench's address.
    '--enable-smoke-test-driver',
  ], { env: environment, detached: process.platform !== 'win32', stdio: ['ignore', 'pipe', log] });
  child.stdout.on('data', text => { fs.writeSync(log, text); onOutput(String(text)); });
  const stop = stopper(child, dataFolder);
  const port = await portOf(child, logFile, 60_000).catch(async error => { await stop(); throw error; });
  const authority = `127.0.0.1:${port}`;
  const remote = file => `vscode-remote://${authority}${encodeURI(path.resolve(file).replace(/\\/g, '/').replace(/^(?!\/)/, '/'))}`;
  return {
    remote, stop,
    /** The address of a window with a folder, or with a workspace of several. */
    url({ folder, workspace, openFile, payload = [] }) {
      const query = new URLSearchParams(workspace ? { workspace: path.resolve(workspace) } : { folder: path.resolve(folder) });
      if (token) query.set('tkn', token);
      const files = openFile ? [['openFile', remote(openFile)]] : [];
      query.set('payload', JSON.stringify([['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...files, ...payload]));
      return `http://${authority}/?${query}`;
    },
  };
}
