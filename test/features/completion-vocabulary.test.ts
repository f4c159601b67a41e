import assert from 'node:assert/strict';
import { complete } from '../../server/features/completion';
import { RecordStream } from '../../server/records/stream';
import { Vocabulary } from '../../server/workspace/vocabulary';
import { Workspace } from '../../server/workspace/workspace';
import { newChecker } from '../support/checker';
import { marked } from './marked';

const OTHERS = `id: derby-2018
authority: Derby
event: ILACS standard inspection
fieldwork: {start: 2018-06-11}
lead_inspector: A. Person
actions:
  - {action: One, owner: Director}
---
id: kent-2022
authority: Kent
event: ILACS standard inspection
fieldwork: {start: 2022-05-09}
lead_inspector: A. Person
`;

function offered(text: string, others = OTHERS): string[] {
  const checker = newChecker();
  const workspace = new Workspace(checker.reader);
  workspace.set('file:///others', RecordStream.of(others));
  const { slice, offset } = marked(text);
  return complete(slice, offset, checker, { vocabulary: new Vocabulary(workspace) }).items.map(({ label, description }) => (description ? `${label} – ${description}` : label));
}

describe('completion from the workspace', () => {
  it("offers the ids of the authority's other records after follows", () => {
    assert.deepEqual(offered('authority: Derby\nevent: Monitoring visit\nfollows: ¦\n'), ['derby-2018 – ILACS standard inspection of 11 June 2018']);
    assert.deepEqual(offered('event: Monitoring visit\nfollows: ¦\n').length, 2);
  });

  it('offers what came before first after follows: the latest graded inspection, then the latest visit', () => {
    const others = [['later', 'ILACS short inspection', '2024-01-08'], ['first', 'SIF inspection', '2016-09-12'], ['visit', 'Monitoring visit', '2018-07-02'], ['second', 'ILACS standard inspection', '2018-06-11']];
    const workspace = new Workspace(newChecker().reader);
    workspace.set('file:///others', RecordStream.of(others.map(([id, event, start]) => `id: ${id}\nauthority: Kent\nevent: ${event}\nfieldwork: {start: ${start}}\n`).join('---\n')));
    const { slice, offset } = marked('authority: Kent\nevent: Monitoring visit\npublished: 2019-02\nfollows: ¦\n');
    const { items } = complete(slice, offset, newChecker(), { vocabulary: new Vocabulary(workspace) });
    assert.deepEqual(items.map(({ label }) => label), ['second', 'first', 'visit', 'later']);
  });

  it('offers the number of a visit, counted on from the visit before it, or from the inspection that led to it', () => {
    const visit = 'authority: Derby\nevent: Monitoring visit\nfieldwork: {start: 2019-02-05}\nordinal: ¦\n';
    assert.deepEqual(offered(visit), ['1 – after the ILACS standard inspection of 11 June 2018']);
    const before = 'authority: Derby\nevent: Monitoring visit\nfieldwork: {start: 2018-11-06}\nordinal: 1\n';
    assert.deepEqual(offered(visit, `${OTHERS}---\n${before}`), ['2 – after the Monitoring visit of 6 November 2018']);
    const later = before.replace('2018-11-06', '2019-06-04').replace('ordinal: 1', 'ordinal: 4');
    assert.deepEqual(offered(visit, `${OTHERS}---\n${before}---\n${later}`), ['2 – after the Monitoring visit of 6 November 2018']);
    // One between the two that is not numbered, and one after it with the number that it would have.
    assert.deepEqual(offered(visit, `${OTHERS}---\n${before}---\n${before.replace('2018-11-06', '2018-12-04').replace('ordinal: 1\n', '')}`), []);
    assert.deepEqual(offered(visit, `${OTHERS}---\n${before}---\n${later.replace('4\n', '2\n')}`), []);
    // Without a day it is the newest.
    assert.deepEqual(offered(visit.replace(/field.*\n/, ''), `${OTHERS}---\n${before}---\n${later}`), ['5 – after the Monitoring visit of 4 June 2019']);
    // Nothing to count on from: no record before it, an event that is not numbered; and quotes, in which it would be no number.
    for (const text of [visit.replace('2019', '2017'), visit.replace('Monitoring visit', 'ILACS focused visit'), visit.replace('¦', '"¦"')]) assert.deepEqual(offered(text), []);
  });

  it('offers names as they are written elsewhere', () => {
    assert.deepEqual(offered('authority: Derby\nlead_inspector: ¦\n'), ['A. Person']);
    assert.deepEqual(offered('authority: Derby\nactions:\n  - action: Two\n    owner: ¦\n'), ['Director']);
  });

  it('offers outcomes and enablers with their names', () => {
    const items = offered('authority: Derby\nneeds_improvement:\n  - text: Homes.\n    national_framework: ¦\n');
    assert.equal(items.length, 7);
    assert.equal(items[3], 'outcome 4 – Children in care and care leavers have stable, loving homes');
  });
});
