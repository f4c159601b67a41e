// A client of a language server over stdio, as far as measuring needs one.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';

/** What a server asks of its client and does not need for what is measured. */
const ASKED = ['client/registerCapability', 'client/unregisterCapability', 'window/workDoneProgress/create', 'workspace/diagnostic/refresh', 'workspace/codeLens/refresh', 'workspace/inlayHint/refresh'];

/** Starts a server; `connection` is listened to, and `end` asks it to leave. */
export function startServer({ command, settings = {}, commands }, { folder, env = {} }) {
  const child = spawn(command[0], command.slice(1), { stdio: ['pipe', 'pipe', 'ignore'], cwd: folder, env: { ...process.env, ...env } });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const section = (name = '') => name.split('.').filter(Boolean).reduce((value, key) => value?.[key], settings) ?? null;
  connection.onRequest('workspace/configuration', ({ items }) => items.map(item => section(item.section)));
  for (const method of ASKED) connection.onRequest(method, () => null);
  connection.listen();
  const gone = new Promise(resolve => child.once('exit', resolve));
  return {
    connection, pid: child.pid,
    async initialize(textDocument = {}) {
      const { capabilities } = await connection.sendRequest('initialize', {
        processId: process.pid, rootUri: `file://${folder}`, workspaceFolders: [{ uri: `file://${folder}`, name: 'bench' }],
        capabilities: { workspace: { configuration: true, workspaceFolders: true }, textDocument }, ...(commands && { initializationOptions: { commands } }),
      });
      await connection.sendNotification('initialized', {});
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
      return capabilities;
    },
    async end() {
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
      await connection.sendRequest('shutdown').then(() => connection.sendNotification('exit')).catch(() => child.kill('SIGKILL'));
      await gone;
      clearTimeout(timer);
      connection.dispose();
    },
  };
}

export async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function quantile(values, q) {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))];
}

/** What a process takes now, and took at most, in megabytes; where the system does not say, nothing. */
export function memoryOf(pid) {
  const read = name => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  try { return { now: read('VmRSS'), peak: read('VmHWM') }; } catch { return {}; }
}

export const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
