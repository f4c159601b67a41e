import assert from 'node:assert/strict';
import fs from 'node:fs';
import referenceData from 'generated:reference-data';
import { completeData } from '../../../server/features/reference-data/completion';
import { hoverData } from '../../../server/features/reference-data/hover';
import { readPacks } from '../../../server/findings/packs';
import { Slice } from '../../../server/records/slice';
import { applyEdits } from '../../../server/text/edits';

/** What is offered at the `|` in a file of reference data. */
function offered(marked: string, typed?: string) {
  const at = marked.indexOf('|');
  return completeData(new Slice(marked.slice(0, at) + marked.slice(at + 1)), at, { known: referenceData, typed });
}
const labels = (marked: string, typed?: string) => offered(marked, typed).map(({ label }) => label);

/** The text after the choice of an item. */
function chosen(marked: string, label: string): string {
  const item = offered(marked).find(each => each.label === label);
  assert.ok(item, `'${label}' is offered at ${JSON.stringify(marked)}`);
  return applyEdits(marked.replace('|', ''), [item.edit]);
}

const OWN = 'grades:\n  - {id: estyn_good, letter: G}\ngrade_scales:\n  - id: estyn_2010\n    name: Four points\n';

describe('completion in a file of reference data', () => {
  it('offers the lists that it may hold, and begins their first entry', () => {
    assert.deepEqual(labels('|').slice(0, 4), ['grades', 'grade_scales', 'events', 'frameworks']);
    assert.ok(!labels('grades:\n  - {id: good}\n|').includes('grades'));
    assert.equal(chosen('|', 'grades'), 'grades:\n  - ');
    assert.equal(chosen('grades: []\r\nev|', 'events'), 'grades: []\r\nevents:\r\n  - ');
  });

  it('offers fields of an entry: those that must be there first, none twice, each with what it is for', () => {
    const [first, ...others] = offered('events:\n  - |');
    assert.deepEqual([first!.label, first!.description], ['id', 'required']);
    assert.match(first!.documentation!, /^\*\*id\*\* — required\n\n\w/);
    assert.ok(others.some(({ label, description }) => label === 'spellings' && description === undefined));
    assert.ok(!labels('events:\n  - id: visit\n    |').includes('id'));
    assert.equal(chosen('events:\n  - id: visit\n    res|', 'result'), 'events:\n  - id: visit\n    result: ');
    assert.equal(chosen('frameworks:\n  - id: a\n    |', 'in_force'), 'frameworks:\n  - id: a\n    in_force:\n      ');
    assert.equal(chosen('frameworks:\n  - id: a\n    |', 'judgements'), 'frameworks:\n  - id: a\n    judgements:\n      - ');
    assert.equal(chosen('grades:\n  - {id: good, |}', 'letter'), 'grades:\n  - {id: good, letter: }');
    assert.equal(chosen('events:\n  |', 'id'), 'events:\n  - id: ');
  });

  it('offers values that are fixed', () => {
    assert.deepEqual(labels('events:\n  - result: |'), ['grades', 'outcome', 'none']);
    assert.deepEqual(labels('frameworks:\n  - judgements:\n      - required: |'), ['true', 'false']);
    assert.equal(chosen('events:\n  - result: gr|ade # yes\n', 'grades'), 'events:\n  - result: grades # yes\n');
  });

  it('offers the names of other entries where one is named: those of the file itself first', () => {
    assert.deepEqual(offered(`${OWN}    grades:\n      - grade: |`).slice(0, 2).map(({ label }) => label), ['estyn_good', 'outstanding']);
    const [own, built] = offered(`${OWN}frameworks:\n  - grade_scale: |`);
    assert.deepEqual([own!.label, own!.description, built!.label], ['estyn_2010', 'Four points', 'ilacs']);
    assert.equal(chosen('frameworks:\n  - events:\n      |', 'ilacs_short'), 'frameworks:\n  - events:\n      - ilacs_short');
    assert.equal(chosen('frameworks:\n  - events:\n      - |', 'ilacs_short'), 'frameworks:\n  - events:\n      - ilacs_short');
    assert.ok(labels('trusts:\n  - runs:\n      - authority: |').includes('Kirklees'));
  });

  it('offers nothing where nothing is known to belong', () => {
    for (const marked of ['nonsense:\n  - |', 'events:\n  - name: |', '# |', 'events:\n  - id: a\n    nonsense: |']) assert.deepEqual(labels(marked), [], marked);
    assert.deepEqual(labels('events:\n  - |', '-'), [], 'not by itself, where a key would begin');
  });

  it('explains fields, and nothing else', () => {
    const explained = (marked: string) => hoverData(new Slice(marked.replace('|', '')), marked.indexOf('|'))?.markdown;
    assert.match(explained('frameworks:\n  - grade_sc|ale: ilacs\n')!, /^\*\*grade\\?_scale\*\* — required\n\n/);
    assert.match(explained('fra|meworks: []\n')!, /^\*\*frameworks\*\*/);
    assert.equal(explained('frameworks:\n  - grade_scale: ila|cs\n'), undefined);
    assert.equal(explained('nonsen|se: 1\n'), undefined);
  });

  it('offers at every place of a whole file nothing that would spoil it', () => {
    const text = fs.readFileSync('samples/packs/estyn/frameworks/estyn.yaml', 'utf8').split('authorities:')[0]!;
    const slice = new Slice(text);
    const before = readPacks([{ name: 'estyn', text }], referenceData).problems.filter(({ message }) => /cannot be read|indent|colon/i.test(message)).length;
    for (let at = 0; at <= text.length; at += 7) {
      for (const { edit, label } of completeData(slice, at, { known: referenceData }).slice(0, 3)) {
        const { record } = new Slice(applyEdits(text, [edit]));
        assert.equal(record.faults.length, before, `${label} at ${at}: ${JSON.stringify(text.slice(Math.max(0, at - 40), at))}`);
      }
    }
  });
});
