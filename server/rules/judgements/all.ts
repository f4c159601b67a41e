import type { Rule } from '../rule';
import { gradeNotInScale } from './grade-not-in-scale';
import { gradeOnUngradedEvent } from './grade-on-ungraded-event';
import { gradeSpelling } from './grade-spelling';
import { judgementNotInFramework } from './judgement-not-in-framework';
import { judgementOrder } from './judgement-order';
import { judgementSpelling } from './judgement-spelling';
import { limitingJudgement } from './limiting-judgement';
import { missingJudgement } from './missing-judgement';
import { overallOutOfRange } from './overall-out-of-range';
import { unknownGrade } from './unknown-grade';
import { unknownJudgement } from './unknown-judgement';
import { unknownOutcome } from './unknown-outcome';

/** In the order of the list of rules: where two say something of the same words, the first one speaks. */
export const judgementRules: readonly Rule[] = [
  unknownJudgement, judgementSpelling, judgementNotInFramework, missingJudgement, judgementOrder, unknownGrade, gradeSpelling, gradeNotInScale,
  gradeOnUngradedEvent, unknownOutcome, limitingJudgement, overallOutOfRange,
];
