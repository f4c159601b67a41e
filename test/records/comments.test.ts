import assert from 'node:assert/strict';
import { commentsOf } from '../../server/records/comments';
import { readRecord } from '../../server/records/read';

function comments(text: string): string[] {
  return commentsOf(text, readRecord(text).root).map(({ start, end, alone }) => text.slice(start, end) + (alone ? ' (alone)' : ''));
}

describe('comments', () => {
  for (const [what, text, found] of [
    ['on lines of their own and at the ends of others', '# one\na: 1 # two\n  # three\nb: # four\n  - 2\n', ['# one (alone)', '# two', '# three (alone)', '# four']],
    ['are not in words', 'a: x#y\nb: "x # y"\nc: |\n  # text\n', []],
    ['behind words that look like one', 'a: "x # y" # one\n"# b": \'# z\' # two\nc: ["# x", 1] # three\n', ['# one', '# two', '# three']],
    ['beside the mark of a block text, and below it', 'a: | # one\n  # text\n# two\n', ['# one', '# two (alone)']],
    ['beside the marker', '--- # one\na: 1\n', ['# one']],
  ] as const) {
    it(what, () => assert.deepEqual(comments(text), found));
  }
});
