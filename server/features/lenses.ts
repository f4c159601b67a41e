import type { Finding } from '../findings/finding';
import type { Slice } from '../records/slice';
import type { Span } from '../text/span';
import { count } from '../text/words';

/** A line above a record that says something of it, and may be clicked. */
export interface Lens {
  kind: 'preview' | 'problems' | 'journey';
  title: string;
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

/** The lenses of a record: `findings` as far as they are known, `journey` where the records around it are. */
export function lenses(findings: readonly Finding[] = [], journey?: Journey): Lens[] {
  // Hints are left out, as they are in lists of problems.
  const problems = findings.filter(({ severity }) => severity !== 'hint').length;
  return [
    { kind: 'preview', title: 'Preview' },
    ...(problems ? [{ kind: 'problems', title: count(problems, 'problem') } as const] : []),
    ...(journey && journey.of > 1 ? [{ kind: 'journey', title: `Journey: ${journey.step} of ${journey.of}` } as const] : []),
  ];
}
