import assert from 'node:assert/strict';
import fs from 'node:fs';
import fc from 'fast-check';
import { cut } from '../../../server/records/cut';
import type { FaultKind } from '../../../server/records/fault';
import { readPlain } from '../../../server/records/plain';
import { readParsed } from '../../../server/records/read';
import { RecordStream } from '../../../server/records/stream';
import { complete } from '../../../server/features/completion';
import { formatStream } from '../../../server/features/format';
import { hover } from '../../../server/features/hover';
import { newChecker } from '../../support/checker';
import { goesRed, trial, type Trial } from '../trial';
import { BEYOND_YAML } from './differences';
import { errorsIn, formatted, sayings, unread } from './reading';
import { suiteCases } from './suite';

const records = ['kirklees', 'kent'].flatMap(name => cut(fs.readFileSync(`samples/${name}.inspection.yaml`, 'utf8')));
const original = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...suiteCases.map(({ text }) => text)) }, { weight: 1, arbitrary: fc.constantFrom(...records) });

/** What is put in: the marks of YAML, and what is no mark and looks like one. */
const PIECES = ['"', "'", ':', ': ', '- ', '-', '? ', '#', ' #', '[', ']', '{', '}', ',', '&a ', '*a', '!', '!!str ', '|', '>', '|\n', '>-\n', '%', '@', '`', '\\', '\t', ' ', '  ', '\n', '\n\n', '\r\n', '\r', '\n---\n', '\n...\n', '---', '<<: ', '~', 'a', 'a: b\n', '\n  ', '\u00a0', '\u200b', '\ufeff', '\u2028', '\0', '\u{1F600}'];

const mutation = fc.oneof(
  fc.record({ at: fc.nat(), length: fc.integer({ min: 1, max: 4 }), text: fc.constant('') }),
  fc.record({ at: fc.nat(), length: fc.constant(0), text: fc.constantFrom(...PIECES) }),
  fc.record({ at: fc.nat(), length: fc.constant(1), text: fc.constantFrom(...PIECES) }),
  fc.record({ at: fc.nat(), length: fc.constant(2), text: fc.constant('swap') }),
);

/** A case of the suite, or a record, with some characters taken away, put in, or in each other's place. */
const cases = fc.tuple(original, fc.array(mutation, { minLength: 1, maxLength: 3 })).map(([text, mutations]) => mutations.reduce((now, { at, length, text: put }) => {
  const start = at % (now.length + 1);
  const old = now.slice(start, start + length);
  return now.slice(0, start) + (put === 'swap' ? [...old].reverse().join('') : put) + now.slice(start + length);
}, text));

/** What reads texts: broken on purpose, to see that it would be found out. */
interface Reading {
  read: typeof readParsed;
  format(text: string): string;
}

function holds({ read, format }: Reading): Trial<string>['holds'] {
  return text => {
    const checker = newChecker();
    const stream = RecordStream.of(text);
    const faults = stream.slices.flatMap(slice => read(slice.text).faults.map(({ kind }) => kind));
    // The library lets a `---` stand in some quoted texts, where YAML (9.1.2) ends the document.
    const errors = [text, ...stream.slices.map(slice => slice.text)].flatMap(errorsIn);
    if (errors.length) assert.ok(faults.length, `not found: ${errors.join(', ')}`);
    else assert.ok(!faults.length || faults.some(kind => BEYOND_YAML.has(kind)), `found in valid YAML: ${faults.join(', ')}`);
    for (const slice of stream.slices) {
      const told = checker.findings(slice).some(({ rule }) => rule === 'yaml-syntax');
      assert.equal(told, slice.record.faults.length > 0 && !slice.isBlank);
      if (/^authority:/m.test(slice.text)) assert.deepEqual(unread(slice), [], 'read by nobody');
      const plain = readPlain(slice.text);
      if (plain) assert.deepEqual([plain, []], [read(slice.text).root, read(slice.text).faults]);
      for (let offset = text.length % 7; offset <= slice.text.length; offset += 7) {
        hover(slice, offset, checker);
        complete(slice, offset, checker);
      }
    }
    const after = format(text);
    for (const { index } of formatStream(stream)) assert.deepEqual(stream.slices[index]!.record.faults, [], 'formatted, though nobody knows what it says');
    // What a text with errors says, nobody knows.
    if (after !== text && !errors.length) assert.deepEqual(sayings(after), sayings(text), 'changed by formatting');
  };
}

const right: Reading = { read: readParsed, format: formatted };

describe('cases of the YAML test suite and records with mistakes put in', () => {
  const mutated: Trial<string> = { cases, holds: holds(right), short: 1000, long: 100_000 };
  trial('mutated-yaml', mutated);

  it('would go red for a reader that misses a mistake, one that finds one where none is, and a formatter that changes a value', async () => {
    await goesRed(mutated, holds({ ...right, read: text => ({ ...readParsed(text), faults: readParsed(text).faults.filter(({ kind }) => kind !== 'unclosed-bracket') }) }));
    await goesRed(mutated, holds({ ...right, read: text => (text.includes('&') ? { ...readParsed(text), faults: [{ kind: 'other' as FaultKind, start: 0, end: 1 }] } : readParsed(text)) }));
    await goesRed(mutated, holds({ ...right, format: text => formatted(text).replace(/x: /, 'x:  1') }));
  });
});
