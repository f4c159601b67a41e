import assert from 'node:assert/strict';
import fs from 'node:fs';
import fc from 'fast-check';
import { fixAll, mend } from '../../../server/features/actions/fix-all';
import { Slice } from '../../../server/records/slice';
import { commentsOf } from '../../../server/records/comments';
import { RecordStream } from '../../../server/records/stream';
import { applyEdits } from '../../../server/text/edits';
import { newChecker } from '../../support/checker';
import { runs } from '../../support/property-tests';

// Real records with mistakes that people make, in all combinations: what mending may do to them, and what it may not.

const read = (file: string) => RecordStream.of(fs.readFileSync(file, 'utf8')).slices.map(({ text }) => text);
const records = ['samples/kirklees.inspection.yaml', 'samples/kent.inspection.yaml', ...fs.readdirSync('samples/broken').map(name => `samples/broken/${name}`)]
  .flatMap(read).filter(text => text.length < 3000);

/** What a mistake makes of a line; the same line where it cannot be made there. */
type Mistake = (line: string) => string;
const mistakes: Mistake[] = [
  line => line.replace(/: Good$/, ': good'),
  line => line.replace(/: Requires improvement.*$/, ': "RI"'),
  line => line.replace(/: (ILACS|SIF) (\w+) (\w+)$/, ": '$2 $3'"),
  line => line.replace(/: (\d{4})-(\d\d)-(\d\d)$/, ': $3.$2.$1'),
  line => line.replace(/: (\d{4})-0(\d)-(\d\d)$/, ': $3/$2/$1'),
  line => line.replace('authority: Kent', 'authority: Kent County Council'),
  line => line.replace(/^(\w+):/, (_, name: string) => `${name[0]!.toUpperCase()}${name.slice(1)}:`),
  line => line.replace(/^published:/, 'publication date:'),
  line => line.replace(/^ {2}(Overall effectiveness|The experiences and progress of care leavers):/, '  "$1" :'),
  line => line.replace(/^ {2}The experiences and progress of/, '  Experiences and progress of'),
  line => line.replace(/^ {2}(?=\S)/, '\t'),
  line => `${line} # inspection-records: ignore unknown-grade`,
  line => `${line}   # said so #2`,
  line => `  # before\n${line}`,
];

const mistaken = fc.tuple(fc.constantFrom(...records), fc.array(fc.tuple(fc.nat(80), fc.constantFrom(...mistakes)), { minLength: 1, maxLength: 8 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([text, changes, lineBreak, isTurned]) => {
    const lines = text.split('\n');
    for (const [at, mistake] of changes) lines[at % lines.length] = mistake(lines[at % lines.length]!);
    const from = lines.findIndex(line => line === 'judgements:') + 1;
    if (isTurned && from > 0 && /^ {2}\w/.test(lines[from + 1] ?? '')) lines.splice(from, 2, lines[from + 1]!, lines[from]!);
    return lines.join(lineBreak);
  });

const checker = newChecker();
const mended = (text: string) => {
  const slice = new Slice(text);
  return applyEdits(text, fixAll(slice, checker));
};
const hold = (property: (text: string) => void) => fc.assert(fc.property(mistaken, property), { numRuns: runs(250) });

/** The lines on which nothing is said that would be mended. */
function linesLeftAlone(text: string): string[] {
  const slice = new Slice(text);
  const touched = checker.findings(slice).flatMap(({ fixes = [] }) => fixes.filter(({ all }) => all).flatMap(({ edits }) => edits));
  const lines = slice.lineStarts.map((start, i) => ({ start, end: slice.lineStarts[i + 1] ?? text.length }));
  return lines.filter(({ start, end }) => !touched.some(edit => edit.start < end && start <= edit.end)).map(({ start, end }) => text.slice(start, end));
}

function assertHolds(whole: readonly string[], part: readonly string[], text: string): void {
  const left = [...whole];
  for (const line of part) {
    const at = left.indexOf(line);
    assert.ok(at >= 0, `${JSON.stringify(line)} is lost in ${text}`);
    left.splice(at, 1);
  }
}

describe('mending all that can be mended', () => {

  it('leaves nothing to mend', () => hold(text => assert.deepEqual(fixAll(new Slice(mended(text)), checker), [])));

  it('leaves every line alone that it need not touch, to its line break', () => hold(text => {
    const after = mended(text);
    const slice = new Slice(after);
    assertHolds(slice.lineStarts.map((start, i) => after.slice(start, slice.lineStarts[i + 1])), linesLeftAlone(text), after);
  }));

  it('loses no comment but those that silence nothing', () => hold(text => {
    const comments = (of: string) => commentsOf(of, new Slice(of).record.root).map(comment => comment.text).filter(comment => !comment.includes('ignore'));
    assertHolds(comments(mended(text)), comments(text), text);
  }));

  it('makes nothing unreadable, and counts what it mends', () => hold(text => {
    const slice = new Slice(text);
    const { edits, findings } = mend(slice, checker);
    assert.equal(findings > 0, edits.length > 0);
    assert.ok(new Slice(applyEdits(text, edits)).record.faults.length <= slice.record.faults.length);
  }));
});
