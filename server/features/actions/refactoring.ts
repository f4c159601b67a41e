import type { Finding } from '../../findings/finding';
import type { Slice } from '../../records/slice';
import type { Inspection } from '../../reference/inspection';
import type { RuleContext, TextEdit } from '../../rules/rule';
import type { Span } from '../../text/span';
import { withoutGaps } from '../gaps';
import type { Action } from './action';

/** A caret or a selection in a record that can be read without fault. */
export interface Selected {
  slice: Slice;
  /** Offsets in the slice; alike for a caret. */
  span: Span;
  inspection: Inspection;
  context: RuleContext;
  /** What is wrong with the record. */
  findings: readonly Finding[];
  /** The column at which long texts are wrapped. */
  wrapAt: number;
}

/** A way to write a record otherwise, where it applies to what is selected. The record says the same afterwards, or more. */
export type Refactoring = (selected: Selected) => Action[];

export function rewrite(title: string, edits: Action['edits']): Action {
  return { title, kind: 'refactor.rewrite', edits };
}

/** One that leaves gaps to be filled in. */
export function fillIn(title: string, withGaps: readonly TextEdit[]): Action {
  return { ...rewrite(title, withoutGaps(withGaps)), withGaps };
}

/** Whether all that is selected lies in a span, or at its ends. */
export function isIn({ span }: Selected, { start, end }: Span): boolean {
  return start <= span.start && span.end <= end;
}

/** Whether any of what is selected lies in a span, or at its ends. */
export function meets({ span }: Selected, { start, end }: Span): boolean {
  return start <= span.end && span.start <= end;
}
