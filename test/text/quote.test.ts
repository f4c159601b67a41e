import assert from 'node:assert/strict';
import { quote, shorten } from '../../server/text/quote';

describe('words of a record in messages', () => {
  it('stand in quotation marks, on one line', () => {
    assert.equal(quote('Good'), "'Good'");
    assert.equal(quote(' one\n\ttwo '), "'one two'");
    assert.equal(quote(''), "''");
  });

  it('are shortened, never within a character', () => {
    assert.equal(shorten('a'.repeat(60)), 'a'.repeat(60));
    assert.equal(shorten('a'.repeat(61)), `${'a'.repeat(59)}…`);
    assert.equal(shorten('😀'.repeat(100)), `${'😀'.repeat(59)}…`);
    assert.equal(shorten(`${' '.repeat(1000)}x`), '…');
    assert.ok(quote('x'.repeat(1_000_000)).length < 100);
  });

  it('hide nothing', () => {
    assert.equal(quote('a\u202eb\u0007c\u200bd'), "'a<U+202E>b<U+0007>c<U+200B>d'");
    assert.equal(quote('\ud800'), "'<U+D800>'");
  });
});
