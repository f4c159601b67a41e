import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pairOf, type ScalarNode } from '../../server/records/node';
import { readRecord, type RecordText } from '../../server/records/read';
import { rewrite } from '../../server/rules/scalar-text';
import { applyEdits } from '../../server/text/edits';

const PLACES: Record<string, string> = {
  plain: 'a: b # c\nz: 1\n',
  'single quotes': "a: 'b' # c\nz: 1\n",
  'double quotes': 'a: "b" # c\nz: 1\n',
  folded: 'a: >- # c\n  b\n  b\nz: 1\n',
  literal: 'a: |\n  b\n\n\n# c\nz: 1\n',
  'braces': '{a: b, z: 1} # c\n',
  'an alias': 'x: &b b # c\na: *b\nz: 1\n',
};

function scalarAt(record: RecordText): ScalarNode {
  assert.ok(record.root?.kind === 'map');
  const node = pairOf(record.root, 'a')!.value;
  assert.ok(node.kind === 'scalar');
  return node;
}

function rewritten(source: string, text: string): string {
  const record = readRecord(source);
  return applyEdits(source, [rewrite(record, scalarAt(record), text)]);
}

describe('rewriting a value', () => {
  for (const [name, source] of Object.entries(PLACES)) {
    it(`in ${name} leaves the text that was meant, and all else`, () => {
      const awkward = fc.string({ unit: fc.constantFrom(...'ab1 :#-?,[]{}&*!|>\'"%@`~\\.=é…\t\n') });
      fc.assert(fc.property(fc.oneof(awkward, fc.constantFrom('Good', 'null', 'true', '12', '1e3', '0x1f', '~', '-', '? x', 'a: b', 'a #b', '---', '')), text => {
        const record = readRecord(rewritten(source, text));
        assert.deepEqual(record.faults, []);
        assert.equal(scalarAt(record).value, text);
        assert.ok(record.root?.kind === 'map' && pairOf(record.root, 'z'));
        assert.match(record.text, /# c/);
      }));
    });
  }

  it('keeps the quotes, and adds none that are not needed', () => {
    assert.equal(rewritten(PLACES.plain!, 'Bournemouth, Christchurch and Poole'), 'a: Bournemouth, Christchurch and Poole # c\nz: 1\n');
    assert.equal(rewritten(PLACES.braces!, 'Bournemouth, Christchurch and Poole'), '{a: "Bournemouth, Christchurch and Poole", z: 1} # c\n');
    assert.equal(rewritten(PLACES['single quotes']!, "Birmingham Children's Trust"), "a: 'Birmingham Children''s Trust' # c\nz: 1\n");
    assert.equal(rewritten(PLACES['double quotes']!, 'Good'), 'a: "Good" # c\nz: 1\n');
    assert.equal(rewritten(PLACES.folded!, 'Good'), 'a: Good # c\nz: 1\n');
  });
});
