import assert from 'node:assert/strict';
import fs from 'node:fs';
import { parse, stringify } from 'yaml';
import { hover } from '../../server/features/hover';
import { fieldsAt, type Field } from '../../server/reference/fields';
import { rules } from '../../server/rules/registry';
import { plainText } from '../../server/text/markdown';
import { newChecker } from '../support/checker';
import { marked } from './marked';

// Each case is a record with a caret; beside it stands what is shown there. UPDATE_GOLDEN=1 writes the second part anew.
const FIXTURES = 'test/features/fixtures/hover.yaml';

interface Case {
  name: string;
  record: string;
  on: string | null;
  shows: string | null;
}

const checker = newChecker();

function shownAt(text: string, options?: Parameters<typeof hover>[3]) {
  const { slice, offset } = marked(text);
  const found = hover(slice, offset, checker, options);
  return { on: found ? slice.text.slice(found.span.start, found.span.end) : null, shows: found?.markdown ?? null };
}

/** What a rule says is the rule's business: here only that it speaks. */
function withoutReasons(shown: ReturnType<typeof shownAt>) {
  return { ...shown, shows: shown.shows?.replace(/^(`[a-z-]+`) — .*$/gm, '$1 — …') ?? null };
}

describe('hover', () => {
  const cases = parse(fs.readFileSync(FIXTURES, 'utf8')) as Case[];
  const results = cases.map(({ name, record }) => ({ name, record, ...withoutReasons(shownAt(record)) }));
  if (process.env.UPDATE_GOLDEN) fs.writeFileSync(FIXTURES, stringify(results, { lineWidth: 0, blockQuote: 'literal' }));
  cases.forEach(({ name, on, shows }, index) => it(name, () => assert.deepEqual(results[index], { ...results[index], on, shows })));

  it('has an example for every field that reads as what it stands for', () => {
    const paths: (string | number)[][] = [[], ['fieldwork'], ['fieldwork', 0], ['judgements', 'Any'], ['strengths', 0], ['quotes', 0], ['actions', 0], ['follow_up', 0], ['sources', 0]];
    for (const path of paths) for (const field of fieldsAt(path)) {
      const text = examplePath(path, field);
      const example = /```yaml\n([^]*?)\n```/.exec(shownAt(text).shows ?? '')?.[1];
      assert.ok(example, `${[...path, field.name].join('/')} has no example`);
      assert.deepEqual(asText(parse(example)), asText({ [field.name]: field.examples[0] }));
    }
  });

  it('says how many hold a grade only where that is known', () => {
    const text = 'authority: Kirklees\nevent: ILACS standard inspection\nfieldwork:\n  start: 2024-07-08\njudgements:\n  Overall effectiveness: Go¦od\n';
    assert.doesNotMatch(shownAt(text).shows!, /Held by/);
    const asked: string[][] = [];
    const statistics = { holders: (...about: string[]) => { asked.push(about); return { holding: 62, of: 153 }; } };
    assert.match(shownAt(text, { statistics }).shows!, /^- Held by 62 of 153 authorities here \(41%\)$/m);
    assert.deepEqual(asked, [['overall_effectiveness', 'good']]);
    assert.doesNotMatch(shownAt(text, { statistics: { holders: () => undefined } }).shows!, /Held by/);
  });

  it('explains a finding by its rule, with a link where it knows the pages', () => {
    const text = 'authority: Kirklees\nevent: ILACS standard inspection\npublished: 2024-08-28\njudgements:\n  Overall effectiveness: Goo¦f\n';
    const [first] = checker.findings(marked(text).slice).filter(({ rule }) => rule === 'unknown-grade');
    const why = rules.find(({ id }) => id === first?.rule)?.why;
    assert.ok(why, 'there is nothing to explain');
    assert.match(shownAt(text, { rulePages: 'https://example.org/rules/' }).shows!, /^`unknown-grade` — .*\[Read more\]\(https:\/\/example\.org\/rules\/unknown-grade\.md\)$/m);
    assert.doesNotMatch(shownAt(text).shows!, /Read more/);
    assert.ok(plainText(shownAt(text).shows!).includes(why.replace(/\s+/g, ' ').trim()));
  });
});

/** A record with the caret on a field. */
function examplePath(path: readonly (string | number)[], { name }: Field): string {
  const [outer, inner] = path;
  if (outer === undefined) return `¦${name}: x\n`;
  if (inner === undefined) return `${outer}:\n  ¦${name}: x\n`;
  return typeof inner === 'number' ? `${outer}:\n  - ¦${name}: x\n` : `${outer}:\n  ${inner}:\n    ¦${name}: x\n`;
}

/** Years are written without quotation marks and read as numbers, and are dates all the same. */
function asText(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, child: unknown) => (typeof child === 'number' ? String(child) : child));
}
