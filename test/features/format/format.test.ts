import assert from 'node:assert/strict';
import fs from 'node:fs';
import fc from 'fast-check';
import { parseAllDocuments, parseDocument } from 'yaml';
import { canFormat, formatRecord, formatStream } from '../../../server/features/format';
import { toValue } from '../../../server/records/node';
import { Slice } from '../../../server/records/slice';
import { RecordStream } from '../../../server/records/stream';
import { applyEdits } from '../../../server/text/edits';
import { commentsOf } from '../../rules/fixture';
import { Dice } from './dice';
import { formatted } from './formatted';
import { canonical, layOut, wild } from './lay-out';
import { writtenRecord } from './written-record';
import { runs } from '../../support/property-tests';

const SAMPLES = fs.readdirSync('samples').filter(name => name.endsWith('.inspection.yaml')).map(name => `samples/${name}`);
const values = SAMPLES.filter(file => !file.includes('national')).flatMap(file => parseAllDocuments(fs.readFileSync(file, 'utf8')).map(document => document.toJS() as object));
const seed = fc.integer({ min: 0, max: 2 ** 31 });

/** What makes a layout hard to understand, in any order. */
const PIECES = [
  'a:', 'b: ', 'k :  v', 'key: text', '- ', '-   ', '- x', '- - y', '"q": "s"', "'t'", '"two', 'words"', '&n ', '*n', '!!str ', '{', '}', '[', ']', ',', ', ', '{x: 1,y:2}', '[1,2 ,  3]', '{\n', '\n}',
  '|\n', '>-\n', '|2\n', '|+\n', '  more\n', ' text', '# c', ' # c\n', '\n# own\n', '\n', '\n', '\n', '\n\n\n', '\r\n', '\r', '\n ', '\n  ', '\n   ', '\n    ', '\n      ', '\n\t', '  ', ' ', '\t',
  '---\n', '---', '...\n', '%YAML 1.2\n', '\\', '\\ \n', '\ufeff', '? ',
];
const anything = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map(pieces => pieces.join(''));

describe('formatting', () => {
  for (const file of SAMPLES) {
    it(`leaves ${file} as it is`, () => assert.deepEqual(formatStream(RecordStream.of(fs.readFileSync(file, 'utf8'))), []));
  }

  it('finds the canonical layout again, whatever the layout was: comments, blank lines, quotes, block texts and all', () => {
    fc.assert(fc.property(seed, fc.constantFrom(...values), fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\n', '\n\n\n'), (number, value, lineBreak, end) => {
      const dice = new Dice(number);
      const record = writtenRecord(value, dice);
      const right = layOut(record, canonical).replaceAll('\n', lineBreak);
      const odd = layOut(record, wild(dice)).replace(/\n$/, end).replaceAll('\n', lineBreak);
      assert.deepEqual(parseDocument(odd).errors, [], 'the text is not as it was to be');
      assert.deepEqual(parseDocument(odd).toJS(), parseDocument(right).toJS());
      assert.equal(formatted(odd), right);
      assert.deepEqual(formatRecord(new Slice(right)), []);
    }), { numRuns: runs(150) });
  });

  it('of any text keeps what it says and its comments, changes nothing but white space, and nothing when done again', () => {
    fc.assert(fc.property(anything, text => {
      const before = RecordStream.of(text);
      for (const { index, edits } of formatStream(before)) {
        const slice = before.slices[index]!;
        assert.ok(canFormat(slice));
        assert.ok(edits.every(edit => !/\S/.test(slice.text.slice(edit.start, edit.end) + edit.text)));
        const after = new Slice(applyEdits(slice.text, edits));
        assert.deepEqual(after.record.faults, []);
        assert.deepEqual(after.record.root && toValue(after.record.root), slice.record.root && toValue(slice.record.root));
        assert.deepEqual(commentsOf(after.text).map(comment => comment.trimEnd()), commentsOf(slice.text).map(comment => comment.trimEnd()));
      }
      assert.equal(formatted(formatted(text)), formatted(text));
    }), { numRuns: runs(1000) });
  });

  it('does not touch a record with a fault, but those beside it', () => {
    assert.equal(formatted('a:  1\n---\nb:  "1\n---\nc:  1\n'), 'a: 1\n---\nb:  "1\n---\nc: 1\n');
  });

  it('does not touch a record with a lone CR, which not every program takes for the end of a line', () => {
    assert.equal(formatted('a:  1\rb:  2\n'), 'a:  1\rb:  2\n');
  });
});

