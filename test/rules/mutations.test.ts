import assert from 'node:assert/strict';
import fc from 'fast-check';
import validate from 'generated:validate-record';
import { toValue } from '../../server/records/node';
import { RecordStream } from '../../server/records/stream';
import { check, mended, read } from './fixture';
import { runs } from '../support/property-tests';

// Real records with random mistakes in them: what must hold for every one of them, whatever the mistake.

const records = ['samples/kirklees.inspection.yaml', 'samples/kent.inspection.yaml']
  .flatMap(file => RecordStream.of(read(file)).slices.map(({ text }) => text)).filter(text => text.length < 3000);

const values = ['', '5', 'true', '~', '""', '[One.]', '[2024-07-08]', '{a: b}', '8/7/2024', '2024-02-31', 'some words', 'a: b', '"x', "'tis", '[x', '- x', '*x', '!x', '|', '[]', '{}', '- x: y',
  '{start: 2024-07-08}', '2024-07-08 to 2024-07-10', 'www.example.org', '\n  - x', '\n  x: y', '\n  -', ' # why', 'x # why', '"2024-07-08 "', '__proto__: x', '\u202e'];

type Mutation = (line: string, value: string) => string;
const mutations: Mutation[] = [
  () => '', line => `${line}\n${line}`, line => ` ${line}`, line => `\t${line}`, line => line.replace(/^ /, ''), line => line.replace(/(\w)(\w)(\w*:)/, '$2$1$3'), line => line.replace(':', ''),
  (line, value) => line.replace(/:( .*)?$/, () => `: ${value}`), (line, value) => line.replace(/- .*/, () => `- ${value}`), (line, value) => line.replace(/[\w ]+:/, () => `${value}:`),
];

const mistaken = fc.tuple(fc.constantFrom(...records), fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...mutations), fc.constantFrom(...values)), { minLength: 1, maxLength: 3 })).map(([text, changes]) => {
  const lines = text.split('\n');
  for (const [at, mutate, value] of changes) lines[at % lines.length] = mutate(lines[at % lines.length]!, value);
  return lines.join('\n');
});

const hold = (property: (text: string) => void) => fc.assert(fc.property(mistaken, property), { numRuns: runs(200) });

describe('findings about records with random mistakes', () => {
  it('include an error wherever the schema refuses the record', () => hold(text => {
    for (const { slice: { record } } of RecordStream.of(text).records) {
      if (!record.root || record.faults.length || validate(toValue(record.root))) continue;
      assert.ok(check(text).findings.some(({ severity }) => severity === 'error'), JSON.stringify(validate.errors));
    }
  }));

  it('stand on words of the text, and show nothing that is hidden', () => hold(text => {
    for (const { start, end, offset, message } of check(text).findings) {
      assert.ok(0 <= start && start < end && offset + end <= text.length, `${start} to ${end}`);
      assert.doesNotMatch(message, /[\u0000-\u001f\u202a-\u202e]/);
    }
  }));

  it('offer no fix that makes more of the text unreadable, or does nothing', () => hold(text => {
    const before = check(text);
    for (const finding of before.findings) {
      for (const fix of finding.fixes ?? []) {
        const result = mended(text, [{ finding, fix }]);
        assert.notEqual(result, text);
        assert.ok(check(result).faults <= before.faults, `${finding.rule}, ${fix.title}: ${result}`);
      }
    }
  }));
});
