import assert from 'node:assert/strict';
import { count, either, fitting, list, number, object, oneOf, optional, text } from '../../server/lsp/shapes';

describe('shapes of what comes from outside', () => {
  const shape = object({ name: text, places: optional(list(object({ line: count }))), kind: either(oneOf('a', 'b'), number) });

  it('are fitted by what has all that is read', () => {
    for (const value of [{ name: '', kind: 'a' }, { name: 'x', kind: 1, places: [], more: true }, { name: 'x', kind: 'b', places: [{ line: 1e300 }] }, { name: 'x', kind: 'b', places: null }]) assert.equal(shape(value), undefined);
  });

  it('name the first place that does not fit, and what was expected', () => {
    assert.deepEqual(shape(null), { path: '', expected: 'an object' });
    assert.deepEqual(shape({ kind: 'a' }), { path: '.name', expected: 'a text' });
    assert.deepEqual(shape({ name: '', kind: 'c' }), { path: '.kind', expected: 'one of a, b' });
    for (const line of [-1, 1.5, NaN, Infinity, '1', null]) assert.deepEqual(shape({ name: '', kind: 'a', places: [{ line: 0 }, { line }] }), { path: '.places[1].line', expected: 'a whole number, not below 0' });
  });

  it('can be had of anything, without what does not fit', () => {
    const said = object({ a: optional(object({ list: optional(list(text)), other: optional(text) })), b: optional(text) });
    assert.deepEqual(fitting({ a: { list: ['x', 5], other: 'y' }, b: 7, c: 8 } as unknown, said), { a: { other: 'y' }, c: 8 });
  });
});
