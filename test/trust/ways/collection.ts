import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { cut } from '../../../server/records/cut';

// Folders of records as they may lie anywhere: right and wrong ones, broken ones, files with nothing in them, with a great deal, and that are no text.

export interface Collection {
  files: { name: string; text: string; encoding: Encoding }[];
  configuration: string;
  /** Of `check`, besides its format. */
  options: string[];
  /** How much of what is found a baseline knows of, in tenths; 0: there is no baseline. */
  known: number;
  /** From which the order is made in which files come, where that is not their own. */
  order: number;
}

const ENCODINGS = ['utf8', 'latin1', 'utf16le'] as const;
type Encoding = (typeof ENCODINGS)[number];

export const CONFIGURATION = 'inspection-records.config.yaml';
export const BASELINE = 'known.json';

const SAMPLES = 'samples';

/** Each record of the samples, right ones and broken ones. */
function sampleRecords(): string[] {
  const files = ['.', 'broken'].flatMap(folder => fs.readdirSync(path.join(SAMPLES, folder)).map(name => path.join(SAMPLES, folder, name))).filter(name => name.endsWith('.inspection.yaml'));
  return files.sort().flatMap(file => cut(fs.readFileSync(file, 'utf8'))).map(text => (text.startsWith('---') ? text : `---\n${text}`));
}

const record = fc.constantFrom(...sampleRecords());

/** What is put into a record: mistakes of all kinds, and what silences them. */
const snippets = fc.constantFrom('', '\t', ': ', '- ', '"', "'", '&a [', '\n', '\n\n', '\n---\n', '\n...\n', '#', ' # inspection-records: ignore\n', '# inspection-records: ignore unknown-field\n', 'é', '\u2028', '😀', 'id: kent-2022\n', 'follows: nobody\n', 'x'.repeat(200));

/** A record in which a few characters are others. */
const mistaken = fc.tuple(record, fc.nat(), fc.integer({ min: 0, max: 30 }), snippets).map(([text, at, gone, put]) => {
  const start = at % (text.length + 1);
  return text.slice(0, start) + put + text.slice(start + gone);
});

const few = fc.array(fc.oneof({ weight: 3, arbitrary: record }, mistaken), { minLength: 1, maxLength: 4 }).map(texts => texts.join(''));

/** More than is read at one time. */
const many = fc.array(fc.oneof(record, mistaken), { minLength: 1, maxLength: 3 }).map(texts => texts.join('').repeat(Math.ceil(70_000 / texts.join('').length)));

const text = fc.oneof({ weight: 12, arbitrary: few }, { weight: 1, arbitrary: many }, { weight: 2, arbitrary: fc.constantFrom('', '\n', '# nothing\n', '---\n', '[]\n', '\u0000') })
  .chain(words => fc.constantFrom(words, words, words, words.replaceAll('\n', '\r\n'), `\ufeff${words}`));

const name = fc.tuple(fc.constantFrom('', 'a/', 'a/b/', 'drafts/', 'old/'), fc.constantFrom('a', 'b', 'ä', 'Z', 'z 1', '10', '9'), fc.constantFrom('yaml', 'yml')).map(([folder, stem, end]) => `${folder}${stem}.inspection.${end}`);

const file = fc.record({ name, text, encoding: fc.oneof({ weight: 20, arbitrary: fc.constant('utf8' as const) }, fc.constantFrom(...ENCODINGS)) });

const CONFIGURATIONS = [
  '',
  'ignore: ["drafts/**"]\n',
  'rules:\n  unknown-field: off\n  grade-spelling: error\n',
  'ignore: ["**/9.*"]\nrules:\n  publication-gap: error\noverrides:\n  - files: ["old/**"]\n    rules:\n      duplicate-id: off\n      missing-field: hint\n',
];

const options = fc.subarray([['--quiet'], ['--fail-on', 'hint'], ['--rule', 'duplicate-record=error'], ['--rule', 'yaml-syntax=off']]).map(chosen => chosen.flat());

export const collections: fc.Arbitrary<Collection> = fc.record({
  files: fc.uniqueArray(file, { minLength: 1, maxLength: 7, selector: each => each.name.normalize().toLowerCase() }),
  configuration: fc.constantFrom(...CONFIGURATIONS), options, known: fc.constantFrom(0, 0, 3, 10), order: fc.nat(),
});

/** What lies in the folder. */
export function contentsOf({ files, configuration }: Collection): Record<string, string | Buffer> {
  return { [CONFIGURATION]: configuration, ...Object.fromEntries(files.map(({ name, text, encoding }) => [name, Buffer.from(text, encoding)])) };
}
