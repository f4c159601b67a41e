import type { Checker } from '../../findings/checker';
import type { Slice } from '../../records/slice';
import type { Span } from '../../text/span';
import { canFormat } from '../format';
import type { Action } from './action';
import { detailGrade } from './detail-grade';
import { fillFields } from './fill-fields';
import { fillJudgements } from './fill-judgements';
import { jsonToYaml } from './json-to-yaml';
import { putInOrder } from './put-in-order';
import type { Refactoring } from './refactoring';
import { rewrapText } from './rewrap-text';

/** In the order in which they are offered: what is nearest to the caret first. A new one is a file beside this one and a name here. */
const REFACTORINGS: readonly Refactoring[] = [detailGrade, rewrapText, fillFields, fillJudgements, putInOrder, jsonToYaml];

/** The column at which texts are wrapped where nobody says otherwise. */
export const WRAP_AT = 100;

/**
 * Ways to write a record otherwise, as they apply to a caret or selection in it. None where the record has a fault: what its author
 * meant is not known.
 * @param span offsets in the slice
 */
export function refactorings(slice: Slice, span: Span, checker: Checker, wrapAt = WRAP_AT): Action[] {
  const inspection = canFormat(slice) ? checker.inspection(slice) : undefined;
  return inspection ? REFACTORINGS.flatMap(refactor => refactor({ slice, span, inspection, context: checker.context, findings: checker.findings(slice), wrapAt })) : [];
}
