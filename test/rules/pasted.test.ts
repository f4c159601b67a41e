import assert from 'node:assert/strict';
import { check, mended } from './fixture';

const GOOD = `authority: Kent
event: ILACS focused visit
published: 2024-03-04
report: https://files.ofsted.gov.uk/v1/file/50255618
strengths:
  - One.
  - Two.
`;

describe('what text programs and spreadsheets make of a record', () => {
  for (const [from, to, rule] of [
    ['Kent', '\u201cKent\u201d', 'authority-spelling'],
    ['ILACS focused visit', '\u201cILACS focused visit\u201d', 'event-spelling'],
    ['2024-03-04', '\u201c2024-03-04\u201d', 'date-format'],
    ['2024-03-04', '2024\u201303\u201304', 'date-format'],
    ['2024-03-04', '4-Mar-24', 'date-format'],
    ['https://files.ofsted.gov.uk/v1/file/50255618', '\u201chttps://files.ofsted.gov.uk/v1/file/50255618\u201d', 'invalid-value'],
    ['  - One.\n  - Two.', '  \u2022 One.\n  \u2022\tTwo.', 'wrong-type'],
    ['  - One.\n  - Two.', '  \u00b7 One.\n  \u00b7 Two.', 'wrong-type'],
    ['  - One.\n  - Two.', '  \u2013 One.\n  \u2013 Two.', 'wrong-type'],
    ['  - One.\n  - Two.', '  -One.\n  -Two.', 'wrong-type'],
    ['  - One.\n  - Two.', '  \u2022 One.\n  - Two.', 'wrong-type'],
    ['  - One.\n  - Two.', '  1. One.\n  2) Two.', 'wrong-type'],
  ] as const) {
    it(`${rule}: ${to.trim()}`, () => {
      const text = GOOD.replace(from, to);
      const { findings } = check(text);
      assert.deepEqual(findings.map(finding => finding.rule), [rule]);
      assert.equal(mended(text, [{ finding: findings[0]!, fix: findings[0]!.fixes![0]! }]), GOOD);
    });
  }
});

describe('records that a program has written as a list', () => {
  const mend = (text: string) => {
    const { findings: [finding, ...others] } = check(text);
    assert.deepEqual([finding?.rule, others], ['not-a-record', []]);
    return finding!.fixes!.map(fix => {
      const after = mended(text, [{ finding: finding!, fix }]);
      assert.deepEqual(check(after).findings, [], after);
      return after;
    });
  };
  const indented = (text: string) => text.trimEnd().replaceAll('\n', '\n  ');

  it('with dashes', () => assert.deepEqual(mend(`- ${indented(GOOD)}\n\n# More\n- ${indented(GOOD)}\n`), [`${GOOD}\n# More\n---\n${GOOD}`]));
  it('with dashes and CRLF', () => assert.deepEqual(mend(`  - ${indented(indented(GOOD))}\n`.replaceAll('\n', '\r\n')), [GOOD.replaceAll('\n', '\r\n')]));
  it('with a dash before each field', () => {
    const [fields, list] = [GOOD.slice(0, GOOD.indexOf('strengths')), GOOD.slice(GOOD.indexOf('strengths'))];
    assert.deepEqual(mend(`${fields.replace(/^/gm, '- ').slice(0, -2)}- ${indented(list)}\n`), [GOOD]);
  });
  it('in brackets', () => {
    const [one, two] = ['{"authority": "Kent", "event": "ILACS focused visit",\n   "published": "2024-03-04"}', '{"authority": "Kent", "event": "Monitoring visit", "published": "2016-06-13"}'];
    assert.deepEqual(mend(`[\n  ${one},\n  ${two}\n]\n`), [`${one}\n---\n${two}\n`]);
  });
  it('but of what are no records none are made', () => assert.deepEqual(mend('- One.\n- Two.\n'), []));
});

describe('sentences pasted where a list belongs, without dashes', () => {
  const LIST = '  - One.\n  - Two.\n';
  const fixes = (lines: string) => {
    const text = GOOD.replace(`strengths:\n${LIST}`, lines) + 'notes: x\n';
    const { findings: [finding, ...others] } = check(text);
    assert.deepEqual([finding?.rule, others], ['wrong-type', []]);
    return finding!.fixes!.map(fix => {
      const after = mended(text, [{ finding: finding!, fix }]);
      assert.deepEqual(check(after).findings, [], after);
      return [fix.title, after.slice(after.indexOf('strengths'), after.indexOf('notes: x'))];
    });
  };
  const EACH = 'Make each line an entry of a list';
  const ONE = 'Make it a list of one';

  for (const [what, lines, ...expected] of [
    ['below the field', 'strengths:\n  One.\n  Two.\n', [EACH, `strengths:\n${LIST}`], [ONE, 'strengths:\n  - One.\n    Two.\n']],
    ['beside it', 'strengths: One.\n    Two.\n\n    Three, no; [four]\n', [EACH, 'strengths:\n  - One.\n  - Two.\n\n  - Three, no; [four]\n'], [ONE, 'strengths:\n  - One.\n    Two.\n\n    Three, no; [four]\n']],
    ['a sentence that goes on', 'strengths: # good\n  Social workers know\n  their families.\n', [ONE, 'strengths: # good\n  - Social workers know\n    their families.\n'], [EACH, 'strengths: # good\n  - Social workers know\n  - their families.\n']],
    ['words that need quotes on a line of their own', 'strengths:\n  One.\n  @home\n', [EACH, 'strengths:\n  - One.\n  - "@home"\n'], [ONE, 'strengths:\n  - One.\n    @home\n']],
    ['a block text', 'strengths: | # good\n  One.\n\n  Two: x # y\n', [EACH, 'strengths: # good\n  - One.\n\n  - "Two: x # y"\n'], [ONE, 'strengths:\n  - | # good\n    One.\n\n    Two: x # y\n']],
    ['a folded text', 'strengths: >-\n  One.\n  Two.\n', [ONE, 'strengths:\n  - >-\n    One.\n    Two.\n'], [EACH, `strengths:\n${LIST}`]],
  ] as const) {
    it(what, () => assert.deepEqual(fixes(lines), expected));
    it(`${what}, with CRLF`, () => {
      const text = GOOD.replace(`strengths:\n${LIST}`, lines).replaceAll('\n', '\r\n');
      const { findings: [finding] } = check(text);
      for (const fix of finding!.fixes!) assert.doesNotMatch(mended(text, [{ finding: finding!, fix }]), /[^\r]\n/);
    });
  }
});

