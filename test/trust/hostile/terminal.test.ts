import path from 'node:path';
import fc from 'fast-check';
import { buildProgram, folderWith, removeFolders } from '../../cli/run';
import { PAYLOADS } from '../../support/payloads';
import { goesRed, soaking, trial, type Trial } from '../trial';
import { assertSpeaksPlainly, callWith, CALLS } from './terminal';
import { NAMES, text } from './texts';

/** A command, and what stands in all that it is given. */
interface Said { call: string; words: string[] }

const spoken: Trial<Said> = {
  cases: fc.record({ call: fc.constantFrom(...Object.keys(CALLS)), words: fc.array(text, { minLength: 1, maxLength: soaking ? 8 : 3 }) }), short: 6, long: 1500,
  async holds({ call, words }) {
    assertSpeaksPlainly(await callWith(call, words), call);
    removeFolders();
  },
};

/** Of the corpus, so many stand in the files of one run. */
const CORPUS = [...PAYLOADS, ...NAMES].filter((_, i) => soaking || i % 12 === 0);

describe('whatever the command line is given, in files or arguments', () => {
  before(buildProgram);
  after(removeFolders);

  describe('what it says to a terminal is plain text', () => trial('hostile-terminal', spoken));

  it('also where it is the whole corpus at once', async () => {
    const calls = Object.keys(CALLS).filter((_, i) => soaking || i % 8 === 0);
    for (const call of calls) assertSpeaksPlainly(await callWith(call, CORPUS), call);
  });

  it('would be found where what is hidden were written as it is', async () => {
    // All that makes hidden characters visible is one pattern: what uses it does nothing here.
    const folder = folderWith({ 'fault.cjs': "const { replace } = String.prototype; String.prototype.replace = function (what, by) { return what instanceof RegExp && what.source.includes('u{e0000}') ? String(this) : replace.call(this, what, by); };" });
    await goesRed({ ...spoken, cases: fc.record({ call: fc.constantFrom('check', 'summary', 'explain'), words: fc.constant<string[]>(['\u001b[31mred']) }) }, async ({ call, words }) => assertSpeaksPlainly(await callWith(call, words, path.join(folder, 'fault.cjs')), call));
  });
});
