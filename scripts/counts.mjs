// What runs of tests have counted, and which tests failed (count-run.mjs), as it is handed to the programs that add up.
import fs from 'node:fs';
import path from 'node:path';

/** Of a run that never came to its end. */
export const NONE = Object.freeze({ passed: 0, failed: 0, skipped: 0, failures: Object.freeze([]) });

/** All of them together. */
export function addCounts(all) {
  return all.reduce((sum, one) => ({
    passed: sum.passed + one.passed, failed: sum.failed + one.failed, skipped: sum.skipped + one.skipped, failures: [...sum.failures, ...one.failures],
  }), NONE);
}

/** Undefined where there is no such file, as when a run never came to its end. */
export function readCounts(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}

/** Writes them, and the folders to them. */
export function writeCounts(file, counts) {
  fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(counts));
}
