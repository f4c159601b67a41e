import assert from 'node:assert/strict';
import { Document, parse, stringify } from 'yaml';
import { complete } from '../../server/features/completion';
import { FIXED, valueSource } from '../../server/features/completion/value-sources';
import { walk } from '../../server/features/place';
import type { ScalarNode } from '../../server/records/node';
import { Slice } from '../../server/records/slice';
import { fieldAt } from '../../server/reference/fields';
import { Vocabulary } from '../../server/workspace/vocabulary';
import { Workspace } from '../../server/workspace/workspace';
import { newChecker } from '../support/checker';
import { Harms } from './completion-harm';
import { kindOf, sample, SAMPLES } from './sample-records';

// Every caret position of every sample, every item that is offered there: the text reads when it is chosen, says what was chosen, and
// nothing is wrong that was right.
const checker = newChecker();

/** What other records say is offered too. The national ones say nothing that these do not. */
const workspace = new Workspace(checker.reader);
for (const name of ['kirklees', 'kent', 'other-events'] as const) workspace.set(`file:///${name}`, sample(name));
const vocabulary = new Vocabulary(workspace);

/** The records of a sample. Those of the national data set differ in names, days and grades only: of each event and edition one will do. */
function recordsOf(name: (typeof SAMPLES)[number]): string[] {
  const { slices } = sample(name);
  return name === 'national' ? [...new Map(slices.map(slice => [kindOf(slice), slice.text])).values()] : slices.map(({ text }) => text);
}

const windows = (text: string) => text.replaceAll('\n', '\r\n');

/** Tries every place of a text. */
function tryEverywhere(text: string, { cut = false } = {}): { items: number; harms: string[] } {
  const whole = new Slice(text);
  const judge = new Harms(checker, cut ? 'being written' : 'written');
  const harms: string[] = [];
  let items = 0;
  for (let offset = 0; offset <= text.length; offset++) {
    const slice = cut ? new Slice(text.slice(0, offset)) : whole;
    for (const item of complete(slice, offset, checker, { vocabulary }).items) {
      items++;
      const harm = judge.of(item, slice, offset);
      if (harm) harms.push(harm);
    }
  }
  return { items, harms };
}

describe('completion at every caret position', () => {
  for (const name of SAMPLES) {
    it(`spoils nothing in ${name}`, () => {
      for (const text of recordsOf(name)) {
        const { items, harms } = tryEverywhere(text);
        assert.deepEqual(harms.slice(0, 10), []);
        assert.ok(items > text.length / 2, `only ${items} choices were offered`);
      }
    });

    it(`spoils nothing in ${name} while the rest is not yet written`, () => {
      for (const text of recordsOf(name)) assert.deepEqual(tryEverywhere(text, { cut: true }).harms.slice(0, 10), []);
    });

    it(`offers the same in ${name} with Windows line breaks`, () => {
      for (const text of recordsOf(name)) {
        const slice = new Slice(text);
        const other = new Slice(windows(text));
        for (let offset = 0; offset <= text.length; offset++) {
          const items = complete(slice, offset, checker, { vocabulary }).items;
          const others = complete(other, windows(text.slice(0, offset)).length, checker, { vocabulary }).items;
          assert.deepEqual(others.map(({ label, edit }) => [label, edit.text]), items.map(({ label, edit }) => [label, windows(edit.text)]));
        }
      }
    });
  }

  it('offers every field that stands there in its place, and every value of which there is a list', () => {
    for (const text of SAMPLES.flatMap(recordsOf)) {
      for (const { start, end, text: word } of offerable(text)) {
        for (const [caret, without] of [[start + 1, text], [start, text.slice(0, start) + text.slice(end)]] as const) {
          const labels = complete(new Slice(without), caret, checker, { vocabulary }).items.map(({ label }) => label);
          assert.ok(labels.includes(word), `'${word}' is not among ${labels.length} at ${JSON.stringify(without.slice(Math.max(0, caret - 60), caret))}`);
        }
      }
    }
  });

  it('spoils nothing between the two characters of a Windows line break', () => {
    for (const text of recordsOf('kent')) assert.deepEqual(tryEverywhere(windows(text)).harms.slice(0, 10), []);
  });

  /** Ways in which other people and programs write. */
  const HANDS: Record<string, (record: unknown) => string> = {
    'with lists that are not indented': record => stringify(record, { indentSeq: false, lineWidth: 0 }),
    'indented by four, wrapped': record => stringify(record, { indent: 4, lineWidth: 60 }),
    'in double quotes': record => stringify(record, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }),
    'in single quotes, keys too': record => stringify(record, { defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'QUOTE_SINGLE', lineWidth: 0 }),
    'in braces behind each field': record => inBraces(record),
    'as JSON on one line': record => `${JSON.stringify(record)}\n`,
    'as JSON on many lines': record => `${JSON.stringify(record, null, 2)}\n`,
  };
  for (const [how, write] of Object.entries(HANDS)) {
    it(`spoils nothing in records ${how}`, () => {
      for (const id of ['kent-2010-slac', 'sheffield-2014-sif', 'norfolk-2024-jtai', 'kirklees-2025-area-send']) {
        const { slice } = workspace.withId(id)[0]!;
        assert.deepEqual(tryEverywhere(write(parse(slice.text))).harms.slice(0, 10), [], id);
      }
    });
  }
});

/** The keys of fields and judgements of a record, and the values beside which none is right. */
function offerable(text: string): ScalarNode[] {
  const { root, judgements } = checker.inspection(new Slice(text))!;
  const found = judgements.filter(({ counts, pair }) => counts?.name === pair.key.text).map(({ pair }) => pair.key);
  walk(root, (node, path, pair) => {
    if (pair && fieldAt(path)) found.push(pair.key);
    const source = node.kind === 'scalar' && valueSource(path);
    if (source && FIXED.has(source)) found.push(node);
  });
  return found;
}

/** Every value that has lines of its own on one line. */
function inBraces(record: unknown): string {
  const document = new Document(record);
  for (const [key, value] of Object.entries(record as object)) if (typeof value === 'object') document.set(key, document.createNode(value, { flow: true }));
  return document.toString({ lineWidth: 0 }).replace(/([[{])\n\s*/g, '$1').replace(/,\n\s*/g, ', ').replace(/\n\s*([\]}])/g, '$1');
}
