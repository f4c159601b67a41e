#!/usr/bin/env node
// `npm run bench`: measures this project and its peers in one run on one machine, and prints one table. Fetches the peers the first time.
//   npm run bench -- --quick          in a minute or two: fewer records, files, edits and runs
//   npm run bench -- --json FILE      writes the figures there, and not to test-results/bench.json
//   npm run bench -- --readme         also puts the table into README.md
// Times are no tests: read them, on a machine that does nothing else.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { machine, tableOf, writeBetweenMarks } from './bench/table.mjs';
import { root } from './cache.mjs';
import { setUp } from './setup.mjs';

await setUp();
// These need what is installed by now.
const { measureFolder, measureIdle } = await import('./bench/folder.mjs');
const { servers, validators } = await import('./bench/peers.mjs');
const { measurePreview } = await import('./bench/preview.mjs');
const { requestRows } = await import('./bench/requests.mjs');
const { HARD_TEXTS } = await import('./bench/hard-texts.mjs');
const { measureAsked, measureOpening, measureReadyMade, measureSession, measureStarts } = await import('./bench/session.mjs');
const { manyRecords, oneRecord } = await import('./many-records.mjs');

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'string' }, readme: { type: 'boolean' } } });
const plan = values.quick ? { sizes: [1, 100], requests: 100, edits: 4, folder: 500, checked: 200, runs: 1 } : { sizes: [1, 10, 100, 1000, 10_000], requests: 1000, edits: 30, folder: 5000, checked: 2000, runs: 3 };
const figures = path.resolve(values.json ?? path.join(root, 'test-results', 'bench.json'));
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'inspection-records-bench-'));
const say = message => console.error(message);

/** Starts of each server that count. */
const STARTS = 9;

/** What takes longer is not run again, in seconds. */
const LONG = 20;

/** What is measured in a session. The goals hold up to 1000 records. */
const SESSION = {
  open: { what: 'open → findings', unit: 'ms' },
  typing: { what: 'key press → findings, p50', unit: 'ms', goal: '5' },
  typing95: { what: 'key press → findings, p95', unit: 'ms', goal: '15' },
  completion: { what: 'completion after it, p50', unit: 'ms', goal: '5' },
  symbols: { what: 'symbols after it, p50', unit: 'ms', goal: '5' },
  memory: { what: 'peak memory', unit: 'MB', goal: '200' },
};

try {
  say('Packing, and fetching what we are measured against …');
  const sizes = sizeRows();
  const rows = [...await sessionRows(), ...await hardRows(), ...await folderRows(), ...await checkRows(), ...sizes];
  console.log(`\n${machine()}\n\n${tableOf(rows)}`);
  fs.mkdirSync(path.dirname(figures), { recursive: true });
  fs.writeFileSync(figures, `${JSON.stringify({ machine: machine(), ...plan, rows }, null, 2)}\n`);
  say(`The figures: ${figures}`);
  if (values.readme) writeBetweenMarks(path.join(root, 'README.md'), `${machine()}:\n\n${tableOf(rows)}`);
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}

/** The same editing session with both servers, at each number of records in the file. */
async function sessionRows() {
  const [[, ours], [peer, theirs]] = Object.entries(await servers());
  const idle = path.join(work, 'idle');
  fs.mkdirSync(idle);
  say('Starting …');
  const [first, second] = await measureStarts([ours, theirs], idle, STARTS);
  const rows = [{ what: `initialise, p50 of ${STARTS} starts`, unit: 'ms', goal: '150', ours: first, theirs: second, peer }];
  for (const records of plan.sizes) {
    const file = path.join(work, `stream-${records}`, 'records.inspection.yaml');
    fs.mkdirSync(path.dirname(file));
    fs.writeFileSync(file, manyRecords(records));
    say(`Editing a file of ${records} records …`);
    // A server that takes ten seconds for a key press need not prove it twenty times.
    const [a, b] = [await measureSession(ours, file, plan.edits, records === plan.requests), await measureSession(theirs, file, records > 1000 ? 1 : plan.edits, records === plan.requests)];
    for (const [name, { what, ...about }] of Object.entries(SESSION)) {
      if (name === 'symbols' && records === plan.requests) continue;
      rows.push({ what: `${what}, ${records} ${records === 1 ? 'record' : 'records'}`, ...about, ...(records > 1000 && { goal: undefined }), ours: a[name], theirs: b[name], peer });
    }
    if (records === plan.requests) rows.push(parseRow(file, records, a.open), ...await askedRows(ours, file, records), ...requestRows(a.requests, b.requests, peer, records), await readyMadeRow(ours, file, records, a.requests), ...await previewRows(ours, file, records));
  }
  rows.push({ what: 'memory, idle', unit: 'MB', goal: '60', ours: await measureIdle(ours, idle), theirs: await measureIdle(theirs, idle), peer });
  return rows;
}

/** Beside the findings: what it takes a new process to parse the same text, with the library that both servers read YAML with, and to do no more. */
function parseRow(file, records, open) {
  const parse = `const {parseAllDocuments}=require('yaml');const text=require('fs').readFileSync(process.argv[1],'utf8');const start=performance.now();parseAllDocuments(text);console.log(performance.now()-start)`;
  const times = Array.from({ length: plan.runs }, () => Number(execFileSync(process.execPath, ['-e', parse, file], { cwd: root, encoding: 'utf8' })));
  return { what: `open → findings, ${records} records`, unit: 'ms', goal: '1.2 × the parse', ours: open, theirs: Math.min(...times), peer: 'the yaml library, parsing and nothing else' };
}

