import assert from 'node:assert/strict';
import fs from 'node:fs';
import { complete } from '../../server/features/completion';
import { Slice } from '../../server/records/slice';
import { RecordStream } from '../../server/records/stream';
import { newChecker } from '../support/checker';
import { Harms, type State } from './completion-harm';
import { Dice } from './format/dice';

// While something is typed, or where something is wrong: whatever is chosen, the text still reads, no comment is lost and nothing is
// wrong that was right. Whole samples at every caret position: completion-every-caret.test.ts.
const SAMPLES = 'samples';
const BROKEN = 'samples/broken';

/** Places tried in each file, and items tried at each. */
const PLACES = { sample: 400, broken: 24 };
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

/** Tries places of a file, the same ones in every run; what went wrong, told as the tests' fixtures would. */
function tryAnywhere(file: string, typing: Typing, places: number, state: State): { tried: number; harms: string[] } {
  const dice = new Dice(file.length * 31 + typing.name.length);
  const { slices } = RecordStream.of(fs.readFileSync(file, 'utf8'));
  const judge = new Harms(checker, state);
  const harms: string[] = [];
  let tried = 0;
  for (let place = 0; place < places; place++) {
    const record = dice.one(slices).text;
    const whole = dice.chance(30) ? record.replaceAll('\n', '\r\n') : record;
    const typed = typing.at(whole, dice.number(0, whole.length), dice);
    const before = new Slice(typed.text);
    const { items } = complete(before, typed.offset, checker);
    for (let i = 0; i < Math.min(ITEMS, items.length); i++) {
      const harm = judge.of(dice.one(items), before, typed.offset);
      tried++;
      if (harm) harms.push(harm);
    }
  }
  return { tried, harms };
}

const files = (folder: string) => fs.readdirSync(folder).filter(name => name.endsWith('.inspection.yaml')).map(name => `${folder}/${name}`);

describe('completion anywhere', () => {
  for (const file of files(SAMPLES)) {
    for (const typing of [cutShort, newLine]) {
      it(`spoils nothing in ${file} ${typing.name}`, () => {
        const { tried, harms } = tryAnywhere(file, typing, PLACES.sample, 'being written');
        assert.deepEqual(harms, []);
        assert.ok(tried > PLACES.sample / 4, `only ${tried} choices were offered`);
      });
    }
  }

  it('spoils nothing of what is broken already', () => {
    for (const file of files(BROKEN)) for (const typing of [untouched, cutShort, newLine]) assert.deepEqual(tryAnywhere(file, typing, PLACES.broken, 'broken').harms, [], file);
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
