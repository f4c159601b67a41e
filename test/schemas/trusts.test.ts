import assert from 'node:assert/strict';
import { ambiguous, isDay, lifeOf, repeated } from './checks';
import { readReferenceData } from './reference-files';

describe('trusts', () => {
  const { trusts, authorities } = readReferenceData();

  it('have names of their own', () => {
    assert.deepEqual(repeated(trusts.map(t => t.name)), []);
    assert.deepEqual(ambiguous(trusts.map(t => [t.name, t.aliases ?? []])), []);
  });

  it('run services of authorities that exist on those days', () => {
    for (const trust of trusts) {
      for (const run of trust.runs) {
        const authority = authorities.find(a => a.name === run.authority);
        assert.ok(authority, run.authority);
        assert.ok(isDay(run.from) && (!run.to || (isDay(run.to) && run.from < run.to)), trust.name);
        assert.ok(lifeOf(authority).from <= run.from && (run.to ?? run.from) <= lifeOf(authority).to, trust.name);
      }
    }
  });

  it('never run one authority two at a time', () => {
    const runs = trusts.flatMap(t => t.runs).sort((a, b) => a.from.localeCompare(b.from));
    for (const [index, run] of runs.entries()) {
      const next = runs.slice(index + 1).find(r => r.authority === run.authority);
      assert.ok(!next || (run.to !== undefined && run.to < next.from), run.authority);
    }
  });
});
