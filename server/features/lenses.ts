import type { Finding } from '../findings/finding';
import type { Slice } from '../records/slice';
import type { Span } from '../text/span';
import { count } from '../text/words';

/** A line above a record that says something of it, and may be clicked. */
export interface Lens {
  kind: 'preview' | 'problems' | 'journey';
  /** Absent where it takes work: to be asked for when the lens is to be seen. */
  title?: string;
}

/** Where a record stands among all records of its authority, in order of date. */
export interface Journey {
  /** From 1. */
  step: number;
  of: number;
}

/** The place above which the lenses of a slice stand: the beginning of its record; undefined for a slice that is blank. */
export function lensPlace({ isBlank, record: { root }, text }: Slice): Span | undefined {
  if (isBlank) return undefined;
  const start = root?.start ?? Math.max(0, text.search(/^(?!---|#|%)\s*\S/m));
  return { start, end: start };
}

/** The lenses of a record. How many problems it has is counted only when it is to be seen; `journey` is known where many records are. */
export function lenses(journey?: Journey): Lens[] {
  const known: Lens[] = [{ kind: 'preview', title: 'Preview' }, { kind: 'problems' }];
  return journey && journey.of > 1 ? [...known, { kind: 'journey', title: `Journey: ${journey.step} of ${journey.of}` }] : known;
}

/** "2 problems": what is found in a record. Hints are left out, as they are in lists of problems. */
export function problemsTitle(findings: readonly Finding[]): string {
  const problems = findings.filter(({ severity }) => severity !== 'hint').length;
  return problems ? count(problems, 'problem') : 'No problems';
}
