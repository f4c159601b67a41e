import assert from 'node:assert/strict';
import fs from 'node:fs';
import { RecordStream } from '../../server/records/stream';
import { Reader } from '../../server/reference/reader';
import { GradeStatistics } from '../../server/workspace/statistics';
import { Vocabulary } from '../../server/workspace/vocabulary';
import { Workspace } from '../../server/workspace/workspace';
import { reference } from '../support/checker';

function workspaceOf(...files: string[]): Workspace {
  const workspace = new Workspace(new Reader(reference));
  files.forEach((text, i) => workspace.set(`file:///${i}`, RecordStream.of(text)));
  return workspace;
}

describe('what all records say together', () => {
  it('each authority counts by its latest grade: 36, 66, 31 and 19 of 152, as Ofsted counts them at 31 March 2025 but for Somerset', () => {
    const statistics = new GradeStatistics(workspaceOf(fs.readFileSync('samples/national.inspection.yaml', 'utf8')));
    const holders = (grade: string) => statistics.holders('overall_effectiveness', grade);
    // Somerset was inspected last as the county council that it was until 2023: Ofsted counts that for it, we do not.
    assert.deepEqual(holders('outstanding'), { holding: 36, of: 152 });
    assert.deepEqual(['good', 'requires_improvement', 'inadequate'].map(grade => holders(grade)!.holding), [66, 31, 19]);
  });

  it('counts again after a change, and knows nothing of what nobody has', () => {
    const workspace = workspaceOf('authority: Kent\nevent: ILACS standard inspection\npublished: 2024-08-28\njudgements:\n  Overall effectiveness: Good\n');
    const statistics = new GradeStatistics(workspace);
    assert.deepEqual(statistics.holders('overall_effectiveness', 'good'), { holding: 1, of: 1 });
    workspace.delete('file:///0');
    assert.equal(statistics.holders('overall_effectiveness', 'good'), undefined);
  });

  it('names are offered as they are written elsewhere, the most used first; sentences are not', () => {
    const record = (id: string, by: string) => `id: ${id}\nauthority: Kent\nlead_inspector: A. Person\nquotes:\n  - text: Well done.\n    by: ${by}\n`;
    const vocabulary = new Vocabulary(workspaceOf(`${record('a', 'B')}---\n${record('b', 'C')}---\n${record('c', 'C')}---\nquotes:\n  - by: ${'x'.repeat(200)}\n`));
    assert.deepEqual(vocabulary.used('lead_inspector'), ['A. Person']);
    assert.deepEqual(vocabulary.used('quotes/*/by'), ['C', 'B']);
    assert.deepEqual(vocabulary.ids().map(({ id }) => id), ['a', 'b', 'c']);
  });
});
