import assert from 'node:assert/strict';
import { found, readKnown, withoutReason } from './known';

// Ofsted's own table has no mistakes that a rule may invent. What is found nevertheless stands in national.findings.yaml, and why.
describe('official records', () => {
  const { records, findings } = found('national');

  it('are the 271 rows of the table', () => assert.equal(records, 271));

  it('have no error and no warning', () => {
    assert.deepEqual(findings.filter(({ severity }) => severity === 'error' || severity === 'warning'), []);
  });

  it('have the findings that are known, and no others', () => {
    const known = readKnown('national');
    assert.deepEqual(findings, known.map(withoutReason));
    for (const { record, reason } of known) assert.ok(reason, record);
  });
});
