import assert from 'node:assert/strict';
import fc from 'fast-check';
import { differingPart } from '../../server/text/differing-part';
import { applyEdits } from '../../server/text/edits';

describe('the differing part of two texts', () => {
  it('touches nothing of what both begin and end with', () => {
    assert.deepEqual(differingPart('a: 1\nc: 3\n', 'a: 1\nb: 2\nc: 3\n'), { start: 5, end: 5, text: 'b: 2\n' });
    assert.deepEqual(differingPart('aaa', 'aa'), { start: 2, end: 3, text: '' });
    assert.deepEqual(differingPart('same', 'same'), { start: 4, end: 4, text: '' });
  });

  it('makes one of the other', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '\n') }), fc.string({ unit: fc.constantFrom('a', 'b', '\n') }), (before, after) => {
      assert.equal(applyEdits(before, [differingPart(before, after)]), after);
    }));
  });
});
