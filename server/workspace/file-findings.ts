import type { Checker } from '../findings/checker';
import type { Finding } from '../findings/finding';
import type { Slice } from '../records/slice';
import type { RecordStream } from '../records/stream';
import { sameEnds } from '../text/same-ends';
import type { AmongOthers } from './among';
import type { Workspace } from './workspace';

/** How the records of a file are asked what is wrong with them. */
export interface Asking {
  checker: Checker;
  /** Among the others of the workspace, all of which are read; else each by itself. */
  isAmong: boolean;
}

/**
 * What is wrong with the records of one file, kept from one text of it to the next: after a change only those are asked again that it
 * touched, and those whose others it changed.
 */
export class FileFindings {
  private stream?: RecordStream;
  private asking?: Asking;
  /** The workspace's version when `found` held for all that it tells. */
  private asOf = 0;
  /** Record by record; what is not known is asked for. */
  private found: (readonly Finding[] | undefined)[] = [];

  constructor(private readonly workspace: Workspace, private readonly among: AmongOthers) {}

  /**
   * The findings of a file as it is now, record by record, as far as there are not more than `most` of them; undefined where `isOver` has
   * put an end to it before: what was found till then is kept.
   */
  check(stream: RecordStream, asking: Asking, most: number, isOver: () => boolean): readonly (readonly Finding[])[] | undefined {
    this.keepWhatHolds(stream, asking);
    const { slices } = stream;
    const { checker, isAmong } = asking;
    let count = 0;
    let checked = 0;
    for (; checked < slices.length && count <= most; checked++) {
      let found = this.found[checked];
      if (!found) {
        const slice = slices[checked]!;
        if (!checker.hasChecked(slice) && isOver()) return undefined;
        found = this.found[checked] = isAmong ? this.among.findings(slice, checker) : checker.findings(slice);
      }
      count += found.length;
    }
    return this.found.slice(0, checked) as (readonly Finding[])[];
  }

  private keepWhatHolds(stream: RecordStream, asking: Asking): void {
    if (asking.isAmong) this.workspace.advance();
    const affected = this.affectedSince(asking);
    if (!affected || !this.stream) this.found = unknown(stream.slices.length);
    else {
      if (affected.size) this.found = this.found.map((found, i) => (affected.has(this.stream!.slices[i]!) ? undefined : found));
      if (this.stream !== stream) this.found = moved(this.found, this.stream, stream);
    }
    this.stream = stream;
    this.asking = asking;
    this.asOf = this.workspace.version;
  }

  /** The records of which what was found may not hold any more; undefined where it may hold of none. */
  private affectedSince({ checker, isAmong }: Asking): ReadonlySet<Slice> | undefined {
    if (this.asking?.checker !== checker || this.asking.isAmong !== isAmong) return undefined;
    return isAmong ? this.workspace.affectedSince(this.asOf) : new Set();
  }
}

/** What is known of the records of a stream, where they stand in another one: those before and behind what was changed. */
function moved<T>(known: readonly (T | undefined)[], before: RecordStream, after: RecordStream): (T | undefined)[] {
  const { first, last } = sameEnds(before.slices, after.slices);
  return [...known.slice(0, first), ...unknown(after.slices.length - first - last), ...known.slice(known.length - last)];
}

function unknown(length: number): undefined[] {
  return Array<undefined>(length).fill(undefined);
}
