import referenceData from 'generated:reference-data';
import { Checker } from '../../server/findings/checker';
import type { Levels } from '../../server/findings/severities';
import { createReference } from '../../server/reference/reference';

export const reference = createReference(referenceData);

/** The day on which all tests take place. */
export const TODAY = { year: 2026, month: 11, day: 21 };

export function newChecker(levels?: Levels): Checker {
  return new Checker(reference, { today: TODAY }, levels);
}
