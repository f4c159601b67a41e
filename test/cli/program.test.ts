import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { manyRecords, oneRecord } from '../../scripts/many-records.mjs';
import { COMMANDS } from '../../server/cli/commands';
import { REPORT_FORMATS } from '../../server/cli/choices';
import { sarifValidator } from '../reports/sarif-schema';
import { buildProgram, folderWith, PROGRAM, programFiles, removeFolders, runProgram } from './run';

// How the program behaves as a program: pipes, signals, links, permissions, other programs.

const WRONG = oneRecord(0).replace('Overall effectiveness: Good', 'Overall effectiveness: Godo');

describe('the program', () => {
  before(buildProgram);
  after(removeFolders);

  it('says its version', async () => {
    const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { version: string };
    assert.equal((await runProgram(['--version'], { cwd: '.' })).stdout, `${version}\n`);
  });

  it('has a README that tells of every command and option', () => {
    const readme = fs.readFileSync('README.md', 'utf8');
    for (const [name, { options }] of Object.entries(COMMANDS)) {
      assert.ok(readme.includes(`\ninspection-records ${name} `), name);
      for (const option of Object.keys(options)) assert.ok(readme.includes(`--${option}`), option);
    }
    assert.ok(readme.includes(`--format ${REPORT_FORMATS.join('|')} `));
  });

  it('writes the schema', async () => {
    const { stdout, status } = await runProgram(['schema'], { cwd: '.' });
    assert.equal(status, 0);
    assert.deepEqual(JSON.parse(stdout), JSON.parse(fs.readFileSync('schemas/inspection-record.schema.json', 'utf8')));
  });

  it('writes findings of every rule for code scanning, as the schema of SARIF wants them', async () => {
    // Away from the configuration that ignores them.
    const cwd = folderWith({});
    fs.cpSync('samples/broken', cwd, { recursive: true });
    const { stdout } = await runProgram(['check', '--format', 'sarif'], { cwd });
    const report = JSON.parse(stdout) as { runs: [{ results: { ruleId: string; ruleIndex: number }[]; tool: { driver: { rules: { id: string }[] } } }] };
    const validate = sarifValidator();
    assert.ok(validate(report), JSON.stringify(validate.errors));
    const [{ results, tool }] = report.runs;
    assert.ok(new Set(results.map(({ ruleId }) => ruleId)).size > 30);
    for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]!.id, ruleId);
  });

  it('explains every rule that it lists', async () => {
    const { stdout } = await runProgram(['explain'], { cwd: '.' });
    const ids = stdout.split('\n').map(line => line.split(' ')[0]!).filter(id => id !== '');
    assert.ok(ids.includes('unknown-grade'));
    assert.equal(ids.length, fs.readdirSync('docs/rules').length);
    for (const id of ids.slice(0, 5)) {
      const { stdout: text, status } = await runProgram(['explain', id], { cwd: '.' });
      assert.equal(status, 0);
      assert.ok(text.startsWith(`${id}\n\n`) && text.split('\n').every(line => line.startsWith('    ') || line.length <= 100), text);
    }
  });

  it('shows what a record says, as text, Markdown and a page that stands alone', async () => {
    const cwd = folderWith({ 'one.inspection.yaml': oneRecord(0) });
    const text = await runProgram(['summary'], { cwd });
    assert.equal(text.status, 0);
    assert.match(text.stdout, /^Barking and Dagenham: ILACS/);
    assert.match((await runProgram(['summary', '--format', 'markdown', 'one.inspection.yaml'], { cwd })).stdout, /^# .*Barking and Dagenham/m);
    const page = await runProgram(['summary', '--format=html', '--output', 'one.html'], { cwd });
    assert.deepEqual([page.stdout, page.stderr, page.status], ['', '', 0]);
    assert.match(fs.readFileSync(path.join(cwd, 'one.html'), 'utf8'), /^<!DOCTYPE html>[^]*style-src 'sha256-[^]*Barking and Dagenham[^]*<\/html>\n$/);
  });

  it('does not write a summary over a record, or where it cannot', async () => {
    const cwd = folderWith({ 'one.inspection.yaml': oneRecord(0) });
    const over = await runProgram(['summary', '--output', './one.inspection.yaml'], { cwd });
    assert.equal(over.status, 2);
    assert.match(over.stderr, /not written over/);
    assert.equal(fs.readFileSync(path.join(cwd, 'one.inspection.yaml'), 'utf8'), oneRecord(0));
    const nowhere = await runProgram(['summary', '--output', 'no/such/folder.html'], { cwd });
    assert.deepEqual([nowhere.status, nowhere.stderr], [2, 'no/such/folder.html: there is no such file or folder.\n']);
  });

  it('runs the language server', async () => {
    const request = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    const child = spawn(process.execPath, [PROGRAM, 'lsp', '--stdio']);
    child.stdin.write(`Content-Length: ${request.length}\r\n\r\n${request}`);
    const answer = await new Promise<string>(resolve => child.stdout.setEncoding('utf8').once('data', resolve));
    const end = new Promise(resolve => child.once('exit', resolve));
    child.stdin.end();
    assert.match(answer, /Content-Length/);
    await end;
  });

  it('ends quietly when nobody reads its output any more', async () => {
    const cwd = folderWith({ 'many.inspection.yaml': manyRecords(500).replaceAll(': Good', ': Godo') });
    const child = spawn(process.execPath, [PROGRAM, 'check'], { cwd });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', chunk => { stderr += chunk; });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise(resolve => child.once('close', resolve));
    assert.deepEqual([status, stderr], [0, '']);
  });

  it('ends without a word when it is interrupted', async function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({ 'many.inspection.yaml': manyRecords(20_000) });
    const child = spawn(process.execPath, [PROGRAM, 'check'], { cwd });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', chunk => { output += chunk; });
    await new Promise(resolve => setTimeout(resolve, 1000));
    child.kill('SIGINT');
    const signal = await new Promise(resolve => child.once('close', (_, name) => resolve(name)));
    assert.deepEqual([signal, output], ['SIGINT', '']);
  });

  it('says on a terminal how far it is when work is long, and leaves nothing of that behind', async function () {
    // A terminal of its own, for standard output and standard error; util-linux has such a program.
    if (process.platform !== 'linux' || spawnSync('script', ['--version']).status !== 0) {
      console.log('      skipped: there is no script(1) of util-linux here');
      return this.skip();
    }
    // Ten looks at the clock are a second, however fast the machine is.
    const cwd = folderWith({ 'many.inspection.yaml': manyRecords(500), 'clock.cjs': 'let now = 0; performance.now = () => (now += 100);' });
    const onTerminal = (words: string) => spawnSync('script', ['-qec', `${process.execPath} --require ./clock.cjs ${PROGRAM} ${words}`, '/dev/null'], { cwd, encoding: 'utf8' }).stdout;
    const shown = onTerminal('check');
    assert.match(shown, /\r\x1b\[KReading: 1 of 1 files, \d+ records\r\x1b\[K/);
    assert.match(shown, /\r\x1b\[KChecking: 0 of 1 files, \d+ records of many\.inspection\.yaml\r\x1b\[K/);
    assert.match(shown, /\x1b\[KNo findings in 1 file \(500 records\)\.\r\n$/);
    assert.equal(onTerminal('check --quiet'), '');
    // Between the names of many files the line comes and goes many times.
    for (let index = 0; index < 30; index++) fs.writeFileSync(path.join(cwd, `${index}.inspection.yaml`), 'authority:   Kent\n');
    const formatted = onTerminal('format .');
    assert.ok(formatted.split('\r\x1b[KFormatting: ').length > 12);
    assert.doesNotMatch(formatted, /Warning/);
  });

  it('tells of a fault of its own in a few lines, with the whole story only on request', async () => {
    const cwd = folderWith({ 'one.inspection.yaml': WRONG.replace('Godo', 'Gödo'), 'break.cjs': "Intl.Segmenter.prototype.segment = () => { throw new TypeError('made to fail'); };" });
    const env = { NODE_OPTIONS: `--require=${path.join(cwd, 'break.cjs')}` };
    const { status, stderr } = await runProgram(['check'], { cwd, env });
    assert.equal(status, 3);
    assert.match(stderr, /^inspection-records \d.* has failed: made to fail\n.*Please report/);
    assert.doesNotMatch(stderr, /^ +at /m);
    const told = await runProgram(['check'], { cwd, env: { ...env, INSPECTION_RECORDS_DEBUG: '1' } });
    assert.match(told.stderr, /^ +at /m);
  });

  it('follows no link in a folder, but reads one that is named', async function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({ 'outside/one.inspection.yaml': WRONG, 'inside/two.inspection.yaml': oneRecord(1) });
    const link = (target: string, name: string) => fs.symlinkSync(target, path.join(cwd, 'inside', name));
    link('../outside', 'folder');
    link('../outside/one.inspection.yaml', 'link.inspection.yaml');
    link('.', 'round');
    link('nowhere', 'dangling.inspection.yaml');
    const folder = await runProgram(['check', 'inside'], { cwd });
    assert.deepEqual([folder.status, folder.stderr], [0, 'No findings in 1 file (1 record).\n']);
    assert.equal((await runProgram(['check', 'inside/link.inspection.yaml'], { cwd })).status, 1);
    const dangling = await runProgram(['check', 'inside/dangling.inspection.yaml'], { cwd });
    assert.deepEqual([dangling.status, dangling.stderr], [2, 'inside/dangling.inspection.yaml: there is no such file or folder.\n']);
  });

  it('names folders and files that it may not read, and checks the others', async function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({ 'shut/one.inspection.yaml': WRONG, 'open/two.inspection.yaml': WRONG, 'secret.inspection.yaml': WRONG, ...programFiles() });
    fs.chmodSync(cwd, 0o755);
    fs.chmodSync(path.join(cwd, 'shut'), 0o000);
    fs.chmodSync(path.join(cwd, 'secret.inspection.yaml'), 0o000);
    // To root nothing is shut: then the program runs as somebody else.
    const other = process.getuid!() === 0 ? { uid: 65534, gid: 65534 } : {};
    const result = await runProgram(['check', '--format', 'json'], { cwd, program: path.join(cwd, 'cli.js'), ...other });
    fs.chmodSync(path.join(cwd, 'shut'), 0o755);
    assert.equal(result.status, 2);
    assert.deepEqual(result.stderr.trim().split('\n').sort(), ['secret.inspection.yaml: it may not be read by you.', 'shut: it may not be read by you.']);
    assert.deepEqual((JSON.parse(result.stdout) as { findings: { path: string }[] }).findings.map(finding => finding.path), ['open/two.inspection.yaml']);
  });

  it('reads a file once, however it is named, and shows paths from where it is called', async () => {
    const cwd = folderWith({ 'a/b/one.inspection.yaml': WRONG, 'a/c/readme.md': '' });
    const here = path.join(cwd, 'a/c');
    const { stdout, stderr } = await runProgram(['check', '..', '../b/one.inspection.yaml', path.join(cwd, 'a/b')], { cwd: here });
    assert.match(stdout, /^\.\.\/b\/one\.inspection\.yaml:\d+:26 /);
    assert.match(stderr, /in 1 file \(1 record\)/);
  });

  it('shows strange file names without harm', async function () {
    if (process.platform === 'win32') this.skip();
    const name = `a\u001b[31m\u202e\n${os.EOL}b.inspection.yaml`;
    const { stdout, status } = await runProgram(['check'], { cwd: folderWith({ [name]: WRONG }) });
    assert.equal(status, 1);
    assert.match(stdout, /^a<U\+001B>\[31m<U\+202E><U\+000A><U\+000A>b\.inspection\.yaml:\d+:26 error unknown-grade/);
    const gone = await runProgram(['check', 'x\u001b[2J'], { cwd: '.' });
    assert.equal(gone.stderr, 'x<U+001B>[2J: there is no such file or folder.\n');
  });
});
