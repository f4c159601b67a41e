// VS Code loads this in its extension host and calls run(): it resolves when all tests have passed, and rejects otherwise.
// The extension host's console comes mixed with VS Code's own log, so the report and the counts go to files.
const fs = require('node:fs');
const { format } = require('node:util');
const Mocha = require('mocha');

exports.run = async function run() {
  const { SUITE_TESTS, SUITE_REPORT, SUITE_COUNTS, SUITE_GREP } = process.env;
  Mocha.reporters.Base.consoleLog = (...line) => fs.appendFileSync(SUITE_REPORT, `${format(...line)}\n`);
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: 60_000, grep: SUITE_GREP, forbidOnly: !!process.env.CI });
  mocha.addFile(SUITE_TESTS);
  const { countRun } = await import('../count-run.mjs');
  const { writeCounts } = await import('../counts.mjs');
  const counts = await countRun(done => mocha.run(done));
  writeCounts(SUITE_COUNTS, counts);
  if (counts.failed) throw new Error(`${counts.failed} tests failed`);
};
