import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { buildProgram, folderWith, removeFolders, runProgram } from '../cli/run';
import { unpack } from '../../server/import/formats/zip';
import { readFixture } from '../summary/fixtures';

/** What a PDF says, line by line; undefined where there is no program that reads it. */
function textOf(file: string): string | undefined {
  const { error, stdout } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  return error ? undefined : stdout;
}

describe('a summary as a PDF', () => {
  let env: Record<string, string>;
  before(async () => {
    buildProgram();
    const chromium = await ensureChromium();
    env = { ...chromium.env as Record<string, string>, CHROMIUM_PATH: chromium.executablePath };
  });
  after(removeFolders);

  it('is printed on A4, with tags for those who have it read out, and leaves nothing else behind', async () => {
    const cwd = folderWith({ 'kirklees.inspection.yaml': readFixture('kirklees-2024') });
    const { status, stderr } = await runProgram(['summary', '--format', 'pdf', '--output', 'kirklees.pdf'], { cwd, env: { ...env, TMPDIR: cwd } });
    assert.deepEqual([status, stderr], [0, '']);
    const pdf = fs.readFileSync(path.join(cwd, 'kirklees.pdf')).toString('latin1');
    assert.match(pdf, /^%PDF-/);
    assert.match(pdf, /\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    assert.match(pdf, /\/StructTreeRoot/);
    assert.deepEqual(fs.readdirSync(cwd).sort(), ['kirklees.inspection.yaml', 'kirklees.pdf']);
  });

  it('says what the record says, also as a briefing', async function () {
    const cwd = folderWith({ 'kirklees.inspection.yaml': readFixture('kirklees-2024').split('---\n')[1]! });
    await runProgram(['summary', '--format', 'pdf', '--output', 'record.pdf'], { cwd, env });
    await runProgram(['summary', '--format', 'pdf', '--style', 'briefing', '--output', 'briefing.pdf'], { cwd, env });
    const record = textOf(path.join(cwd, 'record.pdf'));
    if (record === undefined) {
      console.log('      skipped: pdftotext is not installed here, so the text of the PDF cannot be read');
      this.skip();
    }
    for (const words of ['Kirklees', '8–19 July 2024, 10 working days on site', 'R   Requires improvement to be good', 'Effective, bespoke services', 'What happens next', 'estimated', 'overdue']) assert.ok(record.includes(words), words);
    const briefing = textOf(path.join(cwd, 'briefing.pdf'))!;
    for (const words of ['What the grades are', 'What is done well', 'What we will do', 'line 23', '8–19 July 2024']) assert.ok(briefing.includes(words), words);
    assert.ok(!briefing.includes('Problems'));
  });

  it('is a picture of a journey as well, alone and in a Word file', async () => {
    const cwd = folderWith({ 'kirklees.inspection.yaml': readFixture('kirklees-2024') });
    const run = (format: string, name: string) => runProgram(['summary', '--journey', 'Kirklees', '--format', format, '--output', name], { cwd, env: { ...env, TMPDIR: cwd } });
    assert.deepEqual(await run('png', 'journey.png'), { status: 0, stdout: '', stderr: '' });
    const png = fs.readFileSync(path.join(cwd, 'journey.png'));
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    assert.equal(png.readUInt32BE(16), 2 * 992);
    assert.deepEqual(await run('docx', 'journey.docx'), { status: 0, stdout: '', stderr: '' });
    const [drawn] = unpack(fs.readFileSync(path.join(cwd, 'journey.docx')), name => name.startsWith('word/media/')).values();
    assert.equal(Buffer.from(drawn!).toString('latin1', 1, 4), 'PNG');
    assert.deepEqual(fs.readdirSync(cwd).sort(), ['journey.docx', 'journey.png', 'kirklees.inspection.yaml']);
  });
});
