import assert from 'node:assert/strict';
import fs from 'node:fs';
import { complete } from '../../server/features/completion';
import { commentsOf } from '../../server/records/comments';
import { Slice } from '../../server/records/slice';
import { RecordStream } from '../../server/records/stream';
import { applyEdits } from '../../server/text/edits';
import { newChecker } from '../support/checker';
import { CARET } from './marked';
import { Dice } from './format/dice';

// Wherever the caret is, and whatever is chosen there: the text still reads, no comment is lost and nothing is wrong that was right.
const SAMPLES = 'samples';
const BROKEN = 'samples/broken';

/** Places tried in each file, and items tried at each. */
const PLACES = { sample: 120, broken: 12 };
const ITEMS = 4;

interface Typing {
  name: string;
  /** The text as it is when the list opens: a place in a sample changed as by somebody who types there. */
  at(text: string, offset: number, dice: Dice): { text: string; offset: number };
}

const untouched: Typing = { name: 'where nothing is typed', at: (text, offset) => ({ text, offset }) };

const cutShort: Typing = {
  name: 'where the rest of the line is not yet written',
  at(text, offset) {
    const end = offset + /^[^\r\n]*/.exec(text.slice(offset))![0].length;
    return { text: text.slice(0, offset) + text.slice(end), offset };
  },
};

const newLine: Typing = {
  name: 'on a new line, indented anyhow, with a few letters',
  at(text, offset, dice) {
    const start = offset - /[^\r\n]*$/.exec(text.slice(0, offset).replace(/\r$/, ''))![0].length - (text[offset - 1] === '\r' ? 1 : 0);
    const typed = ' '.repeat(dice.number(0, 6)) + dice.one(['', '', 'j', 'te', 'pub', 'Over', '- ', '- k']);
    return { text: `${text.slice(0, start)}${typed}${/\r\n/.test(text) ? '\r\n' : '\n'}${text.slice(start)}`, offset: start + typed.length };
  },
};

const checker = newChecker();

/** Errors by rule. What is missing does not count: it waits until the writer has gone on. */
function errorsOf(slice: Slice): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, severity, missing } of checker.findings(slice)) if (severity === 'error' && !missing) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

function commentsIn({ text, record }: Slice): string[] {
  return commentsOf(text, record.root).map(comment => comment.text);
}

/** What a choice spoils, in words; undefined where it spoils nothing. */
function harm(before: Slice, after: Slice, rulesToo: boolean): string | undefined {
  if (after.record.faults.length > before.record.faults.length) return `cannot be read: ${after.record.faults.map(({ kind }) => kind).join(', ')}`;
  if (!before.record.faults.length && commentsIn(after).length < commentsIn(before).length) return 'loses a comment';
  const known = errorsOf(before);
  const added = rulesToo ? [...errorsOf(after)].filter(([rule, count]) => count > (known.get(rule) ?? 0)) : [];
  return added.length ? `adds ${added.map(([rule]) => rule).join(', ')}` : undefined;
}

/** Tries places of a file, the same ones in every run; what went wrong, told as the tests' fixtures would. */
function tryAnywhere(file: string, typing: Typing, places: number, rulesToo: boolean): { tried: number; harms: string[] } {
  const dice = new Dice(file.length * 31 + typing.name.length);
  const { slices } = RecordStream.of(fs.readFileSync(file, 'utf8'));
  const harms: string[] = [];
  let tried = 0;
  for (let place = 0; place < places; place++) {
    const record = dice.one(slices).text;
    const whole = dice.chance(30) ? record.replaceAll('\n', '\r\n') : record;
    const typed = typing.at(whole, dice.number(0, whole.length), dice);
    const before = new Slice(typed.text);
    const { items } = complete(before, typed.offset, checker);
    for (let i = 0; i < Math.min(ITEMS, items.length); i++) {
      const item = dice.one(items);
      const after = new Slice(applyEdits(before.text, [item.edit]));
      const harmed = harm(before, after, rulesToo);
      tried++;
      if (harmed) harms.push(`${harmed}: '${item.label}' at ${JSON.stringify(`${typed.text.slice(0, typed.offset)}${CARET}${typed.text.slice(typed.offset)}`)}`);
    }
  }
  return { tried, harms };
}

const files = (folder: string) => fs.readdirSync(folder).filter(name => name.endsWith('.inspection.yaml')).map(name => `${folder}/${name}`);

describe('completion anywhere', function () {
  this.timeout(60_000);
  for (const file of files(SAMPLES)) {
    for (const typing of [untouched, newLine]) {
      it(`spoils nothing in ${file} ${typing.name}`, () => {
        const { tried, harms } = tryAnywhere(file, typing, PLACES.sample, true);
        assert.deepEqual(harms, []);
        assert.ok(tried > PLACES.sample / 4, `only ${tried} choices were offered`);
      });
    }
    // A field that is cut off leaves its lines without a head, and which one they belong to is guessed: so only the reading counts.
    it(`leaves what can be read in ${file} ${cutShort.name}`, () => assert.deepEqual(tryAnywhere(file, cutShort, PLACES.sample, false).harms, []));
  }

  it('leaves what can be read of what is broken already', () => {
    for (const file of files(BROKEN)) for (const typing of [untouched, cutShort, newLine]) assert.deepEqual(tryAnywhere(file, typing, PLACES.broken, false).harms, [], file);
  });

  it('answers whatever the text is', () => {
    const dice = new Dice(7);
    const parts = ['authority', 'event', ':', ': ', '- ', '-', '\n', '\r\n', '\r', '\t', '  ', '{', '}', '[', ']', ',', '"', "'", '\\', '#', ' #', '|', '>-', '&a', '*a', '!x', '---\n', '...\n', '\uFEFF', '😀', '\0', '?', '<<: ', 'judgements', '2024', '%'];
    for (let i = 0; i < 2000; i++) {
      const text = Array.from({ length: dice.number(0, 12) }, () => dice.one(parts)).join('');
      const offset = dice.number(0, text.length);
      for (const { edit } of complete(new Slice(text), offset, checker).items) assert.ok(edit.start <= offset && offset <= edit.end && edit.end <= text.length, JSON.stringify(text));
    }
  });
});
