import assert from 'node:assert/strict';
import fs from 'node:fs';
import { ignoreActions } from '../../../server/features/actions/ignore';
import type { Finding } from '../../../server/findings/finding';
import { toValue } from '../../../server/records/node';
import { Slice } from '../../../server/records/slice';
import { RecordStream } from '../../../server/records/stream';
import { applyEdits } from '../../../server/text/edits';
import { newChecker } from '../../support/checker';

const checker = newChecker();

/** Ways in which the same record may be written down. */
const WRITTEN: Record<string, (text: string) => string> = {
  'as it is': text => text,
  'with CRLF': text => text.replace(/\r?\n/g, '\r\n'),
  'behind a byte order mark': text => `\uFEFF${text}`,
  'behind ---': text => (text.startsWith('---') ? text : `---\n${text}`),
  'behind --- with a comment': text => `--- # the first\n${text.replace(/^---\n/, '')}`,
  'behind a directive': text => (text.startsWith('---') ? text : `%YAML 1.2\n---\n${text}`),
  'with a comment on top': text => (text.startsWith('---') ? text : `# ours\n\n${text}`),
  'before an end of document': text => `${text}...\n`,
  'without a last line break': text => text.trimEnd(),
};

const broken = fs.readdirSync('samples/broken').flatMap(name => RecordStream.of(fs.readFileSync(`samples/broken/${name}`, 'utf8')).slices.map(({ text }) => ({ name, text })));

/** A finding with the words that it is about, so that it can be known again elsewhere in the text. */
function described(text: string, findings: readonly Finding[]): string[] {
  return findings.map(({ rule, start, end, message }) => `${rule} ${text.slice(start, end)} ${message}`);
}

/** The findings that an action leaves over: none of a rule that is silenced at `silenced`. */
function assertSilences(text: string, title: string, wanted: (findings: readonly Finding[], mended: Finding) => Finding[]): number {
  const slice = new Slice(text);
  const findings = checker.findings(slice);
  let tried = 0;
  for (const finding of findings) {
    const action = ignoreActions(slice, finding).find(action => action.title.endsWith(title));
    if (!action) continue;
    tried++;
    const after = new Slice(applyEdits(text, action.edits));
    const what = `${action.title}:\n${after.text}`;
    assert.deepEqual(described(after.text, checker.findings(after)), described(text, wanted(findings, finding)), what);
    assert.deepEqual(after.record.root && toValue(after.record.root), slice.record.root && toValue(slice.record.root), what);
    assert.ok(action.edits.every(({ start, end }) => start === end), 'a comment is put in, and nothing taken out');
  }
  return tried;
}

const lineOf = (text: string, at: number) => text.slice(0, at).split('\n').length;

describe('comments that silence a finding', () => {
  for (const [how, write] of Object.entries(WRITTEN)) {
    it(`on its line silence it there and nothing else: records ${how}`, () => {
      let tried = 0;
      for (const { text: original } of broken) {
        const text = write(original);
        tried += assertSilences(text, 'on this line', (findings, one) => findings.filter(({ rule, start }) => rule !== one.rule || lineOf(text, start) !== lineOf(text, one.start)));
      }
      assert.ok(tried > 60, String(tried));
    });

    it(`for the record silence its rule there and nothing else: records ${how}`, () => {
      let tried = 0;
      for (const { text } of broken) tried += assertSilences(write(text), 'in this record', (findings, one) => findings.filter(({ rule }) => rule !== one.rule));
      assert.ok(tried > 60, String(tried));
    });
  }

  const one = (text: string, rule: string) => {
    const slice = new Slice(text);
    const finding = checker.findings(slice).find(finding => finding.rule === rule)!;
    return ignoreActions(slice, finding).map(({ title, edits }) => [title.replace(/^Ignore '[\w-]+' /, ''), applyEdits(text, edits)]);
  };

  it('stand above a text of several lines, and behind the mark of a block of text', () => {
    const head = 'authority: Kent\nevent: ILACS focused visit\npublished: 2024-08-28\n';
    assert.deepEqual(one(`${head}smmary: >-\n  One\n  two.\n`, 'unknown-field')[0], ['on this line', `${head}smmary: >- # inspection-records: ignore unknown-field\n  One\n  two.\n`]);
    assert.deepEqual(one(`${head}smmary: One\n  two.\n`, 'unknown-field')[0], ['on this line', `${head}# inspection-records: ignore unknown-field\nsmmary: One\n  two.\n`]);
    assert.deepEqual(one(`${head}smmary: "One\n  two."\n`, 'unknown-field')[0], ['on this line', `${head}# inspection-records: ignore unknown-field\nsmmary: "One\n  two."\n`]);
  });

  it('join the comment of the line, and stand above one that says something else', () => {
    const head = 'authority: Kent\nevent: ILACS focused visit\n';
    assert.deepEqual(one(`${head}published: 2031-13 # inspection-records: ignore date-in-future\n`, 'invalid-date')[0]![1], `${head}published: 2031-13 # inspection-records: ignore date-in-future, invalid-date\n`);
    assert.deepEqual(one(`${head}published: 2024-13 # so it says\n`, 'invalid-date')[0]![1], `${head}# inspection-records: ignore invalid-date\npublished: 2024-13 # so it says\n`);
  });

  it('on the first line of a record do not silence all of it', () => {
    const rest = 'authority: Kent\nevent: ILACS focused visit\npublished: 2024\nunheard_of: 1\n';
    assert.deepEqual(one(`smmary: One # note\n${rest}`, 'unknown-field'), [['in this record', `# inspection-records: ignore unknown-field\nsmmary: One # note\n${rest}`]]);
  });

  it('stand behind a record on one line', () => {
    assert.deepEqual(one('--- {authority: Kent, evnt: ILACS focused visit, published: 2024}\n', 'unknown-field'),
      [['on this line', '--- {authority: Kent, evnt: ILACS focused visit, published: 2024} # inspection-records: ignore unknown-field\n']]);
  });

  it('are not offered for what they cannot silence', () => {
    assert.deepEqual(one('authority: "Kent\n', 'yaml-syntax'), []);
    assert.deepEqual(one('authority: Kent # inspection-records: ignore publication-gap\nevent: ILACS focused visit\npublished: 2024\n', 'unused-ignore'), []);
  });
});
