import type { Checker } from '../findings/checker';
import type { Finding } from '../findings/finding';
import type { Slice } from '../records/slice';
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
    const findings = checker.findingsAmong(slice, this.othersOf(record));
    this.known.set(slice, { checker, asOf, findings });
    return findings;
  }

  private othersOf(record: WorkspaceRecord): OtherRecords {
    const { workspace } = this;
    const isOther = (other: WorkspaceRecord) => other !== record;
    const journey = journeyOf(record.authority === undefined ? [] : workspace.journey(record.authority));
    return {
      withId: id => workspace.withId(id).filter(isOther),
      idsLike: id => workspace.idsLike(id),
      before: date => this.seen(journey.before(date), isOther),
      on: date => this.seen(journey.on(date), isOther),
    };
  }

  private *seen(records: Iterable<WorkspaceRecord>, fits: (record: WorkspaceRecord) => boolean): Generator<WorkspaceRecord> {
    for (const record of records) {
      this.work.othersSeen++;
      if (fits(record)) yield record;
    }
  }
}

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
