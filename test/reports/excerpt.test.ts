import assert from 'node:assert/strict';
import { excerpt } from '../../server/reports/excerpt';

/** What is shown of a line for the words between « and », with marks beneath them. */
function picture(marked: string, width = 60): string[] {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const { shown, indent, length } = excerpt(marked.replace(/[«»]/g, ''), { start, end }, width);
  return [shown, ' '.repeat(indent) + '^'.repeat(length)];
}

describe('an excerpt', () => {
  it('marks the words that are meant', () => {
    assert.deepEqual(picture('  Overall effectiveness: «Godo»'), [
      '  Overall effectiveness: Godo',
      '                         ^^^^',
    ]);
  });

  it('marks one place where there are no words', () => {
    assert.deepEqual(picture('authority:«»'), ['authority:', '          ^']);
    assert.deepEqual(picture('«»'), ['', '^']);
    assert.deepEqual(picture('«»event: x'), ['event: x', '^']);
  });

  it('shows tabs as spaces', () => {
    assert.deepEqual(picture('\tevent:\t«Visit»'), ['    event:  Visit', '            ^^^^^']);
    assert.deepEqual(picture('«\t»event'), ['    event', '^^^^']);
  });

  it('knows which characters are wide, and which take no column', () => {
    assert.deepEqual(picture('名前: «値段» x'), ['名前: 値段 x', '      ^^^^']);
    assert.equal(picture('👩‍👧 🇬🇧 ✔️: «Godo»')[1], '          ^^^^');
    assert.equal(picture('cafe\u0301: «Godo»')[1], '      ^^^^');
  });

  it('writes out what cannot be seen', () => {
    assert.deepEqual(picture('a\u202eb: «x\u0000y»'), ['a<U+202E>b: x<U+0000>y', '            ^^^^^^^^^^']);
    assert.deepEqual(picture('«\ud800»'), ['<U+D800>', '^^^^^^^^']);
  });

  it('crops a long line around the words', () => {
    const words = 'word '.repeat(60);
    const [shown, marks] = picture(`${words}«wrong» ${words}`);
    assert.equal(shown!.length, 60);
    assert.match(shown!, /^….*…$/);
    assert.equal(shown!.slice(marks!.indexOf('^'), marks!.length), 'wrong');
    assert.match(picture(`«wrong» ${words}`)[0]!, /^wrong .*…$/);
    assert.match(picture(`${words}«wrong»`)[0]!, /^….*wrong$/);
  });

  it('marks words that are longer than what is shown as far as they go', () => {
    const [shown, marks] = picture(`text: «${'long '.repeat(100)}»`);
    assert.equal(marks!.length, shown!.length - 1);
  });

  it('cuts no character of a line of a megabyte in half', () => {
    const line = '🙂'.repeat(500_000);
    for (let offset = 600_000; offset < 600_100; offset++) {
      assert.doesNotMatch(excerpt(line, { start: offset, end: offset + 2 }, 80).shown, /\p{Surrogate}/u);
    }
  });
});
