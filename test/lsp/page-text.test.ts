import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linesOf } from '../../client/webview/page-lines';
import { manyRecords } from '../../scripts/many-records.mjs';
import { changedPieces, changedPlaces, pageText, type PageText } from '../../server/lsp/page-text';
import type { PagePiece } from '../../server/lsp/protocol';
import { RecordStream } from '../../server/records/stream';
import { writeJourney } from '../../server/summary/journey/html';
import { viewJourney } from '../../server/summary/journey/journey';
import { writeOverview } from '../../server/summary/overview/html';
import { viewOverview } from '../../server/summary/overview/overview';
import { authorityOf, type Placed } from '../../server/summary/placed';
import { newChecker, reference, TODAY } from '../support/checker';
import { runs } from '../support/property-tests';

const checker = newChecker();
const patched = (pieces: PagePiece[] | undefined, before: readonly string[]) => (pieces ? linesOf(pieces, before) : [...before]);

/** The pages about a text, as they are sent. */
function pagesOf(stream: RecordStream): PageText[] {
  const records = stream.slices.flatMap((slice, index): Placed[] => {
    const inspection = checker.inspection(slice);
    return inspection ? [{ inspection, file: 0, fileName: 'all.inspection.yaml', lineOf: offset => stream.positionOf(index, offset).line }] : [];
  });
  const overview = viewOverview({ folder: 'all', records, reference, today: TODAY });
  const recordsOf = (name: string) => records.filter(({ inspection }) => authorityOf(inspection)?.name === name);
  const journey = viewJourney({ authority: reference.authorities.named('Kent')!, recordsOf, reference, today: TODAY });
  return [writeOverview(overview, { leadsToText: true }), writeJourney(journey, { leadsToText: true })].map(({ text }) => pageText(text));
}

describe('a page about many records, sent in pieces', () => {
  it('is the whole page, whatever lines come, go and move', () => {
    // Few different lines, so that many stand more than once.
    const page = fc.array(fc.constantFrom('', 'a', 'b', '<tr>', '</tr>', 'c d', 'é'), { minLength: 1, maxLength: 30 });
    fc.assert(fc.property(page, page, (before, after) => {
      assert.deepEqual(patched(changedPieces(after, before), before), after);
    }), { numRuns: runs(1000) });
  });

  it('is the whole page after any edits of its records', () => {
    const records = Array.from({ length: 24 }, (_, n) => `authority: ${['Kent', 'Leeds', 'Essex'][n % 3]!}\nevent: ILACS standard inspection\nfieldwork:\n  start: ${2018 + Math.floor(n / 3)}-03-05\njudgements:\n  Overall effectiveness: Good\nactions:\n  - {action: Do ${n}, due: 2024-01-0${(n % 9) + 1}}\n`);
    const edit = fc.record({ record: fc.nat(23), change: fc.constantFrom(['Good', 'Inadequate'], ['Good', 'Outstanding'], ['Kent', 'Surrey'], ['authority', '# A line\nauthority'], ['03-05', '04-02'], ['Do ', 'Do not ']) });
    fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), edits => {
      let stream = RecordStream.of(records.join('---\n'));
      let before = pagesOf(stream);
      const edited = [...records];
      for (const { record, change: [was, now] } of edits) {
        edited[record] = edited[record]!.replace(was!, now!);
        stream = RecordStream.of(edited.join('---\n'), stream);
        const after = pagesOf(stream);
        for (const [i, { lines, places }] of after.entries()) {
          assert.deepEqual(patched(changedPieces(lines, before[i]!.lines), before[i]!.lines), lines);
          assert.deepEqual(changedPlaces(places, before[i]!.places) ?? before[i]!.places, places);
        }
        before = after;
      }
    }), { numRuns: runs(15) });
  });

  it('leads where it led: each element has a file and a line', () => {
    for (const { lines, places } of pagesOf(RecordStream.of(manyRecords(200)))) {
      assert.equal([...lines.join('\n').matchAll(/data-leads=""/g)].length * 2, places.length);
      assert.doesNotMatch(lines.join('\n'), /data-(?:file|line)=/);
    }
  });

  for (const count of [1000, 10_000]) {
    it(`is sent in few characters after an edit, of ${count} records`, () => {
      const text = manyRecords(count);
      const stream = RecordStream.of(text);
      const [before] = pagesOf(stream);
      const sizeAfter = (was: string, now: string): number => {
        const at = text.indexOf(was, text.indexOf(`id: made-up-${count > 5000 ? 700 : count - 50}\n`));
        const [after] = pagesOf(RecordStream.of(text.slice(0, at) + now + text.slice(at + was.length), stream));
        return JSON.stringify([changedPieces(after!.lines, before!.lines) ?? [], changedPlaces(after!.places, before!.places) ?? []]).length;
      };
      assert.ok(JSON.stringify(before!.lines).length > 200_000);
      // A word of which the page says nothing; a line, after which everything stands elsewhere; and a grade, which is told in several places.
      assert.equal(sizeAfter('Staff morale', 'Staff spirit'), '[[],[]]'.length);
      assert.ok(sizeAfter('authority: ', '# A comment\nauthority: ') < 10_000);
      assert.ok(sizeAfter('Overall effectiveness: Good', 'Overall effectiveness: Inadequate') < 20_000, String(sizeAfter('Overall effectiveness: Good', 'Overall effectiveness: Inadequate')));
    });
  }
});
