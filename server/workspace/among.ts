import type { Checker } from '../findings/checker';
import type { Finding } from '../findings/finding';
import type { Slice } from '../records/slice';
import { longDate } from '../reference/calendar';
import { fieldText, type Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import type { OtherRecord, OtherRecords } from '../rules/rule';
import type { RecordPlace, Workspace } from './workspace';

/** A record of the workspace as rules see it, which remembers where it stands. */
export interface PlacedRecord extends OtherRecord {
  place: RecordPlace;
}

/**
 * Findings of records among the others of their workspace. A record is held against the others again only when one of those that
 * bear on it has changed: its journey, or the records with an id that it has or names.
 */
export class AmongOthers {
  /** How often a record was held against others: tests hold that an edit costs its own journey and no more. */
  recordsCompared = 0;
  private readonly known = new WeakMap<Slice, { checker: Checker; stamp: string; findings: readonly Finding[] }>();

  constructor(private readonly workspace: Workspace) {}

  findings(slice: Slice, checker: Checker): readonly Finding[] {
    const inspection = checker.inspection(slice);
    if (!inspection) return checker.findings(slice);
    const stamp = this.stamp(inspection);
    const known = this.known.get(slice);
    if (known?.checker === checker && known.stamp === stamp) return known.findings;
    this.recordsCompared++;
    const findings = checker.findingsAmong(slice, this.othersOf(slice, inspection));
    this.known.set(slice, { checker, stamp, findings });
    return findings;
  }

  /** Changes whenever a record that bears on this one does. */
  private stamp(inspection: Inspection): string {
    const authority = matched(inspection.authority?.match)?.name;
    const follows = fieldText(inspection, 'follows')?.text;
    const id = fieldText(inspection, 'id')?.text;
    return this.workspace.versions(authority, [id, follows].filter(word => word !== undefined));
  }

  private othersOf(slice: Slice, inspection: Inspection): OtherRecords {
    const { workspace } = this;
    const authority = matched(inspection.authority?.match)?.name;
    const others = (places: readonly RecordPlace[]): PlacedRecord[] => places.filter(place => place.slice !== slice).map(named);
    return {
      withId: id => others(workspace.withId(id)),
      ids: () => workspace.knownIds,
      journey: authority === undefined ? [] : others(workspace.journey(authority)).filter(other => other.inspection.on),
    };
  }
}

/** Where another record stands, if it is one of a workspace. */
export function placeOf(other: OtherRecord): RecordPlace | undefined {
  return 'place' in other ? (other as PlacedRecord).place : undefined;
}

function named(place: RecordPlace): PlacedRecord {
  const { inspection } = place;
  const event = matched(inspection.event?.match)?.name ?? 'record';
  return { place, inspection, name: inspection.on ? `${event} of ${longDate(inspection.on.date)}` : event };
}
