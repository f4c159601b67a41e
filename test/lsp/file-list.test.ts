import assert from 'node:assert/strict';
import fc from 'fast-check';
import { manyRecords } from '../../scripts/many-records.mjs';
import { fileList, keptList, PreparedList } from '../../server/lsp/file-list';
import type { Slice } from '../../server/records/slice';
import { RecordStream } from '../../server/records/stream';
import { Workspace } from '../../server/workspace/workspace';
import { newChecker } from '../support/checker';
import { runs } from '../support/property-tests';
import { apply, change } from '../workspace/changes';

/** Entries with letters beyond ASCII; none about a slice without a colon. */
const about = (slice: Slice, line: number, name: string) => slice.text.split('\n').flatMap((words, i) => (words.includes(':') ? [{ name: `${name} — ${words}`, line: line + i }] : []));

/** What is sent of a list, as whoever reads it takes it. */
function read(list: unknown): unknown {
  assert.ok(list instanceof PreparedList);
  return JSON.parse(`[${Buffer.concat(list.entries.between(1)).toString('utf8')}]`);
}

describe('lists about whole files', () => {
  it('are after any changes the same in bytes as in objects', () => {
    fc.assert(fc.property(fc.array(fc.tuple(change, fc.constantFrom('é', '𝒳')), { minLength: 1, maxLength: 20 }), steps => {
      const workspace = new Workspace(newChecker().reader);
      const [bytes, objects, sessions] = [fileList(true, about), fileList(false, about), new Map<string, object>()];
      for (const [each, name] of steps) {
        apply(each, workspace);
        for (const uri of workspace.uris) {
          const document = { stream: workspace.stream(uri)!, session: sessions.get(uri) ?? {} };
          sessions.set(uri, document.session);
          assert.deepEqual(read(bytes(document, name)), objects(document, name));
        }
      }
    }), { numRuns: runs(100) });
  });

  it('are the same in bytes as in objects also where each entry depends on something of its own', () => {
    fc.assert(fc.property(fc.array(fc.tuple(change, fc.nat(2)), { minLength: 1, maxLength: 20 }), steps => {
      const workspace = new Workspace(newChecker().reader);
      const [bytes, objects] = [keptList(true, about), keptList(false, about)];
      for (const [each, turn] of steps) {
        apply(each, workspace);
        for (const uri of workspace.uris) {
          const { slices, firstLines } = workspace.stream(uri)!;
          const rest = (index: number): [number, string] => [firstLines[index]!, ['é', '𝒳', 'é'][(index + turn) % 3]!];
          const expected = slices.flatMap((slice, index) => about(slice, ...rest(index)));
          assert.deepEqual(objects(slices, rest), expected);
          assert.deepEqual(read(bytes(slices, rest)), expected);
        }
      }
    }), { numRuns: runs(100) });
  });

  it('are written in ASCII', () => {
    const list = fileList(true, () => [{ é: '—𝒳\u007f' }])({ stream: RecordStream.of('x: 1\n'), session: {} });
    assert.equal(Buffer.concat((list as unknown as PreparedList).entries.pieces).toString('latin1'), ',{"\\u00e9":"\\u2014\\ud835\\udcb3\u007f"}');
  });

  it('are made anew for the records that a key press touches, and for those that it moves to other lines', () => {
    let made = 0;
    const list = fileList(true, slice => {
      made++;
      return [{ length: slice.text.length }];
    });
    const [stream, session] = [RecordStream.of(manyRecords(100)), {}];
    const at = { line: stream.firstLines[50]! + 1, character: 0 };
    const cost = (edited: RecordStream) => {
      made = 0;
      list({ stream: edited, session });
      return made;
    };
    assert.equal(cost(stream), 100);
    assert.equal(cost(stream), 0);
    const typed = stream.edit({ range: { start: at, end: at }, text: '# x' });
    assert.equal(cost(typed), 1);
    assert.equal(cost(typed.edit({ range: { start: at, end: at }, text: '\n' })), 50);
  });
});
