import assert from 'node:assert/strict';
import { visibleJson, visibleLines } from '../../server/text/visible';

describe('hidden characters', () => {
  it('are written out in lines, which stay lines', () => {
    assert.equal(visibleLines('a\u001b[31m\r\nb\u202e\rc\n\td'), 'a<U+001B>[31m\r\nb<U+202E><U+000D>c\n\td');
  });

  it('are written in JSON as JSON has them, and read the same', () => {
    const value = { 'a\u202e': ['\u009b31m', '\u{e0041}', '\ud800', '\n\t', '\ufeff'], b: { c: 1 } };
    assert.equal(visibleJson({ 'a\u202e': '\u{e0041}' }), '{"a\\u202e":"\\udb40\\udc41"}');
    for (const indent of [undefined, 2]) assert.deepEqual(JSON.parse(visibleJson(value, indent)), value);
    assert.equal(visibleJson({ a: 1 }, 2), '{\n  "a": 1\n}');
  });
});
