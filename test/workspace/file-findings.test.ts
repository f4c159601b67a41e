import assert from 'node:assert/strict';
import fc from 'fast-check';
import { manyRecords } from '../../scripts/many-records.mjs';
import type { Checker } from '../../server/findings/checker';
import type { Finding } from '../../server/findings/finding';
import type { Slice } from '../../server/records/slice';
import { RecordStream } from '../../server/records/stream';
import { AmongOthers } from '../../server/workspace/among';
import { FileFindings } from '../../server/workspace/file-findings';
import { Workspace } from '../../server/workspace/workspace';
import { newChecker } from '../support/checker';
import { runs } from '../support/property-tests';
import { apply, change, described } from './changes';

/** How the findings of a file are asked for after a change: perhaps of each record by itself, by another checker, in turns, or not to the end. */
const seldom = fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });
const look = fc.record({ isAlone: seldom, isOther: seldom, turn: fc.integer({ min: 1, max: 4 }), isLeft: seldom });

describe('findings of a file', () => {
  it('are after any changes of any files those of one that has just been read', () => {
    fc.assert(fc.property(fc.array(fc.tuple(change, look), { minLength: 1, maxLength: 20 }), steps => {
      const checkers = [newChecker(), newChecker()] as const;
      const workspace = new Workspace(checkers[0].reader);
      const among = new AmongOthers(workspace);
      const files = new Map<string, FileFindings>();
      for (const [each, { isAlone, isOther, turn, isLeft }] of steps) {
        apply(each, workspace);
        for (const uri of workspace.uris) {
          const stream = workspace.stream(uri)!;
          const asking = { checker: checkers[isOther ? 1 : 0], isAmong: !isAlone };
          const kept = files.get(uri) ?? new FileFindings(workspace, among);
          files.set(uri, kept);
          let found: readonly (readonly Finding[])[] | undefined;
          do {
            let left = turn;
            found = kept.check(stream, asking, Infinity, () => left-- === 0);
          } while (!found && !isLeft);
          if (found) assert.deepEqual(found.map(findings => findings.map(described)), fresh(stream, workspace, asking.isAmong));
        }
      }
    }), { numRuns: runs(100) });
  });

  it('change where the id that may be meant by a misspelt one comes or goes', () => {
    const { workspace, check } = begin('authority: Kent\nevent: ILACS focused visit\nfollows: kent-2018\n');
    const messages = () => check()!.flat().map(({ message }) => message).join('\n');
    assert.doesNotMatch(messages(), /kent-2019/);
    workspace.set('file:///other', RecordStream.of('id: kent-2019\nauthority: Leeds\n'));
    assert.match(messages(), /kent-2019/);
    workspace.delete('file:///other');
    assert.doesNotMatch(messages(), /kent-2019/);
  });

  // Work is counted, not timed.
  for (const count of [1, 10, 100, 1000, 10_000]) {
    it(`of ${count} records are asked for again where a key press bears on them, and nowhere else`, () => {
      const { workspace, among, check } = begin(manyRecords(count));
      const before = workspace.stream('file:///many')!;
      const number = Math.floor(count / 2);
      const journey = workspace.journey(workspace.record(before.slices[number]!)!.authority!).length;
      assert.equal(among.asked, count);
      const line = before.firstLines[number]! + before.slices[number]!.text.split('\n').findIndex(words => words.startsWith('notes:'));
      workspace.set('file:///many', before.edit({ range: { start: { line, character: 7 }, end: { line, character: 7 } }, text: 'x' }));
      check();
      assert.equal(among.asked, count + journey);
      check();
      assert.equal(among.asked, count + journey);
    });
  }

  it('are asked for as far as there are not more than are wanted', () => {
    const { workspace, among, check } = begin('x: 1\n---\n'.repeat(50));
    const all = check()!;
    const some = check(10)!;
    assert.equal(all.length, workspace.stream('file:///many')!.slices.length);
    assert.ok(some.length < all.length && some.flat().length > 10);
    assert.ok(some.slice(0, -1).flat().length <= 10);
    assert.deepEqual(some, all.slice(0, some.length));
    assert.equal(among.asked, all.length);
  });

  it('are given up where too much has changed to tell what bears on them, and asked for anew', () => {
    const { workspace, among, check } = begin(manyRecords(3));
    workspace.set('file:///others', RecordStream.of(manyRecords(2000)));
    workspace.advance();
    assert.equal(workspace.affectedSince(0), undefined);
    assert.deepEqual(check()!.map(findings => findings.map(described)), fresh(workspace.stream('file:///many')!, workspace, true));
    assert.equal(among.asked, 6);
  });
});

/** Counts the records that it is asked for. */
class CountingAmong extends AmongOthers {
  asked = 0;

  override findings(slice: Slice, checker: Checker): readonly Finding[] {
    this.asked++;
    return super.findings(slice, checker);
  }
}

/** A workspace with one file, whose findings have been asked for. */
function begin(text: string) {
  const checker = newChecker();
  const workspace = new Workspace(checker.reader);
  const among = new CountingAmong(workspace);
  const findings = new FileFindings(workspace, among);
  const check = (most = Infinity) => findings.check(workspace.stream('file:///many')!, { checker, isAmong: true }, most, () => false);
  workspace.set('file:///many', RecordStream.of(text));
  check();
  return { workspace, among, check };
}

/** The findings of a file, by those who ask for the first time. */
function fresh(stream: RecordStream, workspace: Workspace, isAmong: boolean): unknown {
  const checker = newChecker();
  const among = new AmongOthers(workspace);
  return stream.slices.map(slice => (isAmong ? among.findings(slice, checker) : checker.findings(slice)).map(described));
}
