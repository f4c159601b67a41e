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
  /** How often a record was held against others: tests hold that an edit costs its own journey and no more. */
  recordsCompared = 0;
  private readonly known = new WeakMap<Slice, { checker: Checker; asOf: number; findings: readonly Finding[] }>();

  constructor(private readonly workspace: Workspace) {}

  /** Of a slice that stands in no file of the workspace: what is wrong with it by itself. */
  findings(slice: Slice, checker: Checker): readonly Finding[] {
    const record = this.workspace.record(slice);
    if (!record) return checker.findings(slice);
    const asOf = this.workspace.lastChange(record);
    const known = this.known.get(slice);
    if (known?.checker === checker && known.asOf === asOf) return known.findings;
    this.recordsCompared++;
    const findings = checker.findingsAmong(slice, othersOf(record, this.workspace));
    this.known.set(slice, { checker, asOf, findings });
    return findings;
  }
}

function othersOf(record: WorkspaceRecord, workspace: Workspace): OtherRecords {
  const isOther = (other: WorkspaceRecord) => other !== record;
  const journey = journeyOf(record.authority === undefined ? [] : workspace.journey(record.authority));
  return {
    withId: id => workspace.withId(id).filter(isOther),
    ids: () => workspace.knownIds,
    before: date => journey.before(date),
    *on(date) {
      for (const other of journey.on(date)) if (isOther(other)) yield other;
    },
  };
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
