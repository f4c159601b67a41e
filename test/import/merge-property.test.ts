import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Draft } from '../../server/import/draft';
import { sameValue } from '../../server/import/draft';
import { KnownRecords } from '../../server/import/match-records';
import { mergeInto } from '../../server/import/merge';
import { toValue } from '../../server/records/node';
import { RecordStream } from '../../server/records/stream';
import { checker } from './support';

const SAMPLES = fs.readdirSync('samples').filter(name => name.endsWith('.inspection.yaml')).map(name => fs.readFileSync(path.join('samples', name), 'utf8'));

/** Whole records, with what they say. */
const RECORDS = SAMPLES.flatMap(text => RecordStream.of(text).records).flatMap(({ slice }) => {
  const { root, faults } = slice.record;
  return root?.kind === 'map' && faults.length === 0 ? [{ text: slice.text.replace(/^---.*\r?\n/, '').replace(/^\.\.\..*$/m, ''), value: withDays(toValue(root)) }] : [];
});

/** A bare year is a number to YAML, and a day to a draft. */
function withDays(value: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value, (_, one: unknown) => (typeof one === 'number' && one > 1900 ? String(one) : one))) as Record<string, unknown>;
}

/** What tells inspections from each other stays; any other field, and any judgement, may be missing. */
const STAYS = /^(?:authority|event|fieldwork|published|id)\b/;

interface Damage {
  /** For each part of the record, whether it is left out. */
  lost: readonly boolean[];
  /** After which parts somebody put a comment or an empty line. */
  remarks: readonly number[];
  isCrlf: boolean;
  isQuoted: boolean;
}

const damages: fc.Arbitrary<Damage> = fc.record({ lost: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), remarks: fc.array(fc.nat(30), { maxLength: 6 }), isCrlf: fc.boolean(), isQuoted: fc.boolean() });

/** The lines of a record that belong together: a field, or a judgement within its field. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let field = '';
  for (const line of text.split('\n').filter(one => one.trim() !== '' && !one.startsWith('#'))) {
    if (/^\S/.test(line) && !/^- /.test(line)) field = line;
    const begins = line === field || (field.startsWith('judgements:') && /^ {2}\S/.test(line));
    if (begins) parts.push(line);
    else parts[parts.length - 1] += `\n${line}`;
  }
  return parts;
}

function damaged(text: string, { lost, remarks, isCrlf, isQuoted }: Damage): string {
  const parts = partsOf(text);
  const keptParts = parts.filter((part, index) => STAYS.test(part) || part.startsWith('judgements:') || !lost[index % lost.length]);
  // A heading of judgements without any is another damage: it waits to be filled in.
  const lines = keptParts.flatMap((part, index) => [isQuoted ? part.replace(/^authority: (.*)$/m, (_, name: string) => `authority: '${name.replaceAll("'", "''")}'   # so`) : part, ...(remarks.includes(index) ? ['', '# kept: by hand'] : [])]);
  return `${lines.join('\n')}\n`.replaceAll('\n', isCrlf ? '\r\n' : '\n');
}

/** Whether all lines of a text stand in another, in their order; a key that waited may have got its value. */
function holdsLines(whole: string, part: string): boolean {
  const lines = whole.split('\n');
  let at = 0;
  return part.split('\n').every(line => {
    while (at < lines.length && lines[at] !== line) at++;
    return at++ < lines.length;
  });
}

function merge(text: string, draft: Draft): { text: string; conflicts: readonly string[] } {
  const known = new KnownRecords();
  for (const { slice } of RecordStream.of(text).records) known.add(slice, checker.inspection(slice)!);
  const same = known.find(draft)!;
  return mergeInto(same.slice, same.inspection, draft, { evidence: false });
}

describe('merging what a record has lost', () => {
  it('keeps every line, comment and line break; gives back what was lost; and changes nothing the second time', () => {
    fc.assert(fc.property(fc.constantFrom(...RECORDS), damages, (record, damage) => {
      const before = damaged(record.text, damage);
      const draft: Draft = { value: { ...record.value, sources: [{ title: 'table.csv, row 7' }] }, remarks: [], origin: 'table.csv, row 7' };
      const once = merge(before, draft);
      assert.deepEqual(once.conflicts, []);
      assert.ok(holdsLines(once.text, before), `lines were lost:\n${before}\n=>\n${once.text}`);
      assert.equal(/[^\r]\n/.test(once.text), !damage.isCrlf, 'line breaks are mixed');
      assert.deepEqual(merge(once.text, draft), once);
      const [merged, ...others] = RecordStream.of(once.text).records;
      assert.deepEqual(others, []);
      assert.deepEqual(merged!.slice.record.faults, []);
      const [said, wanted] = [withDays(toValue(merged!.slice.record.root!)), { ...record.value }];
      for (const one of [said, wanted]) delete one.sources;
      assert.ok(sameValue(said, wanted), `${JSON.stringify(said)}\n${JSON.stringify(wanted)}`);
    }));
  });
});
