import assert from 'node:assert/strict';
import { readConfiguration } from '../../../server/findings/configuration';
import { pathMatcher } from '../../../server/findings/path-matcher';
import { RecordStream } from '../../../server/records/stream';
import { newChecker } from '../../support/checker';
import { attackOn } from './attacks';
import { collectPatterns, waysToBeSlow, type Pattern } from './patterns';

// No text makes a pattern of ours slow: each takes time in proportion to what it reads. scslre looks at how it is made, and sees only
// repetitions of one character; what repeats whole words is tried, and the steps are counted.

/** Patterns that may be slow, and why that does no harm. By the end of the file's name, and the beginning of the pattern. */
const EXCEPTIONS: readonly (readonly [file: string, begins: string, why: string])[] = [
  ['text/markdown.ts', '^(?<fence>', 'reads only Markdown of ours, in which what a record says is escaped and short'],
  ['rules/form/wrong-type-fixes.ts', '[&*]', 'reads at most 100 characters'],
  ['rules/form/yaml-syntax-fixes.ts', '([ ]*)([^', 'begins at a known place and always fits there'],
  ['records/parser-errors.ts', '', 'reads, once for a fault, one line or text in quotes of a record that the parser has refused'],
  ['import/table/days.ts', '\\s+(?:to', 'reads at most 200 characters of a cell'],
  ['import/table/row-texts.ts', ' (?:between', 'reads at most 300 characters of a cell'],
  ['server/import/formats/', '', 'runs in a thread that is ended when it takes too long'],
  ['server/import/report/', '', 'runs in a thread that is ended when it takes too long'],
];

const known = new Map<Pattern, string[]>();

/** What makes a pattern slow, by either look. */
function slow(pattern: Pattern): string[] {
  const { file, source, flags } = pattern;
  const ways = known.get(pattern) ?? [...waysToBeSlow(pattern), attackOn(source, flags) ?? []].flat();
  known.set(pattern, ways);
  return ways.map(way => `${file} /${source}/${flags}: ${way}`);
}

describe('regular expressions', () => {
  const { patterns, made } = collectPatterns(['server', 'client']);

  it('are found in the sources', () => assert.ok(patterns.length > 300, String(patterns.length)));

  it('take no more time than in proportion to the text, whatever that is', () => {
    const isExcepted = ({ file, source }: Pattern) => EXCEPTIONS.some(([name, begins]) => file.includes(name) && source.startsWith(begins));
    assert.deepEqual(patterns.filter(pattern => !isExcepted(pattern)).flatMap(slow), []);
  });

  it('have no exception that is needed no more', () => {
    for (const [name, begins] of EXCEPTIONS) assert.ok(patterns.some(pattern => pattern.file.includes(name) && pattern.source.startsWith(begins) && slow(pattern).length), `${name} ${begins}`);
  });

  it('that are made of texts are few, and known', () => {
    // Of our own data, of numbers, or held to what `findings/packs/sense.ts` takes; what is imported is read in a thread that is ended.
    const KNOWN = /^server\/(import\/|findings\/packs\/(misfits|sense)\.ts|reference\/links\.ts|rules\/pair-edits\.ts)/;
    assert.deepEqual(made.filter(each => !KNOWN.test(each)), []);
  });

  it('that are slow are found: planted faults', () => {
    for (const [source, ways] of [['(?:[\\n\\r]+ *)*[\\n\\r]+x', /exponential/], ['\\s+$', /Move/], ['^[a-z]*[a-z0-9]*!', /Trade/]] as const) {
      assert.match(waysToBeSlow({ source, flags: '' }).join('; '), ways, source);
    }
  });

  it('that are slow behind a word, or for words, are found: planted faults', () => {
    for (const source of ['id: [^,]*,', '(?:ab)*(?:ab)*!', '^(?:a|ab|b)*$', '(?<=x)(?:no|on|n)+(?!\\w)', '"(?:[^"]|\\\\")*"!']) assert.ok(attackOn(source, ''), source);
    for (const source of ['^id: [^,]*,', '(?:ab)*!?', '^(?:a|b)*$', 'a{2,5}b', '(?<!\\s)\\s+$']) assert.equal(attackOn(source, ''), undefined, source);
  });
});

describe('a comment that ignores findings, with many blank lines behind it', () => {
  it('is read at once', () => {
    // A pattern once took twice as long for each line more: this would not end.
    const text = `authority: Kent\nevent: focused visit # inspection-records: ignore\n# inspection-records: ignore${'\n'.repeat(5000)}# x`;
    const [slice] = RecordStream.of(text).slices;
    assert.ok(newChecker().findings(slice!).length > 0);
  });
});

describe('globs of a configuration', () => {
  const GLOBS = ['*'.repeat(60), '**/'.repeat(60), `${'*a'.repeat(40)}b`, '{a,b}'.repeat(12), '+(a|aa)'.repeat(3), '!(a*)'.repeat(2), '(a+)+$', '[[:alpha:]]'.repeat(20), '@(a|b)*'.repeat(20), '*a*a*a*ab'];

  it('are tried in no time, whatever stands in them', () => {
    for (const glob of GLOBS) {
      const matches = pathMatcher([glob]);
      for (const path of ['a'.repeat(200), 'a/'.repeat(100), `${'a'.repeat(50)}/c`]) assert.equal(typeof matches(path), 'boolean', glob);
    }
  });

  it('that would not be are refused, and the others are not', () => {
    const isRefused = (glob: string) => readConfiguration(`ignore:\n  - ${JSON.stringify(glob)}\n`).problems.some(({ message }) => message.startsWith('This pattern takes too long'));
    assert.deepEqual(GLOBS.filter(isRefused), [GLOBS[1], GLOBS[2], GLOBS[8], GLOBS[9]]);
    for (const glob of ['archive/**', '**/20{19,20}/*.yml', '*/*/*/*-*-draft*.inspection.yaml', '**/old/**/*.draft.*.yaml']) assert.ok(!isRefused(glob), glob);
  });
});
