import assert from 'node:assert/strict';
import { found, readKnown, withoutReason } from './known';

// Samples written from reports: real inspections with all their oddities. samples.findings.yaml lists what is found, and why.
describe('samples of real events', () => {
  const findings = ['kirklees', 'kent', 'other-events'].flatMap(file => found(file).findings);

  it('have no error and no warning', () => {
    assert.deepEqual(findings.filter(({ severity }) => severity === 'error' || severity === 'warning'), []);
  });

  it('have the findings that are known, and no others', () => {
    const known = readKnown('samples');
    assert.deepEqual(findings, known.map(withoutReason));
    for (const { record, reason } of known) assert.ok(reason, record);
  });
});
