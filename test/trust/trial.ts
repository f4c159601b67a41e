import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { seed } from '../support/property-tests';

/** Cases of a kind, and what must hold for each. A case is plain JSON, so that it can be kept. */
export interface Trial<Case> {
  readonly cases: fc.Arbitrary<Case>;
  /** Fails by throwing. */
  readonly holds: (theCase: Case) => Promise<void> | void;
  /** How many cases are tried in `npm test`, and in `npm run soak`. */
  readonly short: number;
  readonly long: number;
}

/** Whether this is `npm run soak`, which takes its time. */
export const soaking = process.env.SOAK !== undefined;

/** How much of a night it may take: `SOAK=0.1` is a tenth. */
const share = Number(process.env.SOAK);

const KEPT = path.join('test', 'trust', 'cases');

/**
 * Declares the tests of a trial: first the cases that failed once (`test/trust/cases/<name>/*.json`, tried on every run since),
 * then new ones. A new one that fails is made as small as it gets and written there; mended, it is committed with the mend.
 * @param name of a folder: `edit-sessions`
 */
export function trial<Case>(name: string, { cases, holds, short, long }: Trial<Case>): void {
  for (const file of kept(name)) {
    it(`still holds for ${file}, which failed once`, async () => { await holds(JSON.parse(fs.readFileSync(file, 'utf8')) as Case); });
  }
  const count = soaking ? Math.ceil(long * share) : short;
  it(`holds for ${count.toLocaleString('en-GB')} cases (seed ${seed})`, async () => {
    const result = await fc.check(fc.asyncProperty(cases, async theCase => { await holds(theCase); }), { numRuns: count, seed });
    if (!result.failed) return;
    const file = keep(name, result.counterexample![0]);
    throw new Error(`A case failed, with the seed ${seed}. It is kept as ${file}, and tried on every run from now on.`, { cause: result.errorInstance });
  });
}

/** Asserts that a trial finds a fault that was planted: `holds` is run on something broken on purpose, and must fail for one of the cases of a short run. */
export async function goesRed<Case>({ cases, short }: Trial<Case>, holds: Trial<Case>['holds']): Promise<void> {
  const { failed } = await fc.check(fc.asyncProperty(cases, async theCase => { await holds(theCase); }), { numRuns: short, seed, endOnFailure: true });
  assert.ok(failed, 'the planted fault was not found');
}

function kept(name: string): string[] {
  const folder = path.join(KEPT, name);
  return fs.existsSync(folder) ? fs.readdirSync(folder).sort().map(file => path.join(folder, file)) : [];
}

function keep(name: string, theCase: unknown): string {
  const file = path.join(KEPT, name, `${seed}.json`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify(theCase, null, 2)}\n`);
  return file;
}
