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
  const start = root?.start ?? Math.max(0, text.search(/^(?!---|#|%)[ \t]*\S/m));
  return { start, end: start };
}

/** How many findings count as problems: hints are left out, as they are in lists of problems. */
export function countProblems(findings: readonly Finding[]): number {
  return findings.reduce((sum, { severity }) => (severity === 'hint' ? sum : sum + 1), 0);
}

/** The lenses of a record: `problems` as far as they are known, `journey` where the records around it are. */
export function lenses(problems = 0, journey?: Journey): Lens[] {
  return [
    { kind: 'preview', title: 'Preview' },
    ...(problems ? [{ kind: 'problems', title: count(problems, 'problem') } as const] : []),
    ...(journey && journey.of > 1 ? [{ kind: 'journey', title: `Journey: ${journey.step} of ${journey.of}` } as const] : []),
  ];
}
