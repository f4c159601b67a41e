import assert from 'node:assert/strict';
import fs from 'node:fs';
import { rulePage } from '../../server/reports/rule-page';
import { rules } from '../../server/rules/registry';
import { BROKEN, check, FIXTURES, read } from '../rules/fixture';

// docs/rules/ID.md is made from the rule and its fixtures, so its examples are what the tests run. UPDATE_GOLDEN=1 writes the pages anew.
const PAGES = 'docs/rules';

describe('the pages of the rules', () => {
  for (const rule of rules) {
    it(rule.id, () => {
      const bad = read(`${BROKEN}/${rule.id}.inspection.yaml`);
      const findings = check(bad, 'checkAcross' in rule).findings.filter(finding => finding.rule === rule.id).map(({ told: { line, message } }) => ({ line, message }));
      const page = rulePage(rule, { bad, findings, good: read(`${FIXTURES}/${rule.id}.good.yaml`) });
      if (process.env.UPDATE_GOLDEN) fs.writeFileSync(`${PAGES}/${rule.id}.md`, page);
      assert.equal(read(`${PAGES}/${rule.id}.md`), page);
    });
  }

  it('are those of the rules and no others', () => {
    assert.deepEqual(fs.readdirSync(PAGES).sort(), rules.map(({ id }) => `${id}.md`).sort());
  });
});
