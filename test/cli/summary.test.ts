import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { SUMMARY_FORMATS } from '../../server/cli/choices';
import { PAGE_FORMATS } from '../../server/cli/summary-page';
import { unpack } from '../../server/import/formats/zip';
import { FORMATS } from '../../server/summary/formats';
import { buildProgram, folderWith, removeFolders, runProgram } from './run';

const NAME = 'kent.inspection.yaml';
const RECORD = 'authority: Kent\nevent: ILACS standard inspection\nfieldwork:\n  start: 2022-05-09\n  end: 2022-05-20\npublished: 2022-07-05\njudgements:\n  leadership: Outstanding\n  help and protection: Good\n  children in care and care leavers: Outstanding\n  Overall effectiveness: Outstanding\nstrengths:\n  - Children are at the centre.\n';

describe('summary', () => {
  before(buildProgram);
  after(removeFolders);

  const read = (cwd: string, name: string) => fs.readFileSync(path.join(cwd, name), 'utf8');

  it('offers the forms that there are', () => {
    assert.deepEqual(SUMMARY_FORMATS, [...Object.keys(FORMATS), 'pdf', ...PAGE_FORMATS]);
  });

  it('writes every form that it names', async () => {
    const cwd = folderWith({ [NAME]: RECORD });
    const begins: Record<string, RegExp> = {
      text: /^Kent: ILACS standard inspection, May 2022\n====/, markdown: /^# Kent: ILACS/, html: /^<!DOCTYPE html>/, tsv: /^Judgement\tGrade\n/, json: /^\{\n {2}"version": 1,/,
    };
    for (const [format, beginning] of Object.entries(begins)) {
      const { status, stdout } = await runProgram(['summary', '--format', format], { cwd });
      assert.equal(status, 0, format);
      assert.match(stdout, beginning);
    }
    assert.deepEqual((JSON.parse((await runProgram(['summary', '--format', 'json'], { cwd })).stdout) as { records: { path: string }[] }).records.map(record => record.path), [NAME]);
  });

  it('writes Word files', async () => {
    const cwd = folderWith({ [NAME]: RECORD });
    assert.deepEqual(await runProgram(['summary', '--format', 'docx', '--output', 'kent.docx'], { cwd }), { status: 0, stdout: '', stderr: '' });
    const body = unpack(fs.readFileSync(path.join(cwd, 'kent.docx')), name => name === 'word/document.xml').get('word/document.xml');
    assert.match(new TextDecoder().decode(body), /Children are at the centre\./);
    assert.deepEqual(fs.readdirSync(cwd).sort(), ['kent.docx', NAME]);
  });

  it('writes briefings, whose lines name the lines of the file, and warns of errors that these do not show', async () => {
    const cwd = folderWith({ [NAME]: RECORD, 'wrong.inspection.yaml': RECORD.replace('Outstanding', 'Outstandng') });
    const briefing = await runProgram(['summary', '--format', 'markdown', '--style', 'briefing', NAME], { cwd });
    assert.match(briefing.stdout, /Briefing made from kent\.inspection\.yaml.*\n[^]*## What is done well \(1\)\n\n- Children are at the centre\. \(line 13\)/);
    assert.equal(briefing.stderr, '');
    assert.match((await runProgram(['summary', '--style=briefing'], { cwd })).stderr, /^One record has errors, which a briefing does not show/);
  });

  it('writes over nothing without being told to, and leaves no half file', async () => {
    const cwd = folderWith({ [NAME]: RECORD, 'page.html': 'mine' });
    const refused = await runProgram(['summary', '--format=html', '--output', 'page.html'], { cwd });
    assert.deepEqual([refused.status, refused.stdout, refused.stderr, read(cwd, 'page.html')], [2, '', 'page.html: there is such a file already. --force writes over it.\n', 'mine']);
    assert.equal((await runProgram(['summary', '--format=html', '--output', 'page.html', '--force'], { cwd })).status, 0);
    assert.match(read(cwd, 'page.html'), /^<!DOCTYPE html>/);
    assert.equal((await runProgram(['summary', '--output', NAME, '--force'], { cwd })).status, 2);
    assert.equal(read(cwd, NAME), RECORD);
  });

  it('says what is needed for a PDF where there is no browser, and writes nothing', async () => {
    const cwd = folderWith({ [NAME]: RECORD });
    const none = await runProgram(['summary', '--format', 'pdf', '--output', 'kent.pdf'], { cwd, env: { PATH: cwd, CHROMIUM_PATH: '', PROGRAMFILES: cwd, LOCALAPPDATA: cwd } });
    // macOS has its browsers at places of their own.
    if (process.platform !== 'darwin') assert.match(none.stderr, /^There is no browser that could print\. To make a PDF, Chrome, Chromium or Edge is needed/);
    const wrong = await runProgram(['summary', '--format', 'pdf', '--output', 'kent.pdf'], { cwd, env: { CHROMIUM_PATH: path.join(cwd, 'nothing') } });
    assert.deepEqual([wrong.status, wrong.stderr], [2, `CHROMIUM_PATH is ${path.join(cwd, 'nothing')}, but there is no such program.\n`]);
    assert.deepEqual(fs.readdirSync(cwd), [NAME]);
  });

  it('writes the journey into a Word file without its picture where there is no browser, and says so; a picture alone is not written', async () => {
    const cwd = folderWith({ [NAME]: RECORD });
    const env = { CHROMIUM_PATH: path.join(cwd, 'nothing') };
    const word = await runProgram(['summary', '--journey', 'Kent', '--format', 'docx', '--output', 'kent.docx'], { cwd, env });
    assert.deepEqual([word.status, word.stderr], [0, `The file holds the table of the journey, and no picture of its time line. CHROMIUM_PATH is ${path.join(cwd, 'nothing')}, but there is no such program.\n`]);
    const picture = await runProgram(['summary', '--journey', 'Kent', '--format', 'png', '--output', 'kent.png'], { cwd, env });
    assert.equal(picture.status, 2);
    assert.deepEqual(fs.readdirSync(cwd).sort(), ['kent.docx', NAME]);
  });

  it('says so where the browser is no browser', async function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({ [NAME]: RECORD });
    const failed = await runProgram(['summary', '--format', 'pdf', '--output', 'kent.pdf'], { cwd, env: { CHROMIUM_PATH: '/bin/true' } });
    assert.equal(failed.status, 2);
    assert.match(failed.stderr, /^\/bin\/true has not made a PDF: it has ended\. To make a PDF/);
    assert.deepEqual(fs.readdirSync(cwd), [NAME]);
  });
});
