// VS Code for the Web loads the bundle of this and the tests in its extension host, a web worker, and calls run(). What is to be known of
// the run goes to the console, marked: there it comes mixed with VS Code's own log.
import 'mocha/mocha.js';
import { countRun } from '../../../scripts/count-run.mjs';

/** Before each line of the report. */
export const REPORT = '[suite] ';
/** Before the counts. */
export const COUNTS = '[counts] ';

declare const Mocha: { reporters: { Base: { consoleLog(...words: unknown[]): void } } };
declare const SUITE_GREP: string | undefined;

Mocha.reporters.Base.consoleLog = (form = '', ...words: unknown[]) => {
  const text = String(form).replace(/%[sd]/g, () => String(words.shift()));
  for (const line of text.split('\n')) console.log(REPORT + line);
};
mocha.setup({ ui: 'bdd', reporter: 'spec', color: false, timeout: 60_000, ...(SUITE_GREP && { grep: SUITE_GREP }) });

export async function run(): Promise<void> {
  const counts = await countRun(done => mocha.run(done));
  console.log(COUNTS + JSON.stringify(counts));
  if (counts.failed) throw new Error(`${counts.failed} tests failed`);
}
