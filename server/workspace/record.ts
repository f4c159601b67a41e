import { isEmpty, pairOf, type ScalarNode } from '../records/node';
import type { Slice } from '../records/slice';
import type { RecordStream } from '../records/stream';
import { dayNumber, firstDay, lastDay, longDate } from '../reference/calendar';
import { couldBegin } from '../reference/frameworks';
import { fieldText, type Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import type { OtherRecord } from '../rules/rule';

/**
 * A record of the workspace. It never changes; where it stands may, when records above it do: so that is looked up when it is
 * asked for, and is never out of date.
 */
export class WorkspaceRecord implements OtherRecord {
  /**
   * By its canonical name, where it is known. A body that was not there on the day is none: Dorset's journey begins in 2019, and what is
   * written of "Dorset" in 2016 was another council's.
   */
  readonly authority: string | undefined;
  readonly id: string | undefined;
  readonly follows: string | undefined;
  /** The values that name other records by their ids, or may do so. */
  readonly pointers: readonly ScalarNode[];
  /** The first and the last day on which it may have begun, as day numbers; absent where no date is known. */
  readonly days: { first: number; last: number } | undefined;

  /** @param files the streams of the workspace as they are now */
  constructor(readonly uri: string, readonly slice: Slice, readonly inspection: Inspection, private readonly files: ReadonlyMap<string, RecordStream>) {
    this.authority = authorityOf(inspection);
    this.id = fieldText(inspection, 'id')?.text;
    this.follows = fieldText(inspection, 'follows')?.text;
    this.pointers = pointersOf(inspection);
    const { on } = inspection;
    this.days = on && { first: dayNumber(firstDay(on.date)), last: dayNumber(lastDay(on.date)) };
  }

  /** Whether a record of the same name is certainly another body's: the reference data of two folders may have a "Newport" each. */
  isOfAnotherBody({ code }: WorkspaceRecord): boolean {
    return code !== undefined && this.code !== undefined && code !== this.code;
  }

  private get code(): string | undefined {
    return matched(this.inspection.authority?.match)?.gss_code;
  }

  /** "ILACS standard inspection of 8 July 2024": what it is called in a message. */
  get name(): string {
    const event = matched(this.inspection.event?.match)?.name ?? 'record';
    return this.inspection.on ? `${event} of ${longDate(this.inspection.on.date)}` : event;
  }

  get stream(): RecordStream {
    return this.files.get(this.uri)!;
  }

  /** Number of its slice in the stream. */
  get index(): number {
    return this.stream.indexOf(this.slice);
  }
}

/** The canonical name of the authority whose record it is, where that is known and was there on the day. */
export function authorityOf({ authority, on }: Inspection): string | undefined {
  const named = matched(authority?.match);
  return named && (!on || couldBegin(named, on)) ? named.name : undefined;
}

/** The value of `follows`, and those of the steps of the follow-up: there an id may stand, or other words. */
export function pointersOf(inspection: Inspection): ScalarNode[] {
  const steps = inspection.fields.get('follow_up')?.value;
  const values = steps?.kind === 'list' ? steps.items.map(step => (step.kind === 'map' ? pairOf(step, 'follows')?.value : undefined)) : [];
  return [fieldText(inspection, 'follows'), ...values].filter(node => node?.kind === 'scalar' && !isEmpty(node)) as ScalarNode[];
}

/** By file, then as they stand in it. */
export function byPlace(a: WorkspaceRecord, b: WorkspaceRecord): number {
  return a.uri === b.uri ? a.index - b.index : a.uri < b.uri ? -1 : 1;
}

/** By the first day that each may mean, coarse dates behind exact ones; undated records last. */
export function byDate(a: WorkspaceRecord, b: WorkspaceRecord): number {
  if (!a.days || !b.days) return Number(!a.days) - Number(!b.days) || byPlace(a, b);
  return a.days.first - b.days.first || a.days.last - b.days.last || byPlace(a, b);
}
