import assert from 'node:assert/strict';
import { folds } from '../../server/features/folding';
import { record } from './marked';

/** Each fold as the line that stays and the last one that goes, with a mark for comments. */
function folded(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r]/);
  return folds(record(text)).map(({ startLine, endLine, isComment }) => `${lines[startLine]!.trim()} … ${lines[endLine]!.trim()}${isComment ? ' (comment)' : ''}`);
}

const TEXT = `---
# A comment
# of two lines
id: kirklees-2024-ilacs   # not part of it
# alone
fieldwork:
  start: 2024-07-08
  end: 2024-07-19

judgements:
  Overall effectiveness:
    grade: Good
    summary: >-
      Long
      # not a comment
      text.

  Care leavers: Good
strengths:
  - text: One
    judgement: Overall effectiveness
  - Two
quotes: [
  {text: A},
  {text: B}
]
notes: "over
  two lines"
# The end
# of it

`;

describe('folding', () => {
  it('folds records, mappings, lists, long texts and comments', () => {
    assert.deepEqual(folded(TEXT), [
      '# A comment … # of two lines (comment)',
      'id: kirklees-2024-ilacs   # not part of it … two lines"',
      'fieldwork: … end: 2024-07-19',
      'judgements: … Care leavers: Good',
      'Overall effectiveness: … text.',
      'summary: >- … text.',
      'strengths: … - Two',
      '- text: One … judgement: Overall effectiveness',
      'quotes: [ … {text: B}',
      'notes: "over … two lines"',
      '# The end … # of it (comment)',
    ]);
  });

  it('does the same with the line ends of Windows', () => {
    const expected = folds(record(TEXT));
    assert.deepEqual(folds(record(TEXT.replaceAll('\n', '\r\n'))), expected);
  });

  it('folds a record of JSON up to its closing brace', () => {
    assert.deepEqual(folded('{\n  "authority": "Kirklees",\n  "fieldwork": {\n    "start": "2024-07-08"\n  }\n}\n'), ['{ … }', '"fieldwork": { … "start": "2024-07-08"']);
  });

  it('leaves single lines alone, and what an alias stands for', () => {
    assert.deepEqual(folded(''), []);
    assert.deepEqual(folded('authority: Kirklees\n'), []);
    assert.deepEqual(folded('a: &a\n  b: 1\n  c: 2\nd: *a\n'), ['a: &a … d: *a']);
  });

  it('knows how deep a fold lies', () => {
    const depths = Object.fromEntries(folds(record(TEXT)).map(({ startLine, depth }) => [startLine, depth]));
    assert.deepEqual([depths[3], depths[5], depths[10], depths[12]], [0, 1, 2, 3]);
  });
});
