import type { Rule } from '../rule';
import { duplicateId, duplicateRecord, unknownRecord } from './ids';
import { inspectionInterval, monitoringOrdinal, monitoringWithoutInadequate, shortAfterWeak } from './journey';
import { actionOverdue, sourceConflict } from './own-record';

/** In the order of the list of rules: where two say something of the same words, the first one speaks. */
export const acrossRules: readonly Rule[] = [
  duplicateId, duplicateRecord, unknownRecord, shortAfterWeak, inspectionInterval, monitoringWithoutInadequate, monitoringOrdinal, sourceConflict, actionOverdue,
];
