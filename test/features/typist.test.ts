import assert from 'node:assert/strict';
import fs from 'node:fs';
import type { Checker } from '../../server/findings/checker';
import type { Finding } from '../../server/findings/finding';
import { TypingWatch } from '../../server/lsp/typing';
import type { OpenDocument } from '../../server/lsp/documents';
import { RecordStream } from '../../server/records/stream';
import { newChecker } from '../support/checker';

/** Someone who types a text key by key behind what stands there already, and sees what an editor would show after each. */
class Typist {
  private readonly watch = new TypingWatch(() => undefined);
  private readonly checker: Checker = newChecker();
  private document: OpenDocument;

  constructor(text = '') {
    this.document = { uri: 'file:///typed', key: 'file:///typed', version: 0, stream: RecordStream.of(text) };
  }

  /** What is seen after one more key, in the record that is typed in. */
  press(key: string): readonly Finding[] {
    const before = this.document;
    const end = before.stream.positionOf(before.stream.slices.length - 1, before.stream.slices.at(-1)!.text.length);
    const stream = before.stream.edit({ range: { start: end, end }, text: key });
    this.document = { ...before, version: before.version + 1, stream };
    const index = stream.slices.length - 1;
    this.watch.typed(before, this.document, stream.positionOf(index, stream.slices[index]!.text.length), key, this.checker);
    return this.watch.visible(this.document, index, this.checker.findings(stream.slices[index]!), this.checker);
  }

  /** Everything that was seen while a text was typed: after how many keys, and what. */
  type(text: string): { typed: string; findings: readonly Finding[] }[] {
    const seen = [];
    for (let i = 0; i < text.length; i++) {
      const findings = this.press(text[i]!);
      if (findings.length) seen.push({ typed: text.slice(0, i + 1), findings });
    }
    this.watch.closed(this.document.uri);
    return seen;
  }
}

const told = (seen: ReturnType<Typist['type']>) => seen.map(({ typed, findings }) => `${JSON.stringify(typed.slice(-40))}: ${findings.map(({ rule, message }) => `${rule}: ${message}`).join(' | ')}`);

describe('calm while typing', () => {
  for (const [file, ids] of [['kirklees', ['kirklees-2011-slac', 'kirklees-2018-monitoring-5', 'kirklees-2024-ilacs', 'kirklees-2025-area-send']], ['kent', ['kent-2017-sif', 'kent-2026-ilacs']]] as const) {
    const records = fs.readFileSync(`samples/${file}.inspection.yaml`, 'utf8').split(/^---\n/m);
    for (const id of ids) {
      const record = records.find(text => text.includes(`id: ${id}\n`))!;
      it(`${id} is typed without a word of what is not yet written`, () => {
        const checker = newChecker();
        const deserved = new Set(RecordStream.of(record).slices.flatMap(slice => checker.findings(slice)).map(({ rule }) => rule));
        const seen = new Typist().type(record).map(({ typed, findings }) => ({ typed, findings: findings.filter(({ rule }) => !deserved.has(rule)) }));
        assert.equal(told(seen.filter(({ findings }) => findings.length)).slice(0, 20).join('\n'), '');
      });
    }
  }

  const START = 'authority: Kirklees\nevent: ILACS standard inspection\nfieldwork:\n  start: 2024-07-08\n  end: 2024-07-19\npublished: 2024-08-28\n';
  for (const [what, before, typed, from, rule] of [
    ['a grade that cannot become a right one', `${START}judgements:\n  Overall effectiveness: `, 'Goood', 'Gooo', 'unknown-grade'],
    ['a field that cannot become a right one, at its colon', START, 'sumary: x', 'sumary:', 'unknown-field'],
    ['a date that is no day of the calendar', 'authority: Kirklees\nevent: ILACS standard inspection\npublished: ', '2024-02-31', '2024-02-31', 'invalid-date'],
    ['an authority that cannot become a right one', 'authority: ', 'Kirklex', 'Kirklex', 'unknown-authority'],
    ['a date written the American way', 'authority: Kirklees\nevent: ILACS standard inspection\npublished: ', '8/28/2024', '8/', 'date-format'],
  ] as const) {
    it(`${what} shows at once, and stays one finding`, () => {
      const seen = new Typist(before).type(typed);
      assert.ok(seen.length, 'nothing was seen');
      assert.ok(seen[0]!.typed.length >= from.length, `too early: ${JSON.stringify(seen[0]!.typed)}`);
      assert.ok(seen.every(({ findings }) => findings.length === 1), told(seen).join('\n'));
      assert.equal(seen.at(-1)!.findings[0]!.rule, rule);
      assert.equal(seen.length, typed.length - seen[0]!.typed.length + 1, 'it flickers');
    });
  }

  it('an address as an entry of a list is typed without a word', () => {
    const seen = new Typist('authority: Kirklees\nevent: ILACS focused visit\npublished: 2024-08-28\n').type('sources:\n  - https://files.ofsted.gov.uk/v1/file/50255618\n');
    assert.equal(told(seen).join('\n'), '');
  });

  it('what was shown before typing began stays, and what is missing shows when the keys rest', async () => {
    const typist = new Typist(START);
    assert.deepEqual(typist.press('s'), []);
    const checker = newChecker();
    assert.deepEqual(RecordStream.of(`${START}summary: x\n`).slices.flatMap(slice => checker.findings(slice)).map(({ rule }) => rule), ['missing-judgement']);
  });
});
