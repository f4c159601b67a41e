import assert from 'node:assert/strict';
import { hang, sideBySide, wrap } from '../../server/summary/columns';

describe('text in columns', () => {
  it('commands no terminal, whoever lays it out: a name of a file, of a region or of a kind of inspection', () => {
    assert.deepEqual(wrap('a\u001b[31m  b\nc', 80), ['a<U+001B>[31m b c']);
    assert.deepEqual(hang('- ', 'a \u202eb', 80), ['- a <U+202E>b']);
    assert.deepEqual(sideBySide(['a\u0007', 'b'], [10, 10]), ['a<U+0007>   b']);
  });

  it('is broken where it is too long, with what is hidden written out', () => {
    for (const line of wrap('\u0007'.repeat(20), 30)) assert.ok(line.length <= 30, line);
  });
});
