import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wrapText } from '../../../server/features/format/wrap-text';
import { pairOf, toValue, type MapNode, type ScalarNode } from '../../../server/records/node';
import { readRecord } from '../../../server/records/read';
import { applyEdits } from '../../../server/text/edits';
import { runs } from '../../support/property-tests';

function wrapped(text: string, wrapAt = 20): string {
  const record = readRecord(text);
  const value = pairOf(record.root as MapNode, 'notes')!.value;
  const node = value.kind === 'list' ? value.items[0]! : value;
  return node.kind === 'scalar' ? applyEdits(text, wrapText(record, node, wrapAt)) : text;
}

const CASES: readonly (readonly [string, string, string?])[] = [
  ['a plain text', 'notes: One two three four five six.\n', 'notes: >-\n  One two three four\n  five six.\n'],
  ['with its comment', 'notes: One two three four five six. # sure\n', 'notes: >- # sure\n  One two three four\n  five six.\n'],
  ['a quoted text', 'notes: "One: two # three four five six."\n', 'notes: >-\n  One: two # three\n  four five six.\n'],
  ['a text with paragraphs', 'notes: "One two three four five.\\n\\nTwo: six.\\n"\n', 'notes: >\n  One two three four\n  five.\n\n\n  Two: six.\n'],
  ['a folded text', 'notes: > # sure\n    One two three four five six.\n    Seven.\nx: 1\n', 'notes: > # sure\n  One two three four\n  five six. Seven.\nx: 1\n'],
  ['an entry of a list', 'notes:\n    - One two three four five six.\n', 'notes:\n    - >-\n      One two three\n      four five six.\n'],
  ['a value on its own line, with an anchor', 'notes:\n  &a One two three four five six.\nx: *a\n', 'notes:\n  &a >-\n  One two three four\n  five six.\nx: *a\n'],
  ['a text over lines', 'notes: One two three four five\r\n  six.\r\nx: 1\r\n', 'notes: >-\r\n  One two three four\r\n  five six.\r\nx: 1\r\n'],
  ['not a short text', 'notes: One two.\n'],
  ['not a literal text', 'notes: |\n  One two three four five six.\n'],
  ['not in braces', 'x: 1\nnotes: [One two three four five six]\n'],
  ['not where its spaces could not be kept', 'notes: "  One two three four five six."\n'],
  ['not where its characters could not', 'notes: "One two three\\u0007 four five six."\n'],
  ['not what is no text', 'notes: 1234567890123456789012345\n'],
];

describe('wrapping a long text', () => {
  for (const [what, text, right = text] of CASES) it(what, () => assert.equal(wrapped(text), right));

  it('keeps every value', () => {
    const piece = fc.constantFrom('one', 'two ', ' three', 'x', '#', '- y', ': ', '\n', '\n\n', '\t', '---', '"', "'", '\\', 'é', '\u2028', 'a-long-word-without-spaces', ' ');
    fc.assert(fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(30), (pieces, wrapAt) => {
      const value = pieces.join('');
      const text = `notes: ${JSON.stringify(value)}\nx: 1\n`;
      const after = readRecord(wrapped(text, wrapAt));
      assert.deepEqual(after.faults, []);
      assert.deepEqual(toValue(after.root!), { notes: value, x: 1 });
    }), { numRuns: runs(1000) });
  });

  it('is done once', () => {
    const text = wrapped('notes: One two three four five six.\n');
    const record = readRecord(text);
    assert.deepEqual(wrapText(record, pairOf(record.root as MapNode, 'notes')!.value as ScalarNode, 20), []);
  });
});
