import assert from 'node:assert/strict';
import fs from 'node:fs';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { cut } from '../../server/records/cut';
import type { Node } from '../../server/records/node';
import { readPlain } from '../../server/records/plain';
import { readParsed } from '../../server/records/read';
import { runs } from '../support/property-tests';

const SAMPLES = globSync('samples/**/*.inspection.yaml');
const WHOLE = ['kirklees', 'kent'].flatMap(name => cut(fs.readFileSync(`samples/${name}.inspection.yaml`, 'utf8')));

/** The ways in which YAML writes fields, lists and texts, and what stands between them: right, nearly right and wrong. */
const LINES = [
  'a:', 'b: x', 'c: 1', 'd: 007', 'e: 2024-02-01', 'f: true', 'g: ~', 'h: "x y"', "i: 'x'", '"j": x', "'k': x", 'l: "x', 'm: x # c', 'n: x: y', 'o : x', 'p:x', 'q: [a, b]', 'r: >-', 's: |', 't: >', 'u: |-', 'v: |+', 'w: |2',
  'x: 1.50', 'y: .5', 'z: -3', 'aa: -', 'ab: - x', 'ac: 0x1F', 'ad: .inf', 'ae: +', 'af: #x', 'ag:   ', 'ah: &a x', 'ai: *a', 'aj: !!str x', 'ak: "a\\"b"', "al: 'it''s'", 'am: "x" y', 'an: "x" # c', 'ao: x#y', 'ap: x:y', 'null: x', '1: x', '? x', ': x',
  '- x', '-', '- ', '- a: 1', '-   b: 2', '- - x', '- "x": y', '- "x"', '- >-', '- x: y: z', '-x', '- # c', 'words', 'more words # c', 'words:', '# comment', '', ' ', '   ', '...', '---', '--', '<<<<<<< HEAD', '%YAML 1.2', 'é: ü', 'x\u{1F600}: y\u{1F600}', '\u00a0', '{a: 1}', '[]', '@x', '`x`',
];
const end = fc.constantFrom('\n', '\n', '\n', '\n', '\n', '\r\n', ' \n', '\n\n', '\n# c\n', '\n  # c\n');
/** A text as the value of a field or entry at a column: with what may stand on lines below it. */
const value = (column: number) => fc.tuple(
  fc.constantFrom(' x y', ' 7', ' "x: y"', ' x # c', '', ' >-|', ' ||', ' >|', ' |-|', ' x y|', ' x.|', ' -1', ' é\u{1F600}|', " 'x'", ' no', ' "x"|'),
  fc.array(fc.constantFrom('words', 'more: words', 'words # c', '', '- x', ' further in', 'x:y', '# no comment', 'last ', '"x"'), { maxLength: 4 }), fc.integer({ min: 1, max: 3 }),
).map(([words, lines, further]) => words.endsWith('|') ? words.slice(0, -1) + lines.map(text => '\n' + (text && ' '.repeat(column + further) + text)).join('') : words);
/** Fields and lists in each other, mostly as they should be. */
const block = (column: number, depth: number): fc.Arbitrary<string> => {
  const child = (kind: 'field' | 'entry') => fc.tuple(fc.integer({ min: kind === 'field' ? 0 : 1, max: 3 }), fc.boolean()).chain(([further, below]) => depth === 0 || !below
    ? fc.tuple(value(column), end).map(([text, after]) => text + after)
    : further === 0 ? list(column, depth - 1).map(text => '\n' + text) : block(column + further, depth - 1).map(text => '\n' + text));
  const field = fc.tuple(fc.constantFrom('a', 'name of it', '"b: c"', "'d'", '7', 'é', 'x_y', 'the (LSCB)'), child('field')).map(([key, text]) => `${' '.repeat(column)}${key}:${text}`);
  const list = (at: number, below: number): fc.Arbitrary<string> => {
    const entry = fc.tuple(value(at), end).map(([text, after]) => `${' '.repeat(at)}-${text}${after}`);
    const nested = below === 0 ? [] : [block(at + 2, below - 1).map(text => `${' '.repeat(at)}- ${text.trimStart()}`)];
    return fc.array(fc.oneof(entry, ...nested), { minLength: 1, maxLength: 3 }).map(items => items.join(''));
  };
  return fc.oneof({ weight: 3, arbitrary: fc.array(field, { minLength: 1, maxLength: 3 }).map(fields => fields.join('')) }, { weight: 1, arbitrary: list(column, depth) });
};
const whole = fc.tuple(fc.constantFrom('', '', '---\n', '--- # c\n', '# c\n---\n'), block(0, 2)).map(([marker, text]) => marker + text);
const line = fc.tuple(fc.constantFrom(0, 0, 0, 2, 2, 2, 4, 4, 1, 3, 6), fc.constantFrom(...LINES), fc.constantFrom('\n', '\n', '\n', '\n', '\r\n', ' \n', '\r', '')).map(([column, words, end]) => ' '.repeat(column) + words + end);
const jumble = fc.tuple(fc.constantFrom('', '', '---\n', '--- # c\n', '# c\n---\n', '--- x\n', '\ufeff'), fc.array(line, { minLength: 1, maxLength: 5 })).map(([marker, lines]) => marker + lines.join(''));

