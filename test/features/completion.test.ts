import assert from 'node:assert/strict';
import fs from 'node:fs';
import { parse, stringify } from 'yaml';
import { complete, type CompletionItem } from '../../server/features/completion';
import { applyEdits } from '../../server/text/edits';
import { newChecker } from '../support/checker';
import { CARET, marked } from './marked';

// Each case is a text with a caret, what is offered there, and the text when one of the items is chosen. UPDATE_GOLDEN=1 writes
// the results anew.
const FIXTURES = 'test/features/completion';

interface Case {
  name: string;
  text: string;
  /** The character that made the editor ask. */
  typed?: string;
  choose?: string;
  /** Label, detail and description of each item; only the first ones of a long list. */
  offers: string[];
  /** The text after the choice, with the caret where it is then. */
  gives?: string;
  /** Whether the list opens again. */
  chain?: boolean;
}

const MOST = 12;
const checker = newChecker();

function describeItem({ label, detail, description }: CompletionItem): string {
  return [label, detail && `(${detail})`, description && `– ${description}`].filter(Boolean).join(' ');
}

function listed(items: readonly CompletionItem[]): string[] {
  const all = items.map(describeItem);
  return all.length > MOST ? [...all.slice(0, MOST - 2), `… and ${all.length - MOST + 2} more`] : all;
}

function run({ name, text, typed, choose }: Case): Case {
  const { stream, index, slice, offset } = marked(text);
  const { items } = complete(slice, offset, checker, { typed });
  const offers = listed(items);
  if (choose === undefined) return { name, text, ...(typed !== undefined && { typed }), offers };
  const item = items.find(({ label }) => label === choose);
  assert.ok(item, `'${choose}' is not offered`);
  const after = stream.slices.map((other, i) => (i === index ? applyEdits(slice.text, [{ ...item.edit, text: item.edit.text + CARET }]) : other.text)).join('');
  return { name, text, ...(typed !== undefined && { typed }), choose, offers, gives: after, ...(item.chain && { chain: true }) };
}

describe('completion', () => {
  for (const file of fs.readdirSync(FIXTURES).filter(name => name.endsWith('.yaml')).sort()) {
    describe(file.replace('.yaml', ''), () => {
      const cases = parse(fs.readFileSync(`${FIXTURES}/${file}`, 'utf8')) as Case[];
      if (process.env.UPDATE_GOLDEN) fs.writeFileSync(`${FIXTURES}/${file}`, stringify(cases.map(run), { lineWidth: 0, blockQuote: 'literal' }));
      else for (const each of cases) it(each.name, () => assert.deepEqual(run(each), each));
      for (const each of cases) it(`${each.name}, with Windows line breaks`, () => sameWithWindowsBreaks(each));
    });
  }
});

function sameWithWindowsBreaks(each: Case): void {
  const windows = (text: string) => text.replaceAll('\n', '\r\n');
  const expected = run(each);
  const found = run({ ...each, text: windows(each.text) });
  // A text of one line has no line break of its own: what it gets is the usual one.
  const gives = each.text.includes('\n') ? expected.gives && windows(expected.gives) : expected.gives;
  assert.deepEqual(found, { ...expected, text: windows(each.text), ...(gives !== undefined && { gives }) });
}

describe('completion lists', () => {
  const at = (text: string) => {
    const { slice, offset } = marked(text);
    return complete(slice, offset, checker);
  };
  const item = (text: string, label: string): CompletionItem => {
    const found = at(text).items.find(each => each.label === label);
    assert.ok(found, `'${label}' is not offered`);
    return found;
  };

  it('are sorted by what editors sort by', () => {
    for (const text of [CARET, `authority: ${CARET}`, `event: SIF inspection\njudgements:\n  ${CARET}`]) {
      const texts = at(text).items.map(({ sortText }) => sortText);
      assert.deepEqual(texts, [...texts].sort());
      assert.equal(new Set(texts).size, texts.length);
    }
  });

  it('find authorities by alias and by code, events and grades by their other spellings', () => {
    const words = (text: string, label: string) => item(text, label).filterText;
    assert.match(words(`authority: ${CARET}`, 'Kirklees')!, /^Kirklees E08000034 382 /);
    assert.match(words(`authority: ${CARET}`, 'Bournemouth, Christchurch and Poole')!, / BCP /);
    assert.match(words(`event: ${CARET}`, 'SIF inspection')!, / single inspection /);
    assert.match(words(`event: SIF inspection\njudgements:\n  Overall effectiveness: ${CARET}`, 'Requires improvement')!, / RI /);
    assert.match(words(`event: SIF inspection\njudgements:\n  ${CARET}`, 'Overall effectiveness')!, / OE/);
  });

  it('over a complete value are not narrowed by it, and have it chosen', () => {
    const { items, incomplete } = at(`event: SIF inspection\njudgements:\n  Overall effectiveness: Good${CARET}`);
    assert.deepEqual(items.map(({ label, filterText, preselect }) => [label, filterText, preselect]), [
      ['Outstanding', 'Good', undefined], ['Good', 'Good', true], ['Requires improvement', 'Good', undefined], ['Inadequate', 'Good', undefined], ['Not judged', 'Good', undefined],
    ]);
    assert.ok(incomplete);
  });

  it('offer a whole record with a tab stop at every value, and the events to choose from', () => {
    const { snippet } = item(CARET, 'New inspection record');
    assert.match(snippet!, /^authority: \$1\nevent: \$\{2\|ILACS standard inspection,[^}]*\|\}\nfieldwork:\n {2}start: \$3\n {2}end: \$4\n\$0$/);
  });

  it('explain every item but dates, themes and fixed values', () => {
    for (const text of [CARET, `authority: ${CARET}`, `event: ${CARET}`, `trust: ${CARET}`, `outcome: ${CARET}`, `judgements:\n  ${CARET}`, `judgements:\n  Overall effectiveness: ${CARET}`]) {
      for (const { label, documentation } of at(text).items) assert.ok(documentation, `${label} is not explained`);
    }
  });

  it('replace words of one line that hold the caret, as editors demand', () => {
    for (const text of [`authority: Kirk${CARET}lees\n`, `fieldwork:\n     sta${CARET}\n`, `judgements:${CARET}`, `{"event": "Moni${CARET}"}`]) {
      const { slice, offset } = marked(text);
      for (const { edit } of complete(slice, offset, checker).items) {
        assert.ok(edit.start <= offset && offset <= edit.end);
        assert.doesNotMatch(slice.text.slice(edit.start, edit.end), /[\n\r]/);
      }
    }
  });

  it('cost the same in a file of a thousand records: one is read', () => {
    const record = 'authority: Kirklees\nevent: Monitoring visit\npublished: 2024-08-28\n';
    const { stream } = marked(Array.from({ length: 1000 }, () => `---\n${record}`).join(''));
    const { slice, offset } = stream.locate({ line: 4 * 500 + 2, character: 'event: '.length });
    const fresh = newChecker();
    assert.equal(complete(slice, offset, fresh).items.some(({ label }) => label === 'Monitoring visit'), true);
    assert.equal(fresh.work.recordsRead, 1);
  });
});
