#!/usr/bin/env node
// `npm run bench`: measures this server and its peers in one run on one machine, and prints one table of each. Fetches the peers the first
// time. `-- --json FILE` also writes the figures; `-- --sizes 1,100` and `-- --files 200` make it shorter. Times are no tests: read them.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from '../esbuild.mjs';
import { servers, validators } from './bench/peers.mjs';
import { measureSession } from './bench/session.mjs';
import { manyRecords, oneRecord } from './many-records.mjs';

const { values } = parseArgs({ options: { json: { type: 'string' }, sizes: { type: 'string', default: '1,10,100,1000' }, files: { type: 'string', default: '2000' }, edits: { type: 'string', default: '10' } } });
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'inspection-records-bench-'));
const say = message => console.error(message);
const COLUMNS = { initialise: 'initialise', open: 'open → findings', typing: 'key press p50', typing95: 'p95', completion: 'completion', symbols: 'symbols', memory: 'memory MB' };

try {
  say('Building, and fetching what we are measured against …');
  const bundles = await buildAll();
  const sessions = await measureServers(values.sizes.split(',').map(Number), Number(values.edits));
  const checks = await measureChecks(Number(values.files));
  print(sessions, checks, bundles);
  if (values.json) fs.writeFileSync(values.json, `${JSON.stringify({ machine: machine(), sessions, checks, bundles }, null, 2)}\n`);
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}

async function measureServers(sizes, edits) {
  const rows = [];
  for (const records of sizes) {
    const folder = path.join(work, `stream-${records}`);
    fs.mkdirSync(folder);
    const file = path.join(folder, 'records.inspection.yaml');
    fs.writeFileSync(file, manyRecords(records));
    for (const [name, server] of Object.entries(await servers())) {
      say(`${name}, ${records} records …`);
      rows.push({ name, records, ...await measureSession(server, file, edits) });
    }
  }
  return rows;
}

async function measureChecks(files) {
  const folder = path.join(work, 'folder');
  fs.mkdirSync(folder);
  for (let n = 0; n < files; n++) fs.writeFileSync(path.join(folder, `${n}.inspection.yaml`), oneRecord(n));
  return Object.entries(await validators(folder)).map(([name, [program, ...args]]) => {
    say(`${name}, ${files} files …`);
    const times = Array.from({ length: 3 }, () => {
      const start = performance.now();
      const { status, error } = spawnSync(program, args, { cwd: folder, stdio: 'ignore' });
      if (error) throw error;
      return { time: performance.now() - start, status };
    });
    return { name, files, seconds: Math.min(...times.map(({ time }) => time)) / 1000, status: times[0].status };
  });
}

function print(sessions, checks, bundles) {
  const ms = value => (value === undefined ? '' : value < 10 ? value.toFixed(1) : value.toFixed(0));
  console.log(`\n${machine()}; milliseconds unless said otherwise\n`);
  console.log(`| server | records | ${Object.values(COLUMNS).join(' | ')} |\n|---|---${'|---'.repeat(Object.keys(COLUMNS).length)}|`);
  for (const row of sessions) console.log(`| ${row.name} | ${row.records} | ${Object.keys(COLUMNS).map(column => ms(row[column])).join(' | ')} |`);
  printRequests(sessions, ms);
  // The records are right: a validator that finds fault with them reads YAML's dates as time stamps.
  console.log('\n| check of a folder | files | seconds | times ours | verdict |\n|---|---|---|---|---|');
  for (const { name, files, seconds, status } of checks) console.log(`| ${name} | ${files} | ${seconds.toFixed(2)} | ${(seconds / checks[0].seconds).toFixed(1)} | ${status === 0 ? 'right' : `status ${status}`} |`);
  console.log(`\n| bundle | kB |\n|---|---|\n${Object.entries(bundles).map(([file, bytes]) => `| ${file} | ${(bytes / 1000).toFixed(0)} |`).join('\n')}`);
}

/** For the largest file: what a person waits for after a key press. */
function printRequests(sessions, ms) {
  const most = Math.max(...sessions.map(({ records }) => records));
  const servers = sessions.filter(({ records }) => records === most);
  const methods = Object.keys(servers[0].requests);
  console.log(`\n| after a key press, ${most} records, p50 | ${servers.map(({ name }) => name).join(' | ')} |\n|---${'|---'.repeat(servers.length)}|`);
  for (const method of methods) console.log(`| ${method} | ${servers.map(({ requests }) => ms(requests[method])).join(' | ')} |`);
}

function machine() {
  return `${os.cpus()[0]?.model.trim()}, ${os.availableParallelism()} cores, Node ${process.versions.node}`;
}
