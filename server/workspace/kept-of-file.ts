import type { Checker } from '../findings/checker';
import type { Slice } from '../records/slice';
import type { RecordStream } from '../records/stream';
import { sameEnds } from '../text/same-ends';
import type { Workspace } from './workspace';

/** How the records of a file are looked at. */
export interface Asking {
  checker: Checker;
  /** Among the others of the workspace, all of which are read; else each by itself. */
  isAmong: boolean;
}

/**
 * What is known of each record of one file, by itself and among the others, kept from one text of it to the next: after a change only those are
 * asked again that it touched, and those whose others it changed.
 */
export class KeptOfFile<T> {
  private stream?: RecordStream;
  private asking?: Asking;
  /** The workspace's version when all that is known held. */
  private asOf = 0;
  private known: (T | undefined)[] = [];

  constructor(private readonly workspace: Workspace) {}

  /** What holds still of a file as it is now, record by record. What is undefined is to be found out, and put there. */
  of(stream: RecordStream, asking: Asking): (T | undefined)[] {
    if (asking.isAmong) this.workspace.advance();
    const affected = this.affectedSince(asking);
    if (!affected || !this.stream) this.known = unknown(stream.slices.length);
    else {
      if (affected.size) this.known = this.known.map((each, i) => (affected.has(this.stream!.slices[i]!) ? undefined : each));
      if (this.stream !== stream) this.known = moved(this.known, this.stream, stream);
    }
    this.stream = stream;
    this.asking = asking;
    this.asOf = this.workspace.version;
    return this.known;
  }

  /** The records of which what is known may not hold any more; undefined where it may hold of none. */
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
