import type { ScalarNode } from '../../records/node';
import type { EventData } from '../../reference/data';
import { fieldText, type Inspection } from '../../reference/inspection';
import { matched } from '../../reference/match';
import type { OtherRecord, OtherRecords } from '../rule';
import { isGraded } from './overall';

/** The record from which a visit is counted on: the numbered one of its kind before it, or the graded inspection, where that is later. */
export function countedOnFrom({ event, on }: Inspection, others: Pick<OtherRecords, 'before'>): OtherRecord | undefined {
  const kind = matched(event?.match);
  if (!kind?.ordinal || !on) return undefined;
  for (const other of others.before(on.date)) {
    if (isGraded(other.inspection) || (isOfKind(other, kind) && ordinalOf(other))) return other;
  }
  return undefined;
}

/**
 * Whether others of its kind show that a visit cannot be counted on from a record: one between the two that is not numbered, or a later one,
 * before the next graded inspection, with the number that it would get or a smaller one.
 */
export function isAmongUncounted({ event, on }: Inspection, number: number, from: OtherRecord, others: { before: OtherRecords['before']; after: OtherRecords['before'] }): boolean {
  const kind = matched(event?.match);
  for (const other of others.before(on!.date)) {
    if (other === from) break;
    if (isOfKind(other, kind)) return true;
  }
  for (const other of others.after(on!.date)) {
    if (isGraded(other.inspection)) break;
    if (isOfKind(other, kind) && Number(ordinalOf(other)?.value) <= number) return true;
  }
  return false;
}

/** By its id: where other reference data holds, one kind of event is another object. */
function isOfKind({ inspection }: OtherRecord, kind: EventData | undefined): boolean {
  return matched(inspection.event?.match)?.id === kind?.id;
}

/** Where it says which visit it is; undefined for all that are not numbered. */
export function ordinalOf({ inspection }: OtherRecord): ScalarNode | undefined {
  const node = matched(inspection.event?.match)?.ordinal ? fieldText(inspection, 'ordinal') : undefined;
  return typeof node?.value === 'number' ? node : undefined;
}
