// Texts that nobody means to keep as records, and that turn up all the same: what a merge leaves behind, what was pasted, what was sent to do harm.
import { manyRecords, oneRecord } from '../many-records.mjs';

const ALIASES = 9;

/** A list of ten values, each of the lists below it the one above ten times over. */
function aliasBomb() {
  const lists = Array.from({ length: ALIASES }, (_, n) => `x_${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`).join(', ')}]\n`);
  return `x_0: &a0 [${Array(10).fill('lol').join(', ')}]\n${lists.join('')}`;
}

function conflicts(records) {
  return manyRecords(records).replace(/^published: .*\n/gm, line => `<<<<<<< HEAD\n${line}=======\npublished: 2024-01-01\n>>>>>>> theirs\n`);
}

/** By name. */
export const HARD_TEXTS = {
  '100 records with conflict markers': () => conflicts(100),
  '50 000 lines of one record': () => `${oneRecord(0)}x_list:\n${'  - One of many lines.\n'.repeat(50_000)}`,
  'an alias bomb': () => oneRecord(0) + aliasBomb(),
  'one line of 1 MB': () => `${oneRecord(0)}x_line: ${'word '.repeat(200_000)}\n`,
};
