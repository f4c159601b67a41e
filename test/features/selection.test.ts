import assert from 'node:assert/strict';
import { selections } from '../../server/features/selection';
import { marked } from './marked';

function selected(text: string): string[] {
  const { slice, offset } = marked(text);
  return selections(slice, offset).map(({ start, end }) => slice.text.slice(start, end));
}

describe('selection', () => {
  it('grows from word to value, pair, mapping, and record', () => {
    assert.deepEqual(selected('---\nid: a\nfieldwork:\n  start: 2024-07-08\njudgements:\n  Overall effectiveness: Requires impro¦vement\n  Care leavers: Good\n'), [
      'improvement', 'Requires improvement', 'Overall effectiveness: Requires improvement', 'Overall effectiveness: Requires improvement\n  Care leavers: Good',
      'judgements:\n  Overall effectiveness: Requires improvement\n  Care leavers: Good',
      'id: a\nfieldwork:\n  start: 2024-07-08\njudgements:\n  Overall effectiveness: Requires improvement\n  Care leavers: Good',
      '---\nid: a\nfieldwork:\n  start: 2024-07-08\njudgements:\n  Overall effectiveness: Requires improvement\n  Care leavers: Good',
      '---\nid: a\nfieldwork:\n  start: 2024-07-08\njudgements:\n  Overall effectiveness: Requires improvement\n  Care leavers: Good\n',
    ]);
  });

  it('takes the words in quotation marks before the marks', () => {
    assert.deepEqual(selected('notes: "Some wo¦rds"\n').slice(0, 4), ['words', 'Some words', '"Some words"', 'notes: "Some words"']);
  });

  it('goes through the items of lists, and inside brackets', () => {
    assert.deepEqual(selected('strengths:\n  - O¦ne\n  - Two\n').slice(0, 4), ['One', '- One\n  - Two', 'strengths:\n  - One\n  - Two', 'strengths:\n  - One\n  - Two\n']);
    assert.deepEqual(selected('quotes: [{text: A¦B}, {text: C}]\n').slice(0, 5), ['AB', 'text: AB', '{text: AB}', '[{text: AB}, {text: C}]', 'quotes: [{text: AB}, {text: C}]']);
  });

  it('takes the line where no value stands', () => {
    assert.deepEqual(selected('id: a\n# some com¦ment here\nnotes: b\n').slice(0, 3), ['comment', '# some comment here', 'id: a\n# some comment here\nnotes: b']);
    assert.deepEqual(selected('¦'), ['']);
  });
});
