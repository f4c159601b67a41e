import assert from 'node:assert/strict';
import { manyRecords } from '../../scripts/many-records.mjs';
import { buildProgram, folderWith, removeFolders, runProgram, type Result } from './run';

// Files that nobody should write. Each gets a clear finding, or is named, soon; none gets a crash.

interface Told {
  rule: string;
  message: string;
  range: { start: { line: number; column: number }; end: { line: number; column: number } };
}

const RECORD = manyRecords(1);
const NAME = 'bad.inspection.yaml';

async function check(content: string | Buffer): Promise<Result & { findings: Told[] }> {
  const result = await runProgram(['check', '--format', 'json', NAME], { cwd: folderWith({ [NAME]: content }) });
  assert.doesNotMatch(result.stderr, /^ +at |Error:|has failed/m);
  return { ...result, findings: (JSON.parse(result.stdout) as { findings: Told[] }).findings };
}

/** What is grave about a text, as `rule line:column`. */
async function grave(content: string | Buffer): Promise<string[]> {
  const { findings, status } = await check(content);
  assert.equal(status, 1);
  return findings.map(({ rule, range: { start } }) => `${rule} ${start.line}:${start.column}`);
}

describe('bad input', () => {
  before(buildProgram);
  after(removeFolders);

  it('an empty file is said to be empty', async () => {
    for (const content of ['', '\n\n', '---\n---\n', '\ufeff']) {
      const { status, stderr } = await check(content);
      assert.equal(status, 0);
      assert.equal(stderr, `${NAME}: there is no record in this file.\n`);
    }
  });

  it('what is no text is named, and is not guessed at', async () => {
    const bytes = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 37) % 256));
    const contents: [Buffer, RegExp][] = [
      [bytes, /not text in UTF-8/],
      [Buffer.from(`\ufeff${RECORD}`, 'utf16le'), /UTF-16/],
      [Buffer.from(`\ufeff${RECORD}`, 'utf16le').swap16(), /UTF-16/],
      [Buffer.from('authority: Café\n', 'latin1'), /not text in UTF-8/],
    ];
    for (const [content, message] of contents) {
      const { status, stderr, findings } = await check(content);
      assert.equal(status, 2);
      assert.ok(stderr.startsWith(`${NAME}: `), stderr);
      assert.match(stderr, message);
      assert.deepEqual(findings, []);
    }
  });

  it('bytes that could be text are one finding', async () => {
    assert.deepEqual(await grave('PK\u0003\u0004\0\0\0\u0008 not a record\0'.repeat(1000)), ['yaml-syntax 1:5']);
    assert.deepEqual(await grave(Buffer.from(RECORD, 'utf16le')), ['yaml-syntax 1:2']);
  });

  it('an unclosed quote, a tab and a merge conflict are one finding each, in their place', async () => {
    assert.deepEqual(await grave(RECORD.replace('published:', 'theme: "never closed\npublished:')), ['yaml-syntax 7:8']);
    assert.deepEqual(await grave(RECORD.replace(/^  (start|end):/gm, '\t$1:')), ['yaml-syntax 5:1']);
    assert.deepEqual(await grave(RECORD.replace(/^published: .*\n/m, line => `<<<<<<< ours\n${line}=======\npublished: 2023-02-28\n>>>>>>> theirs\n`)), ['yaml-syntax 7:1']);
  });

  it('a large file of many records is read to its end', async () => {
    const records = manyRecords(Math.ceil(10_000_000 / RECORD.length));
    const { findings, status } = await check(`${records}---\n${RECORD.replace('Overall effectiveness: Good', 'Overall effectiveness: Godo')}`);
    assert.equal(status, 1);
    assert.equal(findings.at(-1)!.rule, 'unknown-grade');
  });

  it('a large record is not read, and that is said', async () => {
    assert.deepEqual(await grave('x'.repeat(10_000_000)), ['yaml-syntax 1:1']);
    assert.deepEqual(await grave('a: [{"\n'.repeat(1_400_000)), ['yaml-syntax 1:1']);
  });

  it('a line of 300 kB and a record of 20 000 lines are read', async () => {
    assert.equal((await check(`${RECORD}theme: ${'word '.repeat(60_000)}\n`)).status, 0);
    assert.deepEqual(await grave(`${RECORD}provider_page: ${'.'.repeat(300_000)}\n`), ['invalid-value 31:16']);
    assert.equal((await check(`${RECORD}sources:\n${'  - https://example.org\n'.repeat(20_000)}`)).findings.filter(({ rule }) => rule === 'yaml-syntax').length, 0);
  });

  it('deep nesting is one finding', async () => {
    for (const text of ['['.repeat(10_000), `a: ${'{a: '.repeat(10_000)}`, `x_deep: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`, '- '.repeat(10_000)]) {
      assert.equal((await grave(text)).length, 1, text.slice(0, 20));
    }
  });

  it('deep indentation is one finding', async () => {
    assert.equal((await grave(Array.from({ length: 700 }, (_, i) => `${' '.repeat(i)}x_a:\n`).join(''))).length, 1);
  });

  it('an alias bomb is one finding', async () => {
    const levels = Array.from({ length: 12 }, (_, i) => `x_${i}: &a${i} [${Array(10).fill(i ? `*a${i - 1}` : 'lol').join(', ')}]\n`);
    assert.deepEqual((await grave(RECORD + levels.join(''))).map(told => told.split(' ')[0]), ['yaml-syntax']);
  });

  it('unknown fields everywhere are named one by one, up to the most that one record is told of', async () => {
    const unknown = Array.from({ length: 2000 }, (_, i) => `zzz${i}: ${i}\n`).join('');
    const told = await grave(RECORD + unknown);
    assert.equal(told.filter(rule => rule.startsWith('unknown-field')).length, 200);
  });

  it('CRLF and a byte order mark change nothing', async () => {
    const wrong = RECORD.replace('id:', 'idd:').replace('Overall effectiveness: Good', 'Overall effectiveness: Godo');
    const plain = (await check(wrong)).findings;
    assert.ok(plain.length >= 2);
    assert.deepEqual((await check(wrong.replaceAll('\n', '\r\n'))).findings, plain);
    assert.deepEqual((await check(`\ufeff${wrong}`)).findings, plain);
    assert.deepEqual((await check(`\ufeff${wrong}`.replaceAll('\n', '\r\n'))).findings, plain);
  });

  it('names that are parts of JavaScript are names', async () => {
    const told = await grave(`${RECORD}__proto__: {polluted: true}\nconstructor: x\ntoString: y\nx_own: {__proto__: 1, hasOwnProperty: 2}\n`);
    assert.deepEqual([...new Set(told.map(rule => rule.split(' ')[0]))], ['unknown-field']);
  });
});
