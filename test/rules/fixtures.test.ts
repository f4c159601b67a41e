import assert from 'node:assert/strict';
import fs from 'node:fs';
import { parse, stringify } from 'yaml';
import { rules } from '../../server/rules/registry';
import { BROKEN, check, commentsOf, FIXTURES, mended, read, type Placed } from './fixture';

// Every rule has a sample with its mistake (samples/broken/RULE.inspection.yaml) and a near miss that it must not mind
// (RULE.good.yaml). What is to be found stands in RULE.expected.yaml; UPDATE_GOLDEN=1 writes those files anew.

/** Words of programs, which no data editor has to know. */
const JARGON = /\b(?:additional ?propert\w*|propert(?:y|ies)|enum|schema|regex|regular expression|pattern|undefined|null|NaN|pars(?:e|er|ed|ing)|tokens?|anyOf|oneOf|scalar|mapping|object|array|string|integer|boolean|node|syntax|invalid)\b/i;

const grave = ({ severity }: Placed) => severity === 'error' || severity === 'warning';
const sameFinding = (a: Placed, b: Placed) => a.rule === b.rule && a.message === b.message && a.told.at === b.told.at;

/** What is in `after` and not in `before`, each as often as it is too much. */
function added(before: readonly Placed[], after: readonly Placed[]): Placed[] {
  const left = [...before];
  return after.filter(finding => {
    const index = left.findIndex(known => sameFinding(known, finding));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function expectNoNew(before: ReturnType<typeof check>, after: ReturnType<typeof check>, what: string): void {
  assert.ok(after.faults <= before.faults, `${what}: makes text that cannot be read`);
  assert.deepEqual(added(before.findings, after.findings).map(finding => finding.told), [], `${what}: brings something new`);
}

describe('rules', () => {
  it('each have a broken sample and a near miss, and there are no others', () => {
    const names = (folder: string, end: string) => fs.readdirSync(folder).filter(name => name.endsWith(end)).map(name => name.slice(0, -end.length)).sort();
    const ids = rules.map(rule => rule.id).sort();
    assert.deepEqual(names(BROKEN, '.inspection.yaml'), ids);
    assert.deepEqual(names(FIXTURES, '.good.yaml'), ids);
    assert.deepEqual(names(FIXTURES, '.expected.yaml'), ids);
  });

  for (const rule of rules) {
    const { id, fix } = rule;
    const look = (text: string) => check(text, 'checkAcross' in rule);
    describe(id, () => {
      const broken = `${BROKEN}/${id}.inspection.yaml`;
      const expected = `${FIXTURES}/${id}.expected.yaml`;
      const text = fs.existsSync(broken) ? read(broken) : '';
      const found = look(text);

      it('finds the mistake, and nothing else that is wrong', () => {
        const told = found.findings.map(finding => finding.told);
        if (process.env.UPDATE_GOLDEN && text) fs.writeFileSync(expected, stringify(told, { lineWidth: 0 }));
        assert.deepEqual(told, parse(read(expected)));
        assert.ok(found.findings.some(({ rule }) => rule === id), 'says nothing');
        assert.deepEqual(found.findings.filter(finding => finding.rule !== id && grave(finding)).map(finding => finding.told), []);
      });

      it('says nothing of the near miss', () => {
        const { findings } = look(read(`${FIXTURES}/${id}.good.yaml`));
        assert.deepEqual(findings.filter(finding => finding.rule === id || grave(finding)).map(finding => finding.told), []);
      });

      it('speaks plainly', () => {
        for (const { message, related = [], fixes = [] } of found.findings) {
          for (const said of [message, ...related.map(other => other.message), ...fixes.map(({ title }) => title)]) {
            assert.doesNotMatch(said, JARGON);
            assert.ok(said.length <= 400, said);
          }
          assert.match(message, /^[\p{Lu}\d'"‘“].*[.?]$/su);
        }
      });

      it('mends what it offers to mend, and harms nothing', () => {
        const own = found.findings.filter(({ rule }) => rule === id);
        assert.equal(own.some(({ fixes }) => fixes?.length), fix !== undefined, 'fixes are offered as the rule says');
        assert.equal(own.some(({ fixes }) => fixes?.some(({ all }) => all)), fix === 'all', 'fix-all takes part as the rule says');
        for (const finding of own) {
          const titles = (finding.fixes ?? []).map(({ title }) => title);
          assert.equal(new Set(titles).size, titles.length, `titles are unique: ${titles.join(' | ')}`);
          for (const choice of finding.fixes ?? []) {
            const result = mended(text, [{ finding, fix: choice }]);
            const after = look(result);
            expectNoNew(found, after, choice.title);
            const left = (list: Placed[]) => list.filter(other => sameFinding(other, finding)).length;
            assert.equal(left(after.findings), left(found.findings) - 1, `${choice.title}: does not mend it`);
            // To remove a comment is all that this rule's fixes are for.
            if (!('checkIgnores' in rule)) assert.deepEqual(commentsOf(result).sort(), commentsOf(text).sort(), `${choice.title}: loses a comment`);
          }
        }
      });

      if (fix === 'all') it('mends all at once', () => {
        const chosen = found.findings.flatMap(finding => finding.fixes?.filter(({ all }) => all).slice(0, 1).map(choice => ({ finding, fix: choice })) ?? []);
        const after = look(mended(text, chosen));
        expectNoNew(found, after, 'all fixes at once');
        assert.ok(after.findings.length <= found.findings.length - chosen.length);
      });
    });
  }
});
