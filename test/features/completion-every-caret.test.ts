import assert from 'node:assert/strict';
import fs from 'node:fs';
import { Document, parse, stringify } from 'yaml';
import { complete } from '../../server/features/completion';
import { Slice } from '../../server/records/slice';
import { RecordStream } from '../../server/records/stream';
import { Vocabulary } from '../../server/workspace/vocabulary';
import { Workspace } from '../../server/workspace/workspace';
import { newChecker } from '../support/checker';
import { Harms } from './completion-harm';

// Every caret position of every sample, every item that is offered there: the text reads when it is chosen, says what was chosen, and
// nothing is wrong that was right.
const checker = newChecker();
const SAMPLES = ['kirklees', 'kent', 'other-events', 'national'];
const streams = new Map(SAMPLES.map(name => [name, RecordStream.of(fs.readFileSync(`samples/${name}.inspection.yaml`, 'utf8'))]));

/** What other records say is offered too. The national ones say nothing that these do not. */
const workspace = new Workspace(checker.reader);
for (const [name, stream] of streams) if (name !== 'national') workspace.set(`file:///${name}`, stream);
const vocabulary = new Vocabulary(workspace);

/** The records of a sample. Those of the national data set differ in names, days and grades only: of each event and edition one will do. */
function recordsOf(name: string): string[] {
  const { slices } = streams.get(name)!;
  const kinds = new Map(slices.map(slice => [kindOf(slice), slice.text]));
  return name === 'national' ? [...kinds.values()] : slices.map(({ text }) => text);
}

function kindOf(slice: Slice): string {
  const { event, edition } = checker.inspection(slice)!;
  return `${event?.node.text}, ${edition?.kind === 'one' ? edition.framework.id : ''}`;
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

describe('completion at every caret position', function () {
  this.timeout(120_000);
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

/** Every value that has lines of its own on one line. */
function inBraces(record: unknown): string {
  const document = new Document(record);
  for (const [key, value] of Object.entries(record as object)) if (typeof value === 'object') document.set(key, document.createNode(value, { flow: true }));
  return document.toString({ lineWidth: 0 }).replace(/([[{])\n\s*/g, '$1').replace(/,\n\s*/g, ', ').replace(/\n\s*([\]}])/g, '$1');
}