const edit = fc.record({ at: fc.nat(), length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)), text: fc.oneof(fc.constantFrom('', ' ', '\n', '\r\n', '  ', ':', ': ', '-', '#', ' #', '"', "'", '|\n', '>\n', '\t', '[', '\u2028', '\0', '~', '1', '\\'), fc.constantFrom(...LINES)) });
const torn = fc.tuple(fc.oneof(fc.constantFrom(...WHOLE), whole), fc.array(edit, { minLength: 1, maxLength: 3 })).map(([record, edits]) => edits.reduce((text, { at, length, text: piece }) => {
  const start = at % (text.length + 1);
  return text.slice(0, start) + piece + text.slice(start + length);
}, record));

/** Whether the fast reader read the text: then it read it as the parser does, which has nothing to say against it. */
function readsAlike(text: string): boolean {
  const plain = readPlain(text);
  if (!plain) return false;
  const { root, faults } = readParsed(text);
  assert.deepEqual(faults, []);
  assert.deepEqual(plain, root);
  assert.ok(hasNoneTwice(plain), 'a key stands twice');
  return true;
}

function hasNoneTwice(node: Node): boolean {
  if (node.kind === 'scalar') return true;
  if (node.kind === 'list') return node.items.every(hasNoneTwice);
  return new Set(node.pairs.map(({ key }) => key.text)).size === node.pairs.length && node.pairs.every(({ value }) => hasNoneTwice(value));
}

describe('the fast reader of plain records', () => {
  it('reads all samples as the parser does, nearly all of them itself', () => {
    const pieces = SAMPLES.filter(file => !file.includes('/broken/')).flatMap(file => cut(fs.readFileSync(file, 'utf8')));
    const slow = pieces.filter(piece => !readsAlike(piece));
    assert.deepEqual(slow.map(piece => /^id: .*/m.exec(piece)?.[0]), []);
  });

  it('reads broken records as the parser does, or leaves them to it', () => {
    for (const file of SAMPLES) for (const piece of cut(fs.readFileSync(file, 'utf8'))) readsAlike(piece);
  });

  it('reads samples with CRLF as the parser does', () => {
    for (const piece of WHOLE) assert.ok(readsAlike(piece.replaceAll('\n', '\r\n')));
  });

  for (const [what, texts, times, least] of [
    ['fields and lists in each other', whole, 4000, 0.3],
    ['lines of every kind, jumbled', jumble, 8000, 0.02],
    ['records with edits in them', torn, 2000, 0.1],
  ] as const) {
    it(`reads ${what} as the parser does, or leaves them to it`, () => {
      let plain = 0;
      fc.assert(fc.property(texts, text => { for (const piece of cut(text)) plain += Number(readsAlike(piece)); }), { numRuns: runs(times) });
      assert.ok(plain > runs(times) * least, `only ${plain} were read by the fast reader`);
    });
  }

  it('reads records that are still being written as the parser does, or leaves them to it', () => {
    const record = WHOLE[1]!;
    for (let length = 0; length <= record.length; length++) readsAlike(record.slice(0, length));
  });
});
