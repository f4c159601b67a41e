import assert from 'node:assert/strict';
import { pathMatcher } from '../../server/findings/path-matcher';

describe('patterns for paths', () => {
  const cases: [pattern: string, meant: string[], not: string[]][] = [
    ['archive/**', ['archive/a.inspection.yaml', 'archive/2019/a.inspection.yaml', 'archive'], ['a.inspection.yaml', 'old/archive/a.inspection.yaml', 'archives/a.yaml']],
    ['archive', ['archive/a.inspection.yaml', 'old/archive/a.inspection.yaml', 'archive'], ['archive.inspection.yaml']],
    ['archive/', ['archive/2019/a.inspection.yaml'], ['archives/a.yaml']],
    ['/archive', ['archive/a.yaml'], ['old/archive/a.yaml']],
    ['./old/archive', ['old/archive/a.yaml'], ['archive/a.yaml']],
    ['*.draft.inspection.yaml', ['a.draft.inspection.yaml', 'deep/down/a.draft.inspection.yaml', '.a.draft.inspection.yaml'], ['a.inspection.yaml']],
    ['**/20{19,20}/*.yml', ['2019/a.yml', 'x/2020/a.yml'], ['2021/a.yml', '2019/x/a.yml']],
    ['Kent (draft)+*', ['Kent (draft)+1.yaml'], ['Kent draft1.yaml']],
    ['.hidden/**', ['.hidden/a.yaml'], ['hidden/a.yaml']],
  ];
  for (const [pattern, meant, not] of cases) {
    it(pattern, () => {
      const matches = pathMatcher([pattern]);
      for (const path of meant) assert.ok(matches(path), path);
      for (const path of not) assert.ok(!matches(path), path);
    });
  }

  it('match nothing where there are none, and any of several', () => {
    assert.ok(!pathMatcher([])('a.yaml'));
    assert.ok(pathMatcher(['b', 'a.yaml'])('a.yaml'));
  });

  it('that are nonsense do no harm', () => {
    for (const pattern of ['', '/', '[', '{', '(', '\\', '**', '{a,', '+(a|', '?'.repeat(200)]) assert.equal(typeof pathMatcher([pattern])('a.yaml'), 'boolean', pattern);
  });
});
