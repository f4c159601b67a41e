import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { rules } from '../../server/rules/registry';
import { VALIDATORS } from './validators';

// The schema is for everybody: other validators accept with it every record that is right, and refuse every one that a schema can.

const REFERENCE = 'it is wrong by reference data (names, grades, editions, addresses), which has variants that are understood and changes without the schema';
const VALUES = 'it follows from two values of the record, which a schema does not hold against each other';
const OTHERS = 'it follows from other records, or from today';
const TEXT = 'it is in the text (order, comments), not in what the text holds';
const ODD = 'it is allowed, and merely odd';

/** The rules whose mistakes a schema cannot refuse, and why. A record that breaks any other rule is refused. */
const BEYOND_A_SCHEMA: Readonly<Record<string, string>> = {
  'empty-value': ODD,
  'unused-ignore': TEXT,
  'unknown-authority': REFERENCE,
  'authority-spelling': REFERENCE,
  'trust-as-authority': REFERENCE,
  'authority-not-in-existence': REFERENCE,
  'unknown-event': REFERENCE,
  'event-spelling': REFERENCE,
  'event-not-in-force': REFERENCE,
  'dates-out-of-order': VALUES,
  'date-in-future': OTHERS,
  'fieldwork-weekend': ODD,
  'fieldwork-length': VALUES,
  'publication-gap': VALUES,
  'report-url': REFERENCE,
  'unknown-judgement': REFERENCE,
  'judgement-spelling': REFERENCE,
  'judgement-not-in-framework': REFERENCE,
  'missing-judgement': REFERENCE,
  'judgement-order': TEXT,
  'unknown-grade': REFERENCE,
  'grade-spelling': REFERENCE,
  'grade-not-in-scale': REFERENCE,
  'grade-on-ungraded-event': REFERENCE,
  'limiting-judgement': VALUES,
  'overall-out-of-range': VALUES,
  'duplicate-id': OTHERS,
  'duplicate-record': OTHERS,
  'unknown-record': OTHERS,
  'short-after-weak': OTHERS,
  'inspection-interval': OTHERS,
  'monitoring-without-inadequate': OTHERS,
  'monitoring-ordinal': OTHERS,
  'source-conflict': VALUES,
  'action-overdue': OTHERS,
};

function read(folder: string): Map<string, string> {
  const names = fs.readdirSync(folder).filter(name => name.endsWith('.inspection.yaml'));
  return new Map(names.map(name => [name, fs.readFileSync(path.join(folder, name), 'utf8')]));
}

/** The samples, without most of the national table, whose records are all alike. */
function right(): Map<string, string> {
  const samples = read('samples');
  const [national, ...others] = [...samples.keys()].sort((a, b) => Number(b.startsWith('national')) - Number(a.startsWith('national')));
  const some = samples.get(national!)!.split(/^---$/m).slice(0, 30).join('---');
  return new Map([...others.map(name => [name, samples.get(name)!] as const), [national!, some]]);
}

describe('the schema in other validators', () => {
  const ruleOf = (name: string) => path.basename(name, '.inspection.yaml');

  it('is told of what it cannot refuse', () => {
    const ids = rules.map(({ id }) => id);
    for (const id of Object.keys(BEYOND_A_SCHEMA)) assert.ok(ids.includes(id), id);
    assert.deepEqual([...read('samples/broken').keys()].map(ruleOf).sort(), [...ids].sort());
  });

  for (const { name, needs, misreads = [], refused } of VALIDATORS) {
    it(`${name} accepts what is right, and refuses what a schema can`, async function () {
      if (needs !== undefined && !fs.existsSync(needs)) {
        console.log(`      skipped: ${name} is not here ('npm run bench' fetches it)`);
        return this.skip();
      }
      const texts = new Map([...right(), ...[...read('samples/broken')].map(([file, text]) => [`broken-${file}`, text] as const)]);
      const broken = [...await refused(texts)].map(file => ruleOf(file.replace('broken-', ''))).sort();
      assert.deepEqual(broken, rules.map(({ id }) => id).filter(id => !(id in BEYOND_A_SCHEMA) || misreads.includes(id)).sort());
    });
  }
});