/** A name, what is written, and what becomes of it. */
const CASES: readonly (readonly [string, string, string])[] = [
  ['lists stand in from their key', 'a:\n- 1\n-   2\nb:\n      - c: 1\n        d: 2\n', 'a:\n  - 1\n  - 2\nb:\n  - c: 1\n    d: 2\n'],
  ['lists in lists', '- - 1\n  -  2\n-\n    - 3\n', '- - 1\n  - 2\n-\n  - 3\n'],
  ['a comment goes with what follows it', 'a:\n    - 1\n    # two\n    - 2\n# b\nb: 3\n', 'a:\n  - 1\n  # two\n  - 2\n# b\nb: 3\n'],
  ['a comment that is less deep than what follows is not the end of its block', 'a:\n    b: 1\n # c\n    c: 2\n', 'a:\n  b: 1\n  # c\n  c: 2\n'],
  ['an entry made a comment stays in its list', 'a:\n    - 1\n    # - 2\nb: 3\n', 'a:\n  - 1\n  # - 2\nb: 3\n'],
  ['entries that are all made comments stay below their key', 'a:\n      # - 1\n      # - 2\nb: 3\n', 'a:\n  # - 1\n  # - 2\nb: 3\n'],
  ['comments at the end stay in their blocks', 'a:\n    - b: 1\n      # in b\n    # in a\n# last\n', 'a:\n  - b: 1\n    # in b\n  # in a\n# last\n'],
  ['a comment at the end beside a list is about the record', 'a:\n- 1\n# last\n', 'a:\n  - 1\n# last\n'],
  ['comments at the ends of lines stay where they are', 'a:  1     # one\nbc: 2     # two\nd:   # three\n    - 1\n', 'a: 1     # one\nbc: 2     # two\nd:   # three\n  - 1\n'],
  ['comments before and beside the marker', '   # one\n---    # two\n   # three\na: 1\n', '# one\n---    # two\n# three\na: 1\n'],
  ['blank lines, at most one in a row', 'a: 1\n\n\n\nb: 2\n  \n# c\n\n\nc: 3\n\n\n', 'a: 1\n\nb: 2\n\n# c\n\nc: 3\n'],
  ['blank lines before the next record, at most one', 'a: 1\n\n\n---\n\n\nb: 2\n', 'a: 1\n\n---\n\nb: 2\n'],
  ['blank lines in a block text belong to it', 'a: |\n  x\n\n\n  y\n\n\n\nb: |+\n  z\n\n\n\nc: 1\n', 'a: |\n  x\n\n\n  y\n\nb: |+\n  z\n\n\n\nc: 1\n'],
  ['a block text goes with its key, and keeps its own spaces', 'a:\n      b: |\n          x  \n            y\n\n             \n          z\n', 'a:\n  b: |\n    x  \n      y\n\n       \n    z\n'],
  ['a block text that says how deep it stands', 'a:\n      b: |2\n           x\n        y\n', 'a:\n  b: |2\n       x\n    y\n'],
  ['a block text that becomes deeper', 'a:\n- >-\n x\n\n y\n', 'a:\n  - >-\n    x\n\n    y\n'],
  ['a text over lines', 'a: x\n         y\n\n z\nb: "x\n   y  \\  \n\n     z"\n', 'a: x\n  y\n\n  z\nb: "x\n  y  \\ \n\n  z"\n'],
  ['a value on a line of its own', 'a:\n      "x"\nb:\n    &n\n    c: 1\n', 'a:\n  "x"\nb:\n  &n\n  c: 1\n'],
  ['braces and brackets: spaces behind colons and commas, lines moved together', 'a:\n      b: { x: 1,y:  [1,2 , 3],\n         "z":1,\n\n\n      }\n', 'a:\n  b: { x: 1, y: [1, 2 , 3],\n     "z": 1,\n\n\n  }\n'],
  ['a record written as JSON', '{"a":1,\n\t"b":[1,2]}', '{"a": 1,\n  "b": [1, 2]}\n'],
  ['anchors and aliases', 'a:   &x   1\nb:  *x\n*x : 2\n&k  c : 3\n', 'a: &x 1\nb: *x\n*x : 2\n&k c: 3\n'],
  ['line breaks as they are', 'a:  1  \r\n\r\n\r\nb: >\r\n     x\r\n     y', 'a: 1\r\n\r\nb: >\r\n  x\r\n  y\r\n'],
  ['a byte order mark stays', '\ufeffa:  1\nb:\n- 2\n', '\ufeffa: 1\nb:\n  - 2\n'],
  ['a record that stands in', '   a: 1\n # c\n   b:\n   - 2\n', 'a: 1\n# c\nb:\n  - 2\n'],
  ['keys with a question mark are left alone', '?   a\n:   b\n', '?   a\n:   b\n'],
  ['a file with nothing in it', ' \n\n', ''],
  ['a file with only a comment', '\n\n  # c  ', '\n# c\n'],
];

describe('the canonical layout', () => {
  for (const [what, text, right] of CASES) {
    it(what, () => {
      assert.equal(formatted(text), right);
      assert.equal(formatted(right), right);
    });
  }

  it('leaves lines alone that have it: the edits are on the others', () => {
    const text = 'a: 1\nb:  2\nc: |\n  x  \nd:\n- 1\n- 2\n';
    assert.deepEqual(formatRecord(new Slice(text)), [{ start: 7, end: 9, text: ' ' }, { start: 25, end: 25, text: '  ' }, { start: 29, end: 29, text: '  ' }]);
  });
});
