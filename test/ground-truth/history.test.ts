import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { readCsv } from '../../scripts/csv.mjs';
import { check } from '../rules/fixture';

// Every ILACS report in Ofsted's table of 2009 to 2023, of which only the publication is known: no rule may invent a mistake.
const TABLE = path.resolve('..', 'shared', 'data', 'ofsted_2023_LA_inspections_2009-2023.csv');

const ILACS = { leaders: 'impact of leaders', help: 'experiences and progress of children who need help and protection', both: 'experiences and progress of children in care and care leavers', care: 'experiences and progress of children in care', leavers: 'experiences and progress of care leavers', overall: 'overall effectiveness' };

/** A record of each ILACS report of a row, its judgements by the names of the table's columns. */
function records(row: Record<string, string>): string[] {
  return ['First', 'Second'].flatMap(which => {
    const cell = (name: string) => row[`${which} ILACS framework ${name}`] ?? '';
    if (!cell('publication date')) return [];
    // The table has one column for care, whichever judgement it was: where care leavers have no grade, it was the joined one.
    const printed = (name: string) => (name === ILACS.care && !cell(ILACS.leavers) ? ILACS.both : name);
    const judgements = Object.values(ILACS).filter(name => /[a-z]/i.test(cell(name))).map(name => `  ${printed(name)}: ${cell(name)}\n`);
    return [`authority: "${row['Local authority name']}"\nevent: ${cell('inspection type')}\npublished: ${cell('publication date')}\njudgements:\n${judgements.join('')}`];
  });
}

describe("Ofsted's history to 2023", () => {
  before(function () {
    if (fs.existsSync(TABLE)) return;
    console.log(`    skipped: the evidence is not there (${path.relative('.', TABLE)})`);
    this.skip();
  });

  it('has no error in any ILACS report', () => {
    const texts = readCsv(fs.readFileSync(TABLE, 'utf8')).flatMap(records);
    assert.ok(texts.length > 150, String(texts.length));
    for (const text of texts) assert.deepEqual(check(text).findings.filter(({ severity }) => severity === 'error').map(({ told }) => told), [], text);
  });
});
