// What a run of mocha counts. It is loaded in browsers, too.

/** Runs a mocha runner's tests, by `start(done)`; resolves to their counts, and to each failure's title with the first line of what it said. */
export async function countRun(start) {
  const failures = [];
  const runner = await new Promise(resolve => {
    const started = start(() => resolve(started));
    started.on('fail', (test, error) => failures.push(`${test.fullTitle()}: ${String(error?.message ?? error).split('\n', 1)[0]}`));
  });
  const { passes, failures: failed, pending } = runner.stats;
  return { passed: passes, failed, skipped: pending, failures };
}
