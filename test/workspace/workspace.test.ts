import assert from 'node:assert/strict';
import fc from 'fast-check';
import { manyRecords, oneRecord } from '../../scripts/many-records.mjs';
import { RecordStream } from '../../server/records/stream';
import { AmongOthers } from '../../server/workspace/among';
import type { WorkspaceRecord } from '../../server/workspace/record';
import { Vocabulary } from '../../server/workspace/vocabulary';
import { Workspace } from '../../server/workspace/workspace';
import { newChecker } from '../support/checker';
import { runs } from '../support/property-tests';
import { apply, AUTHORITIES, change, described, IDS, place } from './changes';

describe('a workspace', () => {
  it('after any changes of its files knows what one knows that has just read them', () => {
    fc.assert(fc.property(fc.array(change, { minLength: 1, maxLength: 10 }), changes => {
      const checker = newChecker();
      const workspace = new Workspace(checker.reader);
      const among = new AmongOthers(workspace);
      const vocabulary = new Vocabulary(workspace);
      for (const each of changes) {
        apply(each, workspace);
        if (each.do !== 'read some') assert.deepEqual(knowledge(workspace, among, vocabulary, checker), fromScratch(workspace));
      }
    }), { numRuns: runs(60) });
  });

  // Work is counted, not timed: what grows with the square of the records would show in one of these numbers.
  for (const count of [1, 10, 100, 1000, 10_000]) {
    it(`of ${count} records in one file reads each once; a key press costs one record and its journey`, () => {
      const { workspace, among, work, compareAll } = begin();
      const before = RecordStream.of(manyRecords(count));
      workspace.set('file:///many', before);
      compareAll();
      assert.deepEqual(work(), { read: count, checked: count, compared: count });
      assert.ok(among.work.othersSeen <= 3 * count, `${among.work.othersSeen} others looked at`);
      const number = Math.floor(count / 2);
      const journey = workspace.journey(workspace.record(before.slices[number]!)!.authority!).length;
      const line = before.firstLines[number]! + before.slices[number]!.text.split('\n').findIndex(words => words.startsWith('notes:'));
      workspace.set('file:///many', before.edit({ range: { start: { line, character: 7 }, end: { line, character: 7 } }, text: 'x' }));
      compareAll();
      assert.deepEqual(work(), { read: count + 1, checked: count + 1, compared: count + journey });
    });

    it(`of ${count} records of one authority, none of which was graded, looks at few others of each`, () => {
      const { workspace, work, compareAll, among } = begin();
      const record = (n: number) => `id: one-for-all\nauthority: Kent\nevent: Monitoring visit\nordinal: ${n + 1}\npublished: ${2016 + (n % 9)}-0${1 + (n % 7)}-${10 + (n % 15)}\n`;
      workspace.set('file:///kent', RecordStream.of(Array.from({ length: count }, (_, n) => record(n)).join('---\n')));
      compareAll();
      assert.equal(work().compared, count);
      assert.ok(among.work.othersSeen <= 3 * count, `${among.work.othersSeen} others looked at`);
    });

    it(`of ${count} files reads each once; a file that changes, comes or goes costs its own record and its journey`, () => {
      const { workspace, work, compareAll } = begin();
      const name = (n: number) => `file:///${n}.inspection.yaml`;
      for (let n = 0; n < count; n++) workspace.set(name(n), RecordStream.of(oneRecord(n)));
      compareAll();
      assert.deepEqual(work(), { read: count, checked: count, compared: count });
      const number = Math.floor(count / 2);
      const journey = () => workspace.journey(workspace.record(workspace.stream(name(number))!.slices[0]!)!.authority!).length;
      let compared = count;
      const change = (what: () => void, read: number) => {
        what();
        compareAll();
        assert.deepEqual(work(), { read, checked: read, compared: (compared += journey()) });
      };
      change(() => workspace.set(name(number), RecordStream.of(`${oneRecord(number)}x_checked: yes\n`, workspace.stream(name(number)))), count + 1);
      change(() => workspace.set('file:///new', RecordStream.of(oneRecord(number).replace(/^id: .*/, 'id: new'))), count + 2);
      change(() => workspace.delete('file:///new'), count + 2);
    });
  }
});

describe('ids that no record has', () => {
  it('are compared with few others, however many there are, and the right one is among these', () => {
    const { workspace } = begin();
    workspace.set('file:///many', RecordStream.of(manyRecords(3000)));
    for (const [written, meant] of [['made-up-1234x', 'made-up-1234'], ['mad-up-777', 'made-up-777'], ['xade-up-2999', 'made-up-2999'], ['made-up 1204', 'made-up-1204']]) {
      const like = workspace.idsLike(written!);
      assert.ok(like.length <= 200 && like.includes(meant!), `${written}: ${like.length}`);
    }
    workspace.delete('file:///many');
    assert.deepEqual(workspace.idsLike('made-up-1'), []);
  });

  it('do not make every key press in another record cost as many look-ups', () => {
    const { workspace, work, compareAll } = begin();
    const record = (id: string, authority: string) => `id: ${id}\nauthority: ${authority}\nevent: ILACS focused visit\nfollows: not-here\n`;
    const text = [...Array.from({ length: 50 }, (_, n) => record(`kent-${n}`, 'Kent')), record('leeds', 'Leeds')].join('---\n');
    const typed = (from: RecordStream, change: string) => RecordStream.of(`${from.text}${change}`, from);
    const before = RecordStream.of(text);
    workspace.set('file:///a', before);
    compareAll();
    const after = typed(before, 'notes: x\n');
    workspace.set('file:///a', after);
    compareAll();
    assert.deepEqual(work(), { read: 52, checked: 52, compared: 52 });
    // A new id is another matter: it may be the one that was meant.
    workspace.set('file:///a', typed(after, '---\nid: leeds-2\n'));
    compareAll();
    assert.equal(work().compared, 52 + 52);
  });
});

/** A workspace, and what was done for it. */
function begin() {
  const checker = newChecker();
  const workspace = new Workspace(checker.reader);
  const among = new AmongOthers(workspace);
  return {
    workspace,
    compareAll: () => { for (const uri of workspace.uris) for (const slice of workspace.stream(uri)!.slices) among.findings(slice, checker); },
    work: () => ({ read: checker.work.recordsRead, checked: checker.work.recordsChecked, compared: among.work.recordsCompared }),
    among,
  };
}

/** All that can be asked, with places as words. */
function knowledge(workspace: Workspace, among: AmongOthers, vocabulary: Vocabulary, checker: ReturnType<typeof newChecker>): unknown {
  const places = (records: readonly WorkspaceRecord[]) => records.map(place);
  return {
    ids: workspace.knownIds,
    withId: IDS.map(id => places(workspace.withId(id))),
    pointingTo: [...IDS, 'a finding'].map(id => places(workspace.pointingTo(id))),
    journeys: AUTHORITIES.map(authority => places(workspace.journey(authority))),
    all: places([...workspace.all()]),
    used: ['authority', 'follow_up/*/follows'].map(field => vocabulary.used(field)),
    findings: workspace.uris.sort().map(uri => workspace.stream(uri)!.slices.map(slice => among.findings(slice, checker).map(described))),
  };
}

/** What a workspace knows that reads the same files in another order. */
function fromScratch(workspace: Workspace): unknown {
  const checker = newChecker();
  const fresh = new Workspace(checker.reader);
  for (const uri of workspace.uris.reverse()) fresh.set(uri, RecordStream.of(workspace.stream(uri)!.text));
  return knowledge(fresh, new AmongOthers(fresh), new Vocabulary(fresh), checker);
}
