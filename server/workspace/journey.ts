import { dayNumber, firstDay, lastDay, type CalendarDate } from '../reference/calendar';
import { isGraded } from '../rules/across/overall';
import { lastAtOrBelow } from '../text/lines';
import type { WorkspaceRecord } from './record';

/** The dated records of one authority in order of date, with look-ups by date that do not go through all of them. */
export class Journey {
  private readonly records: readonly WorkspaceRecord[];
  /** The first day that each may mean. */
  private readonly days: readonly number[];
  private knownGraded?: Journey;

  /** @param ordered by the first day that each may mean */
  constructor(ordered: readonly WorkspaceRecord[]) {
    this.records = ordered.filter(({ days }) => days);
    this.days = this.records.map(({ days }) => days!.first);
  }

  /** The graded inspections alone: few of many records, where each of them is held against the one before it. */
  get graded(): Journey {
    return (this.knownGraded ??= new Journey(this.records.filter(({ inspection }) => isGraded(inspection))));
  }

  /** The records that certainly began before a date, latest first. */
  *before(date: CalendarDate): Generator<WorkspaceRecord> {
    const day = dayNumber(firstDay(date));
    for (let i = this.upTo(day - 1); i >= 0; i--) {
      const record = this.records[i]!;
      if (record.days!.last < day) yield record;
    }
  }

  /** The records that certainly began after a date, earliest first. */
  *after(date: CalendarDate): Generator<WorkspaceRecord> {
    yield* this.records.slice(this.upTo(dayNumber(lastDay(date))) + 1);
  }

  /** The records that may have begun on the first day of a date. */
  *on(date: CalendarDate): Generator<WorkspaceRecord> {
    const day = dayNumber(firstDay(date));
    for (let i = this.upTo(day); i >= 0 && this.days[i] === day; i--) yield this.records[i]!;
  }

  /** Index of the last record whose first day is not after `day`; -1 where there is none. */
  private upTo(day: number): number {
    const index = lastAtOrBelow(this.days, day);
    return this.days.length && this.days[index]! <= day ? index : -1;
  }
}
