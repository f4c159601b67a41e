import assert from 'node:assert/strict';
import { check, mended } from './fixture';

/** A record with something wrong in it. */
const withLines = (lines: string) => `authority: Kirklees\nevent: ILACS focused visit\npublished: 2022-01-26\n${lines}\nfollows: kirklees-2016-sif\n`;

/** One mistake each: the words that are marked, and the text after the fix (as far as the lines between go), or null without one. */
const mistakes: Record<string, { lines: string; at: string; mends?: string }> = {
  'a tab': { lines: 'fieldwork:\n\tstart: 2021-11-30\n\tend: 2021-12-01', at: '\t', mends: 'fieldwork:\n  start: 2021-11-30\n  end: 2021-12-01' },
  'a tab beside spaces': { lines: 'fieldwork:\n    start: 2021-11-30\n\tend: 2021-12-01', at: '\t', mends: 'fieldwork:\n    start: 2021-11-30\n    end: 2021-12-01' },
  'tabs in a list': { lines: 'strengths:\n\t- One.\n\t- Two.', at: '\t', mends: 'strengths:\n  - One.\n  - Two.' },
  'a tab after a dash': { lines: 'quotes:\n  - text: One.\n\t  by: Ofsted', at: '\t  ', mends: 'quotes:\n  - text: One.\n    by: Ofsted' },
  'a tab on an empty line': { lines: 'summary: >-\n  One.\n\t', at: '\t', mends: 'summary: >-\n  One.\n  ' },
  'conflict markers': { lines: '<<<<<<< HEAD\nsummary: One.\n=======\nsummary: Two.\n>>>>>>> other', at: '<<<<<<< HEAD' },
  'conflict markers with the base': { lines: '<<<<<<< HEAD\nsummary: One.\n||||||| base\nsummary: None.\n=======\nsummary: Two.\n>>>>>>> other', at: '<<<<<<< HEAD' },
  'conflict markers in a text': { lines: 'notes: |\n<<<<<<< HEAD\n  One.\n=======\n  Two.\n>>>>>>> other', at: '<<<<<<< HEAD' },
  'the middle of a conflict that began in another record': { lines: '=======', at: '=======' },
  'the second half of a conflict that began in another record': { lines: '=======\nauthority: Kent\n>>>>>>> other', at: '=======' },
  'an unclosed quote': { lines: 'summary: "One.', at: '"One.', mends: 'summary: "One."' },
  'an unclosed single quote': { lines: "summary: 'One.\nnotes: It's late.", at: "'One.", mends: "summary: 'One.'\nnotes: It's late." },
  'a quote that is closed by one of another kind': { lines: "summary: \"One.'", at: "\"One.'", mends: 'summary: "One."' },
  'a quote that is closed by a curly one': { lines: 'summary: "One.” # why', at: '"One.” # why', mends: 'summary: "One." # why' },
  'a quote that is closed by the next one': { lines: 'summary: "One.\nnotes: "Two."', at: '"One.', mends: 'summary: "One."\nnotes: "Two."' },
  'an unclosed bracket': { lines: 'strengths: [One., Two.', at: '[One., Two.', mends: 'strengths: [One., Two.]' },
  'an unclosed brace': { lines: 'fieldwork: {start: 2021-11-30 # and one day', at: '{start: 2021-11-30 # and one day', mends: 'fieldwork: {start: 2021-11-30} # and one day' },
  'a line too far in': { lines: '  summary: One.', at: 'summary', mends: 'summary: One.' },
  'an entry too far in': { lines: 'strengths:\n  - One.\n   - Two: x\n  - Three.', at: '- Two: x', mends: 'strengths:\n  - One.\n  - Two: x\n  - Three.' },
  'an entry not far enough in': { lines: 'strengths:\n  - One.\n - Two.', at: '- Two.', mends: 'strengths:\n  - One.\n  - Two.' },
  'a field out of line with its neighbours': { lines: 'quotes:\n  - text: One.\n    by: Ofsted\n   role: Inspector\n    source: Letter', at: 'role', mends: 'quotes:\n  - text: One.\n    by: Ofsted\n    role: Inspector\n    source: Letter' },
  'no colon': { lines: 'summary One.', at: 'summary One.', mends: 'summary: One.' },
  'no colon in an entry': { lines: 'quotes:\n  - text One.\n    by: Ofsted', at: 'text One.' },
  'words that are no field': { lines: 'more to come', at: 'more to come' },
  'no space after the colon': { lines: 'summary:One.', at: 'summary:One.', mends: 'summary: One.' },
  'no space after any colon': { lines: 'theme:Front door\nsummary:One.\nnotes:Two.', at: 'theme:Front door', mends: 'theme: Front door\nsummary: One.\nnotes: Two.' },
  'a colon in a value': { lines: 'summary: Good: but not all', at: 'Good: but not all', mends: 'summary: "Good: but not all"' },
  'a colon in a value before a comment': { lines: 'summary: Good: but # why', at: 'Good: but # why', mends: 'summary: "Good: but" # why' },
  'a list on the line of its field': { lines: 'strengths: - One.', at: '-', mends: 'strengths:\n  - One.' },
  'a list that begins on the line of its field': { lines: 'strengths: - One.\n- Two.', at: '-', mends: 'strengths:\n- One.\n- Two.' },
  'an entry that begins with a longer dash than those above it': { lines: 'strengths:\n  - One.\n  – Two.', at: '– Two.', mends: 'strengths:\n  - One.\n  - Two.' },
  'entries of which some begin with bullets': { lines: 'strengths:\n  - One\n    and more.\n  • Two: x\n\n  - Three.\n  • Four,\n    with more.', at: '• Two: x', mends: 'strengths:\n  - One\n    and more.\n  - "Two: x"\n\n  - Three.\n  - Four,\n    with more.' },
  'stars in the place of dashes': { lines: 'strengths: # good\n  * One.\n  * Two: x\n  * Three.', at: '* One.', mends: 'strengths: # good\n  - One.\n  - "Two: x"\n  - Three.' },
  'stars at the beginning of lines': { lines: 'strengths:\n* One.\n* Two.', at: '* One.', mends: 'strengths:\n- One.\n- Two.' },
  'words after the value': { lines: 'summary: "Good" in parts', at: 'in parts', mends: "summary: '\"Good\" in parts'" },
  'one bracket too many': { lines: 'strengths: [One.]]', at: ']' },
  'a value that begins with @': { lines: 'summary: @home', at: '@home', mends: 'summary: "@home"' },
  'a value that begins with a back quote': { lines: 'summary: `Good`', at: '`Good`', mends: 'summary: "`Good`"' },
  'a value that begins with a star': { lines: 'summary: *very* good', at: '*very* good', mends: 'summary: "*very* good"' },
  'a value that begins with an exclamation mark': { lines: 'summary: !very good', at: '!very', mends: 'summary: "!very good"' },
  'a value that begins with a question mark': { lines: 'summary: ? what', at: '? what', mends: 'summary: "? what"' },
  'a single word in stars': { lines: 'summary: *very*', at: '*very*', mends: 'summary: "*very*"' },
  'a path in double quotes': { lines: 'notes: "C:\\papers"', at: '\\p', mends: 'notes: "C:\\\\papers"' },
  'a key that is a list': { lines: '? [One.]\n: Two.', at: '[One.]' },
  'a character that cannot be seen': { lines: 'summary: One\u0007.', at: '\u0007', mends: 'summary: One.' },
  'a non-breaking space after the colon': { lines: 'summary:\u00a0One.', at: '\u00a0', mends: 'summary: One.' },
  'non-breaking spaces at the beginning of a line': { lines: 'fieldwork:\n\u00a0 start: 2021-11-30', at: '\u00a0', mends: 'fieldwork:\n  start: 2021-11-30' },
  'a non-breaking space behind a value': { lines: 'status: x\u00a0'.replace('status', 'x_status'), at: '\u00a0', mends: 'x_status: x ' },
  'non-breaking spaces in a text': { lines: 'summary: One\u00a0and\u00a0\u202fTwo.', at: '\u00a0', mends: 'summary: One and  Two.' },
  'a space without width': { lines: 'summary: \u200bOne.\ufeff', at: '\u200b', mends: 'summary: One.' },
  'a byte that no text has': { lines: 'summary: One\0.', at: '\0' },
};

