import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ByteRun } from '../../server/text/byte-run';
import { runs } from '../support/property-tests';

describe('bytes in a row', () => {
  it('are the same whatever pieces they are of', () => {
    fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 4 }), { maxLength: 30 }), fc.nat(100), fc.nat(100), (pieces, start, end) => {
      const run = ByteRun.of(pieces);
      const all = Buffer.concat(pieces);
      assert.deepEqual(Buffer.concat(run.between(start, end)), all.subarray(start, Math.max(start, end)));
      assert.deepEqual(Buffer.concat(run.between(start)), all.subarray(start));
      assert.ok(run.pieces.length <= 16);
    }), { numRuns: runs(300) });
  });
});
