import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { makeOds } from '../import/support';
import { makePdf, pageOf, WORDS } from '../import/make-pdf';
import { buildProgram, folderWith, removeFolders, runProgram } from './run';

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
});
