import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { cut, MOST_RECORDS } from '../../server/records/cut';
import { RecordStream } from '../../server/records/stream';
import { newChecker } from '../support/checker';
import { runs } from '../support/property-tests';

/** Pieces that a text is made of: what people write, and what makes cutting a stream hard. */
const PIECES = [
  'authority: Kirklees\n', 'event: ILACS standard inspection\n', 'fieldwork:\n  start: 2024-07-08\n', 'judgements:\n  Overall effectiveness: Good\n', 'strengths:\n  - Good\n',
  '---\n', '---\r\n', '--- # one\n', '---', '...\n', '...', '%YAML 1.2\n', '# a comment\n', '\n', '\r\n', '\r', ' ', '  ', '\t', '-', '.', ':', '"', "'", '[', '{', '|\n', '\u{1F600}', '\ufeff', 'autho', 'x: 1\n', 'é', '\u2028', '<<<<<<< HEAD\n',
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map(pieces => pieces.join(''));
const edit = fc.record({ from: fc.nat(), length: fc.oneof(fc.constant(0), fc.nat(6), fc.nat(200)), text: fc.oneof(fc.constant(''), fc.constantFrom(...PIECES), text) });

describe('a stream of records', () => {
  it('after any edits is what it would be if read from scratch: slices, places and findings', () => {
    fc.assert(fc.property(text, fc.array(edit, { minLength: 1, maxLength: 12 }), (start, edits) => {
      const checker = newChecker();
      // The editor's own idea of the text is the yardstick for places and edits.
      const document = TextDocument.create('file:///x', 'inspection-record', 0, start);
      let stream = RecordStream.of(start);
      edits.forEach((change, version) => {
        const from = change.from % (document.getText().length + 1);
        const range = { start: document.positionAt(from), end: document.positionAt(from + change.length) };
        TextDocument.update(document, [{ range, text: change.text }], version + 1);
        stream = stream.edit({ range, text: change.text });
        assertLikeFresh(stream, document, checker);
      });
    }), { numRuns: runs(500) });
  });

  it('cuts behind ... as if read from scratch', () => {
    const after = RecordStream.of('...\nx\r\n---\n').edit({ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } }, text: '' });
    assert.deepEqual(after.slices.map(({ text }) => text), ['...\n', '\r\n---\n']);
  });

  it('shares the slices that an edit did not touch', () => {
    const before = RecordStream.of('a: 1\n---\nb: 2\n---\nc: 3\n---\nd: 4\n');
    const after = before.edit({ range: { start: { line: 4, character: 3 }, end: { line: 4, character: 4 } }, text: '5' });
    assert.deepEqual(after.slices.map((slice, index) => slice === before.slices[index]), [true, true, false, true]);
  });

  it('takes known slices over when the whole text is sent again', () => {
    const before = RecordStream.of('a: 1\n---\nb: 2\n');
    const after = before.edit({ text: 'a: 1\n---\nb: 3\n' });
    assert.equal(after.slices[0], before.slices[0]);
    assert.notEqual(after.slices[1], before.slices[1]);
  });

  it('reads and checks only the record that an edit touched, in a file of any size', () => {
    for (const records of [1, 10, 100, 1000]) {
      const checker = newChecker();
      const before = RecordStream.of(Array.from({ length: records }, (_, i) => `---\nauthority: Kirklees\nnotes: x${i}\n`).join(''));
      before.slices.forEach(slice => checker.findings(slice));
      assert.deepEqual(checker.work, { recordsRead: records, recordsChecked: records });
      const line = 3 * Math.floor(records / 2) + 2;
      const after = before.edit({ range: { start: { line, character: 7 }, end: { line, character: 8 } }, text: 'y' });
      after.slices.forEach(slice => checker.findings(slice));
      assert.deepEqual(checker.work, { recordsRead: records + 1, recordsChecked: records + 1 });
    }
  });
});

describe('a text of more records than are kept in one file', () => {
  const RECORD = '---\nx: 1\n';
  const place = (line: number) => ({ line, character: 0 });

  it('stays in one piece, of which is said that there are too many', () => {
    const { slices } = RecordStream.of(RECORD.repeat(MOST_RECORDS + 1));
    assert.deepEqual(slices.map(({ record }) => record.faults.map(({ kind }) => kind)), [['too-many-records']]);
  });

  it('is cut as soon as it holds fewer, and in one piece again when it holds more', () => {
    const most = RecordStream.of(RECORD.repeat(MOST_RECORDS));
    assert.equal(most.slices.length, MOST_RECORDS);
    const more = most.edit({ range: { start: place(20), end: place(20) }, text: RECORD });
    assert.equal(more.slices.length, 1);
    assert.equal(more.edit({ range: { start: place(20), end: place(22) }, text: '' }).slices.length, MOST_RECORDS);
  });
});

describe('cutting a stream', () => {
  for (const [what, input, slices] of [
    ['at lines that begin with ---', 'a: 1\n---\nb: 2\n', ['a: 1\n', '---\nb: 2\n']],
    ['inside quoted and block texts too, as YAML does', 'a: |\n  x\n---\nb: "y\n---\nz"\n', ['a: |\n  x\n', '---\nb: "y\n', '---\nz"\n']],
    ['not at longer or indented dashes', 'a: 1\n----\n ---\n---x\n', ['a: 1\n----\n ---\n---x\n']],
    ['not before the first --- where only comments and directives stand before it', '# head\n%YAML 1.2\n---\na: 1\n', ['# head\n%YAML 1.2\n---\na: 1\n']],
    ['after lines that begin with ...', 'a: 1\n...\n# next\n---\nb: 2\n', ['a: 1\n...\n', '# next\n---\nb: 2\n']],
    ['with CRLF and lone CR', 'a: 1\r\n---\r\nb: 2\r---\rc: 3', ['a: 1\r\n', '---\r\nb: 2\r', '---\rc: 3']],
    ['of nothing into one empty slice', '', ['']],
  ] as const) {
    it(what, () => assert.deepEqual(cut(input), slices));
  }
});

function assertLikeFresh(stream: RecordStream, document: TextDocument, checker: ReturnType<typeof newChecker>): void {
  const text = document.getText();
  const fresh = RecordStream.of(text);
  assert.deepEqual(stream.slices.map(slice => slice.text), fresh.slices.map(slice => slice.text));
  assert.deepEqual(stream.offsets, fresh.offsets);
  assert.deepEqual(stream.firstLines, fresh.firstLines);
  assert.equal(stream.text, text);
  assert.equal(stream.length, text.length);
  assert.equal(stream.lineCount, document.lineCount);
  for (let offset = 0; offset <= text.length; offset += 7) {
    if (text[offset - 1] === '\r' && text[offset] === '\n') continue; // no place of its own
    const at = stream.locateOffset(offset);
    assert.deepEqual(stream.positionOf(at.index, at.offset), document.positionAt(offset), `offset ${offset}`);
    const back = stream.locate(document.positionAt(offset));
    assert.equal(stream.offsets[back.index]! + back.offset, offset, `place of ${offset}`);
  }
  const anew = newChecker();
  stream.slices.forEach((slice, index) => {
    assert.deepEqual(checker.findings(slice), anew.findings(fresh.slices[index]!));
    assert.deepEqual(slice.record, fresh.slices[index]!.record);
  });
}
