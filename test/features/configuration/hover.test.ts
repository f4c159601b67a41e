import assert from 'node:assert/strict';
import { hoverConfiguration } from '../../../server/features/configuration/hover';
import { SETTINGS } from '../../../server/findings/settings';
import { Slice } from '../../../server/records/slice';

const TEXT = `rules:
  publication-gap: off
  nonsense: eror
overrides:
  - files: archive/**
    rules: {missing-judgement: "warning"}
frameworks: x.yaml
colour: red
`;

function hover(words: string, rulePages?: string): string | undefined {
  const found = hoverConfiguration(new Slice(TEXT), TEXT.indexOf(words) + 1, rulePages);
  if (found) assert.ok(TEXT.slice(found.span.start, found.span.end).includes(words.trim().replace(/:$/, '')));
  return found?.markdown;
}

describe('hover in a configuration', () => {
  it('tells what a setting is for', () => {
    assert.match(hover('overrides')!, /^\*\*overrides\*\*\n\nWhat is to hold otherwise[^]+```yaml\noverrides:\n/);
    assert.match(hover('files')!, /^\*\*files\*\* — required/);
    for (const { name } of SETTINGS) if (TEXT.includes(name)) assert.ok(hover(name)!.length > 40, name);
  });

  it('tells what a rule says, why, and how grave it is of itself', () => {
    assert.match(hover('publication-gap', 'https://example.org/')!, /^\*\*.+\*\*\n\n.+\[Read more\]\(https:\/\/example\.org\/publication-gap\.md\)\n\nWhere nothing else is said: `hint`\.$/);
    assert.match(hover('missing-judgement')!, /`error`\.$/);
  });

  it('tells what comes of a level', () => {
    assert.equal(hover('off'), '`off` — The rule is not applied.');
    assert.match(hover('"warning"')!, /^`warning` — /);
  });

  it('is silent where nothing is known', () => {
    for (const words of ['nonsense', 'eror', 'colour', 'red', 'archive', 'x.yaml']) assert.equal(hover(words), undefined, words);
    assert.equal(hoverConfiguration(new Slice(''), 0), undefined);
  });
});
