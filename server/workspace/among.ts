import type { Checker } from '../findings/checker';
import type { Finding } from '../findings/finding';
import type { Slice } from '../records/slice';
import type { CalendarDate } from '../reference/calendar';
import type { OtherRecord, OtherRecords } from '../rules/rule';
import { Journey } from './journey';
import { WorkspaceRecord } from './record';
import type { Workspace } from './workspace';

/**
 * Findings of records among the others of their workspace. A record is held against the others again only when one of those that
 * bear on it has changed: its journey, or the records with an id that it has or names.
 */
export class AmongOthers {
  /** How often a record was held against others, and how many of these were looked at: tests hold that an edit costs its own journey and no more. */
  readonly work = { recordsCompared: 0, othersSeen: 0 };
  private readonly known = new WeakMap<Slice, { checker: Checker; asOf: number; findings: readonly Finding[] }>();

  constructor(private readonly workspace: Workspace) {}

  /** Of a slice that stands in no file of the workspace: what is wrong with it by itself. */
  findings(slice: Slice, checker: Checker): readonly Finding[] {
    const record = this.workspace.record(slice);
    if (!record) return checker.findings(slice);
    const asOf = this.workspace.lastChange(record);
    const known = this.known.get(slice);
    if (known?.checker === checker && known.asOf === asOf) return known.findings;
    this.work.recordsCompared++;
    const findings = checker.findingsAmong(slice, new Others(record, this.workspace, this.work));
    this.known.set(slice, { checker, asOf, findings });
    return findings;
  }
}

/** What bears on one record. */
class Others implements OtherRecords {
  /** @param work counts the records that were looked at */
  constructor(private readonly record: WorkspaceRecord, private readonly workspace: Workspace, private readonly work: { othersSeen: number }) {}

  withId(id: string): WorkspaceRecord | undefined {
    const [first, second] = this.workspace.withId(id);
    return first === this.record ? second : first;
  }

  idsLike(id: string): readonly string[] {
    return this.workspace.idsLike(id);
  }

  before(date: CalendarDate): Iterable<WorkspaceRecord> {
    return this.seen(this.journey.before(date));
  }

  gradedBefore(date: CalendarDate): Iterable<WorkspaceRecord> {
    return this.seen(this.journey.graded.before(date));
  }

  on(date: CalendarDate): Iterable<WorkspaceRecord> {
    return this.seen(this.journey.on(date));
  }

  private get journey(): Journey {
    const { authority } = this.record;
    return journeyOf(authority === undefined ? NONE : this.workspace.journey(authority));
  }

  private *seen(records: Iterable<WorkspaceRecord>): Generator<WorkspaceRecord> {
    for (const other of records) {
      this.work.othersSeen++;
      if (other !== this.record && !other.isOfAnotherBody(this.record)) yield other;
    }
  }
}

const NONE: readonly WorkspaceRecord[] = [];

/** One for all records of an authority, until one of them changes: then the workspace has another list. */
const journeys = new WeakMap<readonly WorkspaceRecord[], Journey>();

function journeyOf(ordered: readonly WorkspaceRecord[]): Journey {
  let journey = journeys.get(ordered);
  if (!journey) journeys.set(ordered, (journey = new Journey(ordered)));
  return journey;
}

/** Where another record stands, if it is one of a workspace. */
export function placeOf(other: OtherRecord): WorkspaceRecord | undefined {
  return other instanceof WorkspaceRecord ? other : undefined;
}
