import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../server/text/spelling';
import { runs } from '../support/property-tests';

const character = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...'aZ9\'-(/') }, { weight: 2, arbitrary: fc.constant(' ') }, fc.constantFrom(...' .,:;_&`é–…\u00a0ﬁ\t\n'));

describe('what people do not mean by a difference', () => {
  it('is folded the same in names that differ by letter case alone, which are folded at once', () => {
    // Curly quotes around the whole go; with them it is folded step by step.
    fc.assert(fc.property(fc.string({ unit: character, maxLength: 8 }), text => assert.equal(fold(text), fold(`“${text}”`))), { numRuns: runs(3000) });
  });

  it('is letter case, white space, quotes, signs for words, and what a sentence ends with', () => {
    for (const [text, folded] of Object.entries({ 'St. Helens': 'st. helens', 'Good.': 'good', ' “Requires  improvement” ': 'requires improvement', 'Bournemouth, Christchurch & Poole': 'bournemouth, christchurch and poole', 'care_leavers:': 'care leavers', 'children’s – all': "children's - all" })) assert.equal(fold(text), folded);
  });
});
