import assert from 'node:assert/strict';
import { countProblems, lensPlace, lenses } from '../../server/features/lenses';
import type { Finding } from '../../server/findings/finding';
import { record } from './marked';

const found = (...severities: Finding['severity'][]): Finding[] => severities.map(severity => ({ rule: 'x', severity, start: 0, end: 1, message: '' }));

describe('lenses', () => {
  it('offer the preview, and the journey where there is one', () => {
    assert.deepEqual(lenses(), [{ kind: 'preview', title: 'Preview' }]);
    assert.deepEqual(lenses(0, { step: 5, of: 9 }).at(-1), { kind: 'journey', title: 'Journey: 5 of 9' });
    assert.equal(lenses(0, { step: 1, of: 1 }).length, 1);
  });

  it('count problems, not hints, and say nothing where there are none', () => {
    const problems = (...severities: Finding['severity'][]) => lenses(countProblems(found(...severities))).find(({ kind }) => kind === 'problems')?.title;
    assert.equal(problems(), undefined);
    assert.equal(problems('hint'), undefined);
    assert.equal(problems('error', 'hint'), '1 problem');
    assert.equal(problems('error', 'warning', 'information'), '3 problems');
  });

  it('stand above the first field of a record', () => {
    const place = (text: string) => { const at = lensPlace(record(text)); return at && text.slice(at.start, at.start + 4); };
    assert.equal(place('---\n# Kirklees\nid: a\n'), 'id: ');
    assert.equal(place('\n\n  - a\n'), '- a\n');
    assert.equal(place('---\n# only comments\n'), undefined);
    assert.equal(place(''), undefined);
  });
});
