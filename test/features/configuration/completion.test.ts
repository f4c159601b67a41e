import assert from 'node:assert/strict';
import { completeConfiguration } from '../../../server/features/configuration/completion';
import { readConfiguration } from '../../../server/findings/configuration';
import { SETTINGS } from '../../../server/findings/settings';
import { LEVELS } from '../../../server/findings/severities';
import { Slice } from '../../../server/records/slice';
import { rules } from '../../../server/rules/registry';
import { applyEdits } from '../../../server/text/edits';

/** What is offered at the `|` in a configuration. */
function offered(marked: string, typed?: string) {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  return completeConfiguration(new Slice(text), at, { configuration: readConfiguration(text).configuration, typed });
}
const labels = (marked: string, typed?: string) => offered(marked, typed).map(({ label }) => label);

/** The text after the choice of an item. */
function chosen(marked: string, label: string): string {
  const item = offered(marked).find(item => item.label === label);
  assert.ok(item, `'${label}' is offered at ${JSON.stringify(marked)}`);
  return applyEdits(marked.replace('|', ''), [item.edit]);
}

describe('completion in a configuration', () => {
  const ids = rules.map(({ id }) => id);

  it('offers the settings that are not there yet, and none without effect', () => {
    const settings = SETTINGS.map(({ name }) => name);
    assert.deepEqual(labels('|'), settings);
    assert.deepEqual(labels('ignore: drafts\n|'), settings.filter(name => name !== 'ignore'));
    assert.deepEqual(labels('ru|'), settings);
    assert.equal(chosen('|', 'rules'), 'rules:\n  ');
    assert.equal(chosen('ig|', 'ignore'), 'ignore: ');
    assert.equal(chosen('|', 'overrides'), 'overrides:\n  - ');
    assert.equal(chosen('rules: {}\r\nov|', 'overrides'), 'rules: {}\r\noverrides:\r\n  - ');
  });

  it('offers over a key with a value what may be meant by it', () => {
    assert.deepEqual(labels('rul|es:\n  publication-gap: off\n'), ['rules']);
    assert.equal(chosen('rulez|:\n  publication-gap: off\n', 'rules'), 'rules:\n  publication-gap: off\n');
    assert.deepEqual(labels('colour|: red\n'), []);
  });

  it('offers rules, with how grave they are here', () => {
    assert.deepEqual(labels('rules:\n  |'), ids);
    assert.deepEqual(labels('rules:\n  publication-gap: off\n  |'), ids.filter(id => id !== 'publication-gap'));
    const [gap, year] = ['publication-gap', 'date-in-future'].map(id => offered('overrides:\n  - files: a\n    rules:\n      |\nrules: {publication-gap: error}\n').find(({ label }) => label === id)!);
    assert.deepEqual([gap!.description, year!.description], ['error', 'warning']);
    assert.match(gap!.documentation!, /\*\*.+\*\*[^]+`hint`/);
    assert.equal(chosen('rules:\n  pub|', 'publication-gap'), 'rules:\n  publication-gap: ');
    assert.equal(chosen('rules:|', 'publication-gap'), 'rules:\n  publication-gap: ');
    assert.equal(chosen('rules: {|}', 'publication-gap'), 'rules: {publication-gap: }');
    assert.equal(chosen('rules:\n  pub|: off\n', 'publication-gap'), 'rules:\n  publication-gap: off\n');
  });

  it('offers levels, and what comes of each', () => {
    for (const marked of ['rules:\n  publication-gap: |', 'rules:\n  publication-gap:|', 'rules: {publication-gap: |}', 'overrides:\n  - rules: {publication-gap: |}']) assert.deepEqual(labels(marked), [...LEVELS], marked);
    assert.equal(chosen('rules:\n  publication-gap:|', 'off'), 'rules:\n  publication-gap: off');
    assert.equal(chosen('rules:\n  publication-gap: err|or # for now\n', 'hint'), 'rules:\n  publication-gap: hint # for now\n');
    assert.ok(offered('rules:\n  publication-gap: |').every(({ documentation, label }) => documentation!.startsWith(`\`${label}\` — `)));
    assert.deepEqual(new Set(offered('rules:\n  publication-gap: off|').map(({ filterText }) => filterText)), new Set(['off']), 'over a level the others are offered too');
  });

  it('offers what an entry of the overrides is made of', () => {
    assert.deepEqual(labels('overrides:\n  - |'), ['files', 'rules']);
    assert.deepEqual(labels('overrides:\n  - files: a\n    |'), ['rules']);
    assert.equal(chosen('overrides:\n  |', 'files'), 'overrides:\n  - files: ');
    assert.equal(chosen('overrides:|', 'files'), 'overrides:\n  - files: ');
    assert.equal(chosen('overrides:\n  - files: a\n    |', 'rules'), 'overrides:\n  - files: a\n    rules:\n      ');
  });

  it('says nothing in patterns, comments and where nothing is known to belong', () => {
    for (const marked of ['ignore: |', 'ignore:\n  - |', '# |', 'rules: # |', 'overrides:\n  - files: |', 'colour: |', 'rules:\n  publication-gap:\n    |']) assert.deepEqual(labels(marked), [], marked);
  });

  it('does not put itself in the way of a key that only makes room', () => {
    for (const marked of ['rules:\n  |', 'overrides:\n  - |', '|']) assert.deepEqual(labels(marked, '\n'), [], marked);
    assert.equal(labels('rules:\n  publication-gap: |', ' ').length, LEVELS.length);
  });

  it('offers nothing anywhere that makes a mistake', () => {
    const text = '# ours\nrules:\n  publication-gap: off\n  date-in-future: "hint" # soon\noverrides:\n  - files: archive/**\n    rules: {missing-judgement: warning}\n  - files: ["a", b]\n    rules:\n      report-url: off\nignore: [drafts]\n';
    for (const written of [text, text.replaceAll('\n', '\r\n')]) {
      const slice = new Slice(written);
      for (let at = 0; at <= written.length; at++) {
        for (const { edit, label } of completeConfiguration(slice, at)) {
          const after = applyEdits(written, [edit]);
          const mistakes = readConfiguration(after).problems.filter(({ message }) => !message.startsWith('A rule can be') && !message.includes('is missing here'));
          assert.deepEqual(mistakes, [], `${label} at ${at}:\n${after}`);
        }
      }
    }
  });
});