/** Texts that may cost much, and what is said of them. */
const hostile: Record<string, { text: string; says: RegExp }> = {
  'an alias bomb': {
    text: withLines(`x_0: &a0 [x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 12 }, (_, i) => `x_${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`).join('\n')}`),
    says: /repeated with \*/,
  },
  'values 10 000 deep': { text: withLines(`summary: ${'['.repeat(10_000)}`), says: /deeper than can be read|never closed/ },
  'values 10 000 deep, closed': { text: withLines(`summary: ${'['.repeat(10_000)}${']'.repeat(10_000)}`), says: /deeper than can be read/ },
  ...Object.fromEntries(Object.entries({
    'dashes': '- '.repeat(10_000), 'question marks': '? '.repeat(10_000), 'colons': ': '.repeat(50_000), 'anchors': '&a - '.repeat(1000), 'fields': 'a: '.repeat(10_000),
    'braces': '{a: '.repeat(10_000), 'lines': Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n  '),
    'aliases': `\n  - &a0 ${'['.repeat(90)}${']'.repeat(90)}\n${Array.from({ length: 30 }, (_, i) => `  - &a${i + 1} ${'['.repeat(90)}*a${i}${']'.repeat(90)}`).join('\n')}`,
  }).map(([what, value]) => [`${what} within ${what}`, { text: withLines(`x_own:\n  ${value}`), says: /deeper than can be read|cannot be read as YAML|would make it a field|no colon/ }])),
  'a long run of spaces': { text: withLines(`summary: "One.\n\nnotes:${' '.repeat(60_000)}`), says: /never closed/ },
  'thousands of odd spaces on a line': { text: withLines(`summary: ${'One\u00a0'.repeat(60_000)}`), says: /space/ },
  'thousands of bad escapes': { text: withLines(`notes: "${'\\x4'.repeat(10_000)}"`), says: /In double quotes a backslash/ },
  'binary': { text: 'PK\u0003\u0004\0\0\0\u0008\0', says: /This is no text/ },
  'ten megabytes': { text: `notes: ${'x'.repeat(10_000_000)}\n`, says: /half a megabyte/ },
};

describe('yaml-syntax', () => {
  for (const [name, { lines, at, mends }] of Object.entries(mistakes)) {
    it(`tells ${name} once`, () => {
      const text = withLines(lines);
      const { findings } = check(text);
      assert.deepEqual(findings.map(finding => [finding.rule, finding.told.at]), [['yaml-syntax', at]]);
      const [finding] = findings;
      const [fix, another] = finding!.fixes ?? [];
      assert.equal(another, undefined);
      if (mends === undefined) assert.equal(fix, undefined);
      else assert.equal(fix && mended(text, [{ finding: finding!, fix }]), withLines(mends));
    });
  }

  for (const [name, { text, says }] of Object.entries(hostile)) {
    it(`tells ${name} once`, () => {
      const { findings } = check(text);
      const syntax = findings.filter(({ rule }) => rule === 'yaml-syntax');
      assert.equal(syntax.length, 1);
      assert.match(syntax[0]!.message, says);
    });
  }

  it('reads a value with a non-breaking space as it is meant', () => {
    const text = 'authority:\u00a0Kent\u00a0\nevent: ILACS\u00a0focussed visit\npublished: 2022-01-26\n';
    assert.deepEqual(check(text).findings.map(({ rule, told }) => [rule, told.at]), [['yaml-syntax', '\u00a0'], ['event-spelling', 'ILACS\u00a0focussed visit'], ['yaml-syntax', '\u00a0']]);
    const all = check(text).findings.filter(({ rule }) => rule === 'yaml-syntax').map(finding => ({ finding, fix: finding.fixes!.find(({ all }) => all)! }));
    assert.equal(mended(text, all), 'authority: Kent \nevent: ILACS focussed visit\npublished: 2022-01-26\n');
  });

  for (const line of ['----', '--', '\u2014', '\u2013-', '--------  ']) {
    it(`takes '${line}' between two records for a '---'`, () => {
      const text = `${withLines('notes: x')}${line}\n${withLines('notes: y')}`;
      const { findings } = check(text);
      assert.deepEqual(findings.map(({ rule, told }) => [rule, told.at]), [['yaml-syntax', line.trim()]]);
      assert.deepEqual(check(mended(text, [{ finding: findings[0]!, fix: findings[0]!.fixes![0]! }])).findings, []);
    });
  }

  it('tells of a field on the line of the marker once, and reads the others', () => {
    const text = '--- authority: Kent\nevent: ILACS focussed visit\npublished: 2022-01-26\n';
    const { findings } = check(text);
    assert.deepEqual(findings.map(({ rule, told }) => [rule, told.at]), [['yaml-syntax', 'authority: Kent'], ['event-spelling', 'ILACS focussed visit']]);
    assert.equal(mended(text, [{ finding: findings[0]!, fix: findings[0]!.fixes![0]! }]), text.replace('--- a', '---\na'));
  });

  it('goes on reading behind values that lie too deep, in the record and in the file', () => {
    for (const [open, value] of [['- ', '1'], ['? ', '1'], ['- - ? ', ''], ['[', '']] as const) {
      const { findings } = check(`authority: Kirkless\nx_own:\n  ${open.repeat(10_000)}${value}\nevent: ILACS focussed visit\n---\n${withLines('summary: [One.]')}`);
      assert.deepEqual(findings.map(({ rule }) => rule), ['unknown-authority', 'yaml-syntax', 'event-spelling', 'wrong-type'], open);
    }
  });

  it('minds neither depth that can be read nor many blank lines', () => {
    for (const lines of [`x_own:\n${'- '.repeat(90)}1`, `x_own: ${'['.repeat(90)}${']'.repeat(90)}`, `x_own:\n  a:\n${'\n'.repeat(3000)}summary: One.`]) {
      assert.deepEqual(check(withLines(lines)).findings, []);
    }
  });

  it('goes on reading what follows', () => {
    const { findings } = check('authority: Kirklees\nevent: ILACS focused visit\nsummary: "One.\npublished: 8 July 2024\nstrengths: Two.\n');
    assert.deepEqual(findings.map(({ rule }) => rule), ['yaml-syntax', 'date-format', 'wrong-type']);
  });
});