/** The peer cannot be asked: it tells. */
async function askedRows(ours, file, records) {
  const { p50, p95 } = await measureAsked(ours, file, plan.edits);
  const row = (quantile, goal, value) => ({ what: `key press → findings where they are asked for, ${quantile}, ${records} records`, unit: 'ms', goal, ours: value });
  return [row('p50', '5', p50), row('p95', '15', p95)];
}

/** Of what a client waits for symbols, most is writing, reading and parsing them: so much that it is shown what that takes alone. */
async function readyMadeRow(ours, file, records, { documentSymbol }) {
  return { what: `symbols after a key press, p50, ${records} records`, unit: 'ms', goal: '5', ours: documentSymbol, theirs: await measureReadyMade(ours, file), peer: 'the same answer, ready as bytes' };
}

/** The peer has no preview. */
async function previewRows(ours, file, records) {
  const found = await measurePreview(ours, file, 200);
  return Object.entries(found).map(([quantile, value]) => ({ what: `key press → preview patched, ${quantile}, ${records} records`, unit: 'ms', goal: '30', ours: value }));
}

/** Files that are hard to read. */
async function hardRows() {
  const [[, ours], [peer, theirs]] = Object.entries(await servers());
  const rows = [];
  for (const [name, text] of Object.entries(HARD_TEXTS)) {
    say(`Opening ${name} …`);
    const file = path.join(fs.mkdtempSync(path.join(work, 'hard-')), 'records.inspection.yaml');
    fs.writeFileSync(file, text());
    const [a, b] = [await measureOpening(ours, file), await measureOpening(theirs, file)];
    rows.push({ what: `open → findings, ${name}`, unit: 'ms', goal: '1000', ours: a.open, theirs: b.open, peer }, { what: `peak memory, ${name}`, unit: 'MB', goal: '300', ours: a.memory, theirs: b.memory, peer });
  }
  return rows;
}

/** The first pass over a folder: the peer reads files only when they are opened, so there is nothing to set beside it. */
async function folderRows() {
  const folder = filesIn('workspace', plan.folder);
  say(`Reading a folder of ${plan.folder} files …`);
  const { 'inspection-records': ours } = await servers();
  const found = await measureFolder(ours, folder, plan.folder);
  const row = (what, value, goal, unit = 'ms') => ({ what: `${what}, folder of ${plan.folder} files`, ours: value, goal, unit });
  return [
    row('all read, checked and told', found.all), row('a request meanwhile, p50', found.wait, '50'), row('a request meanwhile, p99', found.wait99, '50'),
    row('a request meanwhile, longest', found.longestWait), row('event loop held up, p99', found.stall99, '20'), row('event loop held up, longest', found.longestStall),
    row('one file changed on disk → known', found.changed), row('peak memory', found.memory, undefined, 'MB'),
  ];
}

async function checkRows() {
  const folder = filesIn('checked', plan.checked);
  const [[, ours], ...peers] = Object.entries(await validators(folder));
  const time = bestTime('inspection-records check', ours, folder).seconds;
  return peers.map(([name, command]) => {
    const { seconds, status } = bestTime(name, command, folder);
    // The records are right: a validator that says otherwise takes dates for time stamps, or did not get to its end.
    return { what: `check of ${plan.checked} files`, unit: 's', ours: time, theirs: seconds, peer: status === 0 ? name : `${name}, which finds fault with right records`, ...(name.startsWith('@sourcemeta') && { goal: 'not slower' }) };
  });
}

/** The shortest of several runs: the others were held up by something else. */
function bestTime(name, [program, ...args], folder) {
  say(`${name}, ${plan.checked} files …`);
  let best = { seconds: Infinity };
  for (let run = 0; run < plan.runs && !(run > 0 && best.seconds > LONG); run++) {
    const start = performance.now();
    const { status, error } = spawnSync(program, args, { cwd: folder, stdio: 'ignore' });
    if (error) throw error;
    const seconds = (performance.now() - start) / 1000;
    if (seconds < best.seconds) best = { seconds, status };
  }
  return best;
}

function filesIn(name, count) {
  const folder = path.join(work, name);
  fs.mkdirSync(folder);
  for (let n = 0; n < count; n++) fs.writeFileSync(path.join(folder, `${n}.inspection.yaml`), oneRecord(n));
  return folder;
}

/** The packages as users get them, and what they are made of. */
function sizeRows() {
  const { status } = spawnSync(process.execPath, [path.join(root, 'scripts', 'package.mjs')], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('The extension could not be packed.');
  const row = ([file, goal]) => ({ what: `size of ${file}`, unit: 'kB', goal, ours: fs.statSync(path.join(root, file)).size / 1000 });
  return Object.entries({
    'dist/server.js': '450', 'dist/server.browser.js': '450', 'dist/client.js': '450', 'dist/media/preview.js': '30', 'inspection-records.vsix': '700', 'inspection-records-web.vsix': '700',
  }).map(row);
}