describe('sentences that cannot even be read, below a field that takes a list', () => {
  const mend = (lines: string, break_ = '\n') => {
    const text = GOOD.replace('strengths:\n  - One.\n  - Two.\n', `${lines}\n`).replaceAll('\n', break_);
    const { findings: [finding, ...others] } = check(text);
    assert.deepEqual(others, []);
    assert.deepEqual([finding?.rule, finding?.fixes?.length], ['yaml-syntax', 1]);
    const after = mended(text, [{ finding: finding!, fix: finding!.fixes![0]! }]);
    assert.deepEqual(check(after).findings, [], after);
    return after.slice(after.indexOf('strengths')).replaceAll(break_, '\n');
  };

  it('are one mistake below a misspelt field too', () => {
    const { findings } = check(`${GOOD}needs improvement:\n• One.\n• Two.\n`);
    assert.deepEqual(findings.map(({ rule, told }) => [rule, told.at]), [['unknown-field', 'needs improvement'], ['yaml-syntax', '• One.']]);
  });

  it('are one mistake, however many they are, and become the entries of its list', () => {
    const many = Array.from({ length: 12 }, (_, i) => `Sentence ${i + 1} of them.`);
    assert.equal(mend(`strengths: # from the letter\n${many.join('\n')}\nnotes: x`), `strengths: # from the letter\n${many.map(line => `  - ${line}\n`).join('')}notes: x\n`);
    assert.equal(mend('strengths:\nOnly one of them.'), 'strengths:\n  - Only one of them.\n');
  });

  it('lose the bullets or numbers that all of them have', () => {
    for (const [one, two] of [['\u2022 ', '\u2022\t'], ['1. ', '2) '], ['-', '-'], ['(1) ', '\u2013 ']]) assert.equal(mend(`strengths:\n${one}One.\n\n${two}Two.`), 'strengths:\n  - One.\n\n  - Two.\n');
    assert.equal(mend('strengths:\n\u2022 One.\nTwo.'), 'strengths:\n  - \u2022 One.\n  - Two.\n');
  });

  it('may have blank lines between them, stand farther in, and hold what is put in quotes', () => {
    assert.equal(mend('strengths:\n\nFirst.  \n\n"Quoted" words.\nnotes: x', '\r\n'), 'strengths:\n\n  - First.  \n\n  - "\\"Quoted\\" words."\nnotes: x\n');
    assert.equal(mend('strengths:\n    Staff know families.\n    Leaders: they are good.\n# x\nnotes: x'), 'strengths:\n  - Staff know families.\n  - "Leaders: they are good."\n# x\nnotes: x\n');
  });

  it('are not taken for entries where the field above takes no list of texts, or may not be meant', () => {
    for (const lines of ['notes:\nNo field.', 'quotes:\nNo quote.', 'strengths:\n  - One.\nNo field.', 'strengths: [One.]\nNo field.']) {
      const [finding] = check(GOOD.replace('strengths:\n  - One.\n  - Two.\n', `${lines}\n`)).findings;
      assert.match(finding!.message, /^This is no field/, lines);
    }
    assert.equal(mend('strengths:\nOne.\ntheme: Front door'), 'strengths:\n  - One.\ntheme: Front door\n');
  });
});

describe('messages of form', () => {
  for (const [what, text, message] of [
    ['a number with a fraction', `${GOOD}ordinal: 1.5\n`, "'ordinal' takes a whole number, but 1.5 is none."],
    ['nothing but the authority', 'authority: Kent\n', "This record has no 'event' and neither 'fieldwork' nor 'published'. Every record says who was inspected, what kind of event it was, and when."],
    ['an authority without a value', GOOD.replace(' Kent', ''), "'authority' has no value. Every record needs one: fill it in."],
  ] as const) {
    it(what, () => assert.deepEqual(check(text).findings.map(finding => finding.message), [message]));
  }

  it('the name of a file is not taken for an address', () => {
    assert.deepEqual(check(`${GOOD}sources:\n  - url: file.pdf\n`).findings.map(({ rule, fixes }) => [rule, fixes]), [['invalid-value', []]]);
  });
});
