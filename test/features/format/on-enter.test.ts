import assert from 'node:assert/strict';
import { formatOnType } from '../../../server/features/format/on-enter';
import { Slice } from '../../../server/records/slice';
import { applyEdits } from '../../../server/text/edits';
import { withCaret } from './formatted';

/** What stands there when Enter was pressed, with the caret at ¦, and what becomes of it; nothing, where it stays as it is. */
const CASES: readonly (readonly [string, string, string?])[] = [
  ['a list of texts goes on with a dash', 'strengths:\n  - One.\n¦\n', 'strengths:\n  - One.\n  - \n'],
  ['at the dashes of the list, wherever they are', 'strengths:\n- One.\n  ¦\nnotes: x\n', 'strengths:\n- One.\n- \nnotes: x\n'],
  ['behind a comment too', 'strengths:\n  - One. # sure\n¦', 'strengths:\n  - One. # sure\n  - '],
  ['with the line breaks of the file', 'strengths:\r\n  - One.\r\n¦\r\nnotes: x\r\n', 'strengths:\r\n  - One.\r\n  - \r\nnotes: x\r\n'],
  ['nothing where the editor has put the dash already', 'strengths:\n  - One.\n  - ¦\n'],
  ['nothing where a line is cut in two', 'strengths:\n  - One\n    ¦two.\n'],
  ['an empty entry ends its list', 'strengths:\n  - One.\n  - \n  ¦\nnotes: x\n', 'strengths:\n  - One.\n\nnotes: x\n'],
  ['also within a mapping', 'judgements:\n  A:\n    strengths:\n      - One.\n      - \n      ¦', 'judgements:\n  A:\n    strengths:\n      - One.\n    '],
  ['also where dashes stand beside the key', 'strengths:\n- One.\n-\n¦', 'strengths:\n- One.\n'],
  ['but not where its content follows', 'strengths:\n  -\n¦\n    text: One.\n'],
  ['fields stand below each other', 'authority: Kent\n  ¦', 'authority: Kent\n'],
  ['also in an entry of a list', 'strengths:\n  - text: One.\n¦', 'strengths:\n  - text: One.\n    '],
  ['and below its other fields', 'strengths:\n  - text: One.\n    judgement: A\n¦', 'strengths:\n  - text: One.\n    judgement: A\n    '],
  ['what belongs below a key stands deeper', 'judgements:\n¦', 'judgements:\n  '],
  ['as deep as what is there', 'judgements:\n¦\n    A: Good\n', 'judgements:\n    \n    A: Good\n'],
  ['nothing below a field of one value', 'authority:\n¦'],
  ['nothing behind a blank line or a comment', 'judgements:\n  # all\n  ¦'],
  ['lines of a block text stand alike', 'notes: |\n    One.\n  ¦', 'notes: |\n    One.\n    '],
  ['also where one is cut in two, and whatever it says', 'notes: |\n  - One.\n¦two:\n', 'notes: |\n  - One.\n  two:\n'],
  ['also behind blank ones', 'notes: |\n  One.\n\n¦\n\n  Two.\n', 'notes: |\n  One.\n\n  \n\n  Two.\n'],
  ['its first line stands deeper than its key', 'notes: >-\n¦', 'notes: >-\n  '],
  ['or than its dash', 'strengths:\n  - >-\n  ¦\n', 'strengths:\n  - >-\n    \n'],
  ['or as the others stand', 'notes: >-\n¦\n      One.\n', 'notes: >-\n      \n      One.\n'],
  ['nothing in quotes, braces and texts over lines', 'notes: "One\n  - two\n¦\n  x"\n'],
  ['nothing in braces', 'fieldwork: {\n  start: 2024-07-08,\n¦\n}\n'],
  ['nothing in a text over lines', 'strengths:\n  - One\n    two\n¦\n    three\n'],
  ['nothing behind ---', 'authority: Kent\n---\n¦'],
];

describe('a line break typed', () => {
  for (const [what, marked, right = marked.replace('¦', '')] of CASES) {
    it(what, () => {
      const { text, caret } = withCaret(marked);
      assert.equal(applyEdits(text, formatOnType(new Slice(text), caret, '\n')), right);
    });
  }

  it('and nothing else is looked at', () => assert.deepEqual(formatOnType(new Slice('strengths:\n  - One.\n'), 18, '-'), []));
});
