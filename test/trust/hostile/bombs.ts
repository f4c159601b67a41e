import fc from 'fast-check';
import { soaking } from '../trial';

// Texts that are small for whoever writes them, and grow without end in the hands of whoever reads them.

/** A record with something in one of its fields that is too much. */
export interface Bomb {
  /** Where it stands: behind the name of a field, or below it. */
  field: string;
  what: 'nesting' | 'aliases' | 'scalar' | 'many';
  /** Which of that kind, counted round and round. */
  way: number;
  /** How often its pieces stand there, in all. */
  size: number;
  /** How often each repeats the one before, where that is up to it. */
  fold: number;
  /** Whether it is ended as it should be. */
  ends: boolean;
}

const LARGEST = soaking ? 600_000 : 60_000;
const FIELDS = ['x_own', 'summary', 'judgements', 'strengths', 'fieldwork', 'sources', 'authority', 'event', 'published', 'follow_up', 'id'];

/** Small ones too: between what is read and what is refused there may be a gap. */
const sizes = fc.oneof(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 80, max: 3000 }), fc.integer({ min: 3000, max: LARGEST }));

export const bombs: fc.Arbitrary<Bomb> = fc.record({
  field: fc.constantFrom(...FIELDS), what: fc.constantFrom('nesting' as const, 'aliases' as const, 'scalar' as const, 'many' as const), way: fc.nat(999), size: sizes, fold: fc.integer({ min: 1, max: 30 }), ends: fc.boolean(),
});

/** Something that opens within itself, and what closes it. */
const PAIRS: readonly (readonly [opens: string, closes: string])[] = [['[', ']'], ['{a: ', '}'], ['[{', '}]'], ['["', '"]'], ['- ', ''], ['? ', ''], ['{? ', '}'], ['!!seq [', ']'], ['&a [', ']'], ['[\n', '\n]'], ['{"a": [', ']}'], ['- - ', ''], ['a: ', '']];
const LETTERS = ['x', 'word ', ' ', '\t', '\\', '"', "'", '\\u0061', '\u0301', '\u{1F600}', '=', '-', '.', '#', ' #', ':', ': ', ', ', '<', '&', '\u202e', '2024-', '0', '~', '|', '[', 'é', '\n\n', '\n  x', '\r', '%', '@', '*', 'Good ', '   \n'];
const FRAMES: readonly (readonly [opens: string, closes: string])[] = [['', ''], ['"', '"'], ["'", "'"], ['|\n    ', '\n'], ['>-\n    ', '\n'], ['|9999\n', '\n'], ['# ', ''], ['&', ' x'], ['*', ''], ['!', ' x'], ['? ', '\n  : x'], ['!!binary |\n    ', '\n'], ['"\\x', '"']];
const PIECES: readonly ((i: number) => string)[] = [
  i => `k${i}: ${i}\n`, () => 'authority: Kent\n', () => '- Good\n', i => `  - text: ${i}\n`, () => '---\n', () => '...\n', () => '# x\n', () => '\n', i => `<<: {a${i}: 1}\n`, i => `&a${i} a${i}: *a${i - 1}\n`, () => '%YAML 1.2\n', () => '<<<<<<< x\n', () => '  Overall effectiveness: Good\n',
  () => 'authority: Kent\nevent: focused visit\n---\n', () => '"\n', () => '\tx: 1\n', () => '# inspection-records: ignore\n', i => `${' '.repeat(i % 200)}x:\n`, () => 'fieldwork: {start: 2024-07-08}\n', () => '? x\n', i => `- &x${i} x\n`,
];

function aliases({ size, fold, way }: Bomb): string {
  const levels = Math.min(size, 2000);
  const write: readonly ((i: number) => string)[] = [
    i => `  &a${i} n${i}: [${repeated(i ? `*a${i - 1}, ` : 'lol, ', fold)}]\n`, i => `  n${i}: &a${i} {${Array.from({ length: fold }, (_, j) => `k${j}: ${i ? `*a${i - 1}` : 'lol'}`).join(', ')}}\n`,
    i => `  n${i}: &a${i} {<<: [${repeated(i ? `*a${i - 1}, ` : '{x: 1}, ', fold)}]}\n`, i => `  n${i}: &a [${repeated('*a, ', fold)}]\n`, i => `  - &a${i}\n${repeated(i ? `    - *a${i - 1}\n` : '    - lol\n', fold)}`, i => `  ? &a${i} [${repeated(i ? `*a${i - 1}, ` : 'lol, ', fold)}]\n  : *a${Math.max(0, i - 1)}\n`,
  ];
  return `\n${Array.from({ length: levels }, (_, i) => write[way % write.length]!(i)).join('')}`.slice(0, LARGEST);
}

function repeated(piece: string, times: number): string {
  return piece.repeat(Math.max(0, Math.min(times, Math.floor(LARGEST / piece.length))));
}

function inside(bomb: Bomb): string {
  const { what, way, size, ends } = bomb;
  if (what === 'aliases') return aliases(bomb);
  if (what === 'many') return `\n${Array.from({ length: Math.min(size, LARGEST / 8) }, (_, i) => PIECES[way % PIECES.length]!(i)).join('')}`.slice(0, LARGEST);
  const [opens, closes] = what === 'nesting' ? PAIRS[way % PAIRS.length]! : FRAMES[way % FRAMES.length]!;
  if (what === 'nesting') return repeated(opens, size) + (ends ? repeated(closes, size) : '');
  return opens + repeated(LETTERS[Math.floor(way / FRAMES.length) % LETTERS.length]!, size) + (ends ? closes : '');
}

/** The file: a record with it, and one behind it with a mistake that is still to be found. */
export function textWith(bomb: Bomb): string {
  return `id: one\nauthority: Kent\nevent: ILACS standard inspection\nfieldwork: {start: 2022-05-09, end: 2022-05-20}\n${bomb.field}: ${inside(bomb)}\n---\nid: two\nauthority: Kent\nevent: focused visit\nfieldwork: {start: 2023-03-15}\nno_such_field: 1\n`;
}
