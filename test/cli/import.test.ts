import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { makeOds } from '../import/support';
import { makePdf, pageOf, WORDS } from '../import/make-pdf';
import { buildProgram, folderWith, PROGRAM, removeFolders, runProgram } from './run';

const LETTER = [pageOf(['Focused visit to Kirklees children’s services', '', 'This letter is about the focused visit to Kirklees on 21 and 22 June 2023.']), WORDS];

/** A document behind a password that nobody knows. */
function locked(): Buffer {
  const text = Buffer.from(makePdf(LETTER)).toString('latin1');
  const key = 'A'.repeat(32);
  return Buffer.from(text.replace(/trailer\n<</, `trailer\n<</ID[(x)(x)]/Encrypt<</Filter/Standard/V 1/R 2/O(${key})/U(${key})/P -4>>`), 'latin1');
}

describe('import of files that are no text', () => {
  before(buildProgram);
  after(removeFolders);

  it('reads a report and a spreadsheet, names what cannot be read, and imports the rest', async () => {
    const cwd = folderWith({
      'letter.pdf': Buffer.from(makePdf(LETTER)),
      'table.csv': Buffer.from(makeOds({ Visits: [['Local authority name', 'Inspection date', 'Inspection type'], ['Kent', { day: '2019-03-12' }, 'ILACS Focused Visit']] })),
      'locked.pdf': locked(),
      'half.pdf': Buffer.from(makePdf(LETTER)).subarray(0, 200),
      'other.bin': Buffer.from([1, 2, 0, 3]),
    });
    const { status, stdout, stderr } = await runProgram(['import', 'locked.pdf', 'letter.pdf', 'half.pdf', 'other.bin', 'table.csv', '--split', 'authority'], { cwd });
    assert.equal(stdout, 'kent.inspection.yaml\nkirklees.inspection.yaml\n');
    assert.equal(stderr, `locked.pdf: it is behind a password; save it without one.
half.pdf: it is damaged, or was not downloaded to its end.
other.bin: it is none of the kinds that can be read: PDF, ODS, XLSX, CSV or JSON.
2 records read.
`);
    assert.equal(status, 2);
    assert.deepEqual(fs.readdirSync(cwd).filter(name => name.endsWith('.yaml')), ['kent.inspection.yaml', 'kirklees.inspection.yaml']);
    assert.match(fs.readFileSync(path.join(cwd, 'kirklees.inspection.yaml'), 'utf8'), /^event: ILACS focused visit\nfieldwork:\n {2}start: 2023-06-21\n {2}end: 2023-06-22\n/m);
  });

  it('waits for no pipe, reads no device and no folder, follows links, and reads the rest', async function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({ 'table.csv': 'Local authority name,Inspection date,Inspection type\nKent,12/03/2019,focused visit\n', 'folder/other.csv': '' });
    execFileSync('mkfifo', [path.join(cwd, 'pipe.csv')]);
    fs.symlinkSync('/dev/zero', path.join(cwd, 'zero.pdf'));
    fs.symlinkSync('table.csv', path.join(cwd, 'link.csv'));
    fs.symlinkSync('round.csv', path.join(cwd, 'round.csv'));
    const { status, stdout, stderr } = await runProgram(['import', 'pipe.csv', 'zero.pdf', 'folder', '.', 'round.csv', 'gone.csv', 'link.csv'], { cwd });
    assert.equal(stderr, `pipe.csv: it is no file but a pipe or a device; save what comes from it in a file.
zero.pdf: it is no file but a pipe or a device; save what comes from it in a file.
folder: it is a folder; name the files in it.
.: it is a folder; name the files in it.
round.csv: its links lead round in a circle.
gone.csv: there is no such file or folder.
1 record read.
`);
    assert.match(stdout, /^authority: Kent\n[^]*title: link\.csv, row 2\n$/);
    assert.equal(status, 2);
  });

  it('does not take a file for whole whose bytes are not as many as it says', async function () {
    // Linux says of what it makes while it is read that it holds nothing.
    if (!fs.existsSync('/proc/version')) this.skip();
    const { stderr } = await runProgram(['import', '/proc/version'], { cwd: folderWith({}) });
    assert.match(stderr, /it was changed while it was read; import it again when it is whole\.\n$/);
  });

  it('writes nothing outside of the folder that it is given, whatever an authority is called', async () => {
    const names = ['../x', '..', '/etc/x', 'a/b', 'C:\\x', '.', '~', '\u202eKent', 'con', 'x'.repeat(500)];
    const cwd = folderWith({ 'in/table.csv': `Local authority name;Inspection date;Inspection type\n${names.map(name => `${name};12/03/2019;focused visit\n`).join('')}` });
    const { stdout } = await runProgram(['import', 'table.csv', '--split', 'authority', '--output', 'out'], { cwd: path.join(cwd, 'in') });
    const made = fs.readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.yaml'));
    assert.deepEqual(stdout.trimEnd().split('\n').map(name => path.join('in', name)).sort(), made.sort());
    assert.ok(made.length > 5 && made.every(name => path.dirname(name) === path.join('in', 'out') && /^[a-z0-9-]{1,80}\.inspection\.yaml$/.test(path.basename(name))), made.join(' '));
  });

  it('merges the same twice without a change, and leaves line ends and comments', async () => {
    const record = '# mine\r\nauthority: Kent\r\nevent: ILACS focused visit # so\r\n\r\nfieldwork: {start: 2019-03-12}\r\n';
    const cwd = folderWith({ 'table.csv': 'Local authority name,Inspection date,Inspection type,Visit theme\nKent,12/03/2019,focused visit,Front door\nKirklees,12/03/2019,focused visit,Front door\n', 'records/kent.inspection.yaml': record });
    const first = await runProgram(['import', 'table.csv', '--merge', 'records'], { cwd });
    assert.equal(first.stdout, 'records/kent.inspection.yaml\nrecords/kirklees.inspection.yaml\n');
    const read = () => ['kent', 'kirklees'].map(name => fs.readFileSync(path.join(cwd, 'records', `${name}.inspection.yaml`), 'utf8'));
    const [kent, kirklees] = read();
    assert.equal(kent, '# mine\r\nauthority: Kent\r\nevent: ILACS focused visit # so\r\ntheme: Front door\r\n\r\nfieldwork: {start: 2019-03-12}\r\nsources:\r\n  - title: table.csv, row 2\r\n');
    const second = await runProgram(['import', 'table.csv', '--merge', 'records'], { cwd });
    assert.deepEqual([second.stdout, read()], ['', [kent, kirklees]]);
  });

  it('leaves every file whole when it is killed in the middle of merging', async () => {
    const authorities = ['Kent', 'Kirklees', 'Surrey', 'Leeds', 'Halton', 'Torbay', 'Slough', 'Luton', 'Derby', 'Bristol'];
    const many = (name: string) => Array.from({ length: 200 }, (_, index) => `authority: ${name}\nevent: ILACS focused visit\nfieldwork:\n  start: ${2000 + index}-03-12\nnotes: ${'x'.repeat(500)}\n`).join('---\n');
    const table = `Local authority name,Inspection date,Inspection type,Visit theme\n${authorities.map(name => `${name},2019-03-12,focused visit,Front door\n`).join('')}`;
    const cwd = folderWith({ 'table.csv': table, ...Object.fromEntries(authorities.map(name => [`records/${name.toLowerCase()}.inspection.yaml`, many(name)])) });
    const child = spawn(process.execPath, [PROGRAM, 'import', 'table.csv', '--merge', 'records'], { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
    // The first name says that a file was written; others are to come.
    child.stdout.once('data', () => child.kill('SIGKILL'));
    await once(child, 'close');
    for (const name of authorities) {
      const before = many(name);
      const after = fs.readFileSync(path.join(cwd, 'records', `${name.toLowerCase()}.inspection.yaml`), 'utf8');
      assert.ok(after === before || after.replace('theme: Front door\n', '').replace(/sources:\n {2}- title: table\.csv, row \d+\n/, '') === before, name);
    }
    const again = await runProgram(['import', 'table.csv', '--merge', 'records'], { cwd });
    assert.equal(again.status, 0, again.stderr);
    for (const name of authorities) assert.match(fs.readFileSync(path.join(cwd, 'records', `${name.toLowerCase()}.inspection.yaml`), 'utf8'), /theme: Front door/);
  });
});
