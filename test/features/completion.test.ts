import assert from 'node:assert/strict';
import fs from 'node:fs';
import { parse, stringify } from 'yaml';
import { complete, type CompletionItem } from '../../server/features/completion';
import { isFoundIn } from '../../server/features/completion/item';
import { placeAt } from '../../server/features/place';
import { Slice } from '../../server/records/slice';
import { applyEdits } from '../../server/text/edits';
import { newChecker, reference } from '../support/checker';
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

  /** What VS Code compares typed letters with. */
  const compared = ({ label, filterText = label }: CompletionItem) => filterText.slice(0, 128);
  const finds = (text: string, label: string, typed: string) => isFoundIn(compared(item(text, label)), typed);
  const [GRADE, EVENT, JUDGEMENT] = [`event: SIF inspection\njudgements:\n  Overall effectiveness: ${CARET}`, `event: ${CARET}`, `event: SIF inspection\njudgements:\n  ${CARET}`];

  it('find authorities by name, alias and code', () => {
    for (const { name, aliases = [], gss_code, former_gss_codes = [], dfe_code } of reference.authorities.all) {
      for (const typed of [name, ...aliases, gss_code, ...former_gss_codes, dfe_code]) if (typed) assert.ok(finds(`authority: ${CARET}`, name, String(typed)), `${name}: ${typed}`);
    }
  });

  it('find events and grades by what people call them for short, records too', () => {
    for (const { name, spellings = [] } of reference.events.all) {
      for (const typed of spellings.filter(({ length }) => length <= 20)) {
        assert.ok(finds(EVENT, name, typed), `${name}: ${typed}`);
        assert.ok(finds(CARET, `New record: ${name}`, typed), `new ${name}: ${typed}`);
      }
    }
    for (const typed of ['RI', '3', 'RIG', 'requires']) assert.ok(finds(GRADE, 'Requires improvement', typed), typed);
    assert.ok(finds(JUDGEMENT, 'Overall effectiveness', 'OE'));
    assert.ok(finds(`trust: ${CARET}`, 'Slough Children First', 'Slough'));
    assert.ok(finds(`strengths:\n  - national_framework: ${CARET}`, 'outcome 4', 'care leavers'));
    assert.ok(finds(`published: ${CARET}`, '2026-11-21', 'today'));
  });

  it('have the label first in what they are found by', () => {
    for (const text of [CARET, `authority: ${CARET}`, EVENT, GRADE, JUDGEMENT]) for (const each of at(text).items) assert.ok(compared(each).startsWith(each.label.slice(0, 128)), each.label);
  });

  it('over a complete value are not narrowed by it, and have it chosen', () => {
    const { items, incomplete } = at(`event: SIF inspection\njudgements:\n  Overall effectiveness: Good${CARET}`);
    assert.deepEqual(items.map(({ label, filterText, preselect }) => [label, filterText, preselect]), [
      ['Outstanding', 'Good', undefined], ['Good', 'Good', true], ['Requires improvement', 'Good', undefined], ['Inadequate', 'Good', undefined], ['Not judged', 'Good', undefined],
    ]);
    assert.ok(incomplete);
  });

  it('close when a value has been typed to its end, unless another one goes on from there', () => {
    const narrowed = (text: string) => {
      const { slice, offset } = marked(text);
      return complete(slice, offset, checker, { narrowing: true }).items.map(({ label }) => label);
    };
    assert.deepEqual(narrowed(`event: SIF inspection\njudgements:\n  Overall effectiveness: Good${CARET}`), []);
    assert.deepEqual(narrowed(`authority: Kirklees${CARET}\n`), []);
    assert.deepEqual(narrowed(`event: ILACS short inspection\nfieldwork: {start: 2024-07-08, end: 2024-07-12${CARET}}`), []);
    assert.ok(narrowed(`event: SIF inspection\njudgements:\n  Overall effectiveness: Goo${CARET}`).includes('Good'));
    assert.ok(narrowed(`authority: Bournemouth${CARET}`).includes('Bournemouth, Christchurch and Poole'));
  });

  it('offer a whole record with a tab stop at every value', () => {
    assert.equal(item(CARET, 'New inspection record').snippet, 'authority: $1\nevent: $2\nfieldwork:\n  start: $3\n  end: $4\n$0');
  });

  it('offer a record of every event, with what is usual for it', () => {
    for (const { name, result, theme, ordinal } of reference.events.all) {
      const { edit, snippet } = item(CARET, `New record: ${name}`);
      const lines = ['authority: ', `event: ${name}`, ...(theme ? ['theme: '] : []), ...(ordinal ? ['ordinal: '] : []), 'fieldwork:', '  start: ', '  end: ', ...(result === 'outcome' ? ['outcome: '] : [])];
      assert.equal(edit.text, lines.join('\n'));
      assert.equal(snippet!.replace(/\$\d/g, ''), `${edit.text}\n`);
    }
  });

  const EVERYWHERE = [
    CARET, `authority: ${CARET}`, EVENT, `trust: ${CARET}`, `outcome: ${CARET}`, `theme: ${CARET}`, JUDGEMENT, GRADE, `published: ${CARET}`, `fieldwork:\n  ${CARET}`, `quotes:\n  - ${CARET}`,
    `follow_up:\n  - ${CARET}`, `follow_up:\n  - kind: ${CARET}`, `actions:\n  - ${CARET}`, `actions:\n  - status: ${CARET}`, `strengths:\n  - national_framework: ${CARET}`, `sources:\n  - accessed: ${CARET}`,
    `needs_improvement: [Homes]\nactions:\n  - addresses: ${CARET}`,
  ];

  it('explain every item', () => {
    for (const text of EVERYWHERE) {
      assert.ok(at(text).items.length, text);
      for (const { label, documentation } of at(text).items) assert.ok(documentation, `${label} is not explained`);
    }
    assert.match(item(`event: ILACS short inspection\nfieldwork:\n  start: ${CARET}`, '2026-11-16').documentation!, /^\*\*Monday 16 November 2026\*\*\n\nMonday of this week\n\nFramework in force: ILACS/);
  });

  it('are chosen by no character that may as well be meant otherwise: only by what ends a value in braces, if nothing else may stand there', () => {
    for (const text of EVERYWHERE) for (const { label, commitCharacters } of at(text).items) assert.equal(commitCharacters, undefined, label);
    const START = 'event: ILACS short inspection\nfieldwork: {start: 2026-04-27}\n';
    for (const [text, label] of [
      [`{authority: K${CARET}}`, 'Kirklees'], [`{event: ILACS sh${CARET}}`, 'ILACS short inspection'], [`${START}judgements: {The experiences and progress of care leavers: RI${CARET}}`, 'Requires improvement to be good'],
      [`follow_up:\n  - {kind: action plan d${CARET}}`, 'action plan due'], [`{event: Area SEND inspection, outcome: typ${CARET}}`, 'typically lead to positive experiences and outcomes'],
    ] as const) {
      const { slice } = marked(text);
      const { edit, commitCharacters } = item(text, label);
      assert.deepEqual(commitCharacters, [',', '}']);
      const { faults, root } = new Slice(applyEdits(slice.text, [{ ...edit, text: `${edit.text},` }])).record;
      assert.deepEqual(faults, []);
      assert.equal(placeAt(root, edit.start + 1).scalar?.text, label);
    }
    for (const [text, label] of [[`{published: 2026${CARET}}`, '2026-11-21'], [`{theme: Fr${CARET}}`, 'Front door'], [`{"authority": "K${CARET}"}`, 'Kirklees'], [`{au${CARET}}`, 'authority']] as const) assert.equal(item(text, label).commitCharacters, undefined, label);
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

  it('are none in a record that is too large to be read: its lines are not gone through', () => {
    const { slice, offset } = marked(`auth${CARET}\n${'x: y\n'.repeat(200_000)}`);
    assert.deepEqual(complete(slice, offset, checker).items, []);
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
