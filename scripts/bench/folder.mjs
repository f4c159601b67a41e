// The first pass of our server over a folder of many files, and how long requests wait meanwhile.
import fs from 'node:fs';
import path from 'node:path';
import { memoryOf, quantile, sleep, startServer, timed } from './client.mjs';

const LOOP_DELAY = path.join(import.meta.dirname, 'loop-delay.cjs');

/** Figures in milliseconds and megabytes. The folder holds `files` records; the last file is the one that is open. */
export async function measureFolder({ command: [node, ...server] }, folder, files) {
  const report = path.join(path.dirname(folder), 'loop-delay.json');
  const running = startServer({ command: [node, '-r', LOOP_DELAY, ...server] }, { folder, env: { LOOP_DELAY: report } });
  const uri = name => `file://${path.join(folder, name)}`;
  const open = `${files - 1}.inspection.yaml`;
  const ask = (method, params) => running.connection.sendRequest(method, params);
  const told = (previousResultIds = []) => ask('workspace/diagnostic', { previousResultIds, partialResultToken: undefined });
  const figures = {};
  try {
    await running.initialize({ diagnostic: {} });
    const text = fs.readFileSync(path.join(folder, open), 'utf8');
    await running.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: uri(open), languageId: 'yaml', version: 1, text } });
    let isOver = false;
    const waits = [];
    const all = timed(async () => { await told(); isOver = true; });
    while (!isOver) {
      waits.push(await timed(() => ask('textDocument/hover', { textDocument: { uri: uri(open) }, position: { line: 2, character: 10 } })));
      await sleep(5);
    }
    Object.assign(figures, { all: await all, waits: waits.length, wait: quantile(waits, 0.5), wait99: quantile(waits, 0.99), longestWait: Math.max(...waits), memory: memoryOf(running.pid).peak });
    figures.changed = await changeOne(running.connection, path.join(folder, '0.inspection.yaml'));
  } finally {
    await running.end();
  }
  const { p99, longest } = JSON.parse(fs.readFileSync(report, 'utf8'));
  return { ...figures, stall99: p99, longestStall: longest };
}

/** How long it takes until a record that was changed on disk is found by a new name; the median of several. */
async function changeOne(connection, file) {
  const times = [];
  for (let n = 0; n < 9; n++) {
    const name = `changed-on-disk-${n}`;
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/^id: .*/m, `id: ${name}`));
    times.push(await timed(async () => {
      await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: `file://${file}`, type: 2 }] });
      const found = await connection.sendRequest('workspace/symbol', { query: name });
      if (found.length !== 1) throw new Error(`${name} was not found`);
    }));
  }
  return quantile(times, 0.5);
}

/** What a server takes that has nothing to do, in megabytes. */
export async function measureIdle(server, folder) {
  const running = startServer(server, { folder });
  try {
    await running.initialize();
    await sleep(2000);
    return memoryOf(running.pid).now;
  } finally {
    await running.end();
  }
}
