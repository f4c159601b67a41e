import assert from 'node:assert/strict';
import { RecordStream } from '../../server/records/stream';
import { newChecker } from '../support/checker';

const HELP = 'The experiences and progress of children who need help and protection';

/** What is said of a source that says this. */
function conflicts(says: string): string[] {
  const record = `authority: Kirklees
event: ILACS standard inspection
fieldwork:
  start: 2024-07-08
  end: 2024-07-19
judgements:
  ${HELP}: {grade: Good, summary: Much.}
  Overall effectiveness: Good
sources:
  - title: A table
    says:
      ${says}
`;
  const checker = newChecker();
  return RecordStream.of(record).slices.flatMap(slice => checker.findings(slice)).filter(({ rule }) => rule === 'source-conflict').map(({ message, start }) => `${record.slice(start).split(':')[0]} | ${message}`);
}

describe('what a source says otherwise', () => {
  it('is told judgement by judgement, of those that differ', () => {
    assert.deepEqual(conflicts(`judgements: {Overall effectiveness: Outstanding, ${HELP}: Good}`), ["Overall effectiveness | This source says otherwise about 'Overall effectiveness': 'Outstanding', where the record has 'Good'."]);
    assert.deepEqual(conflicts(`judgements: {${HELP}: Inadequate}`), [`${HELP} | This source says otherwise about '${HELP}': 'Inadequate', where the record has 'Good'.`]);
  });

  it('is nothing where it says the same of some of them, or of one that the record does not have', () => {
    assert.deepEqual(conflicts('judgements: {Overall effectiveness: Good, Elsewhere: Good}'), []);
    assert.deepEqual(conflicts('fieldwork: {start: 2024-07-08}'), []);
  });

  it('is told of days as of one time', () => {
    assert.deepEqual(conflicts('fieldwork: {start: 2024-07-09, end: 2024-07-19}'), ["fieldwork | This source says otherwise about 'fieldwork': 9 July 2024 to 19 July 2024, where the record has 8 July 2024 to 19 July 2024."]);
  });
});
