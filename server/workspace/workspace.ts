import type { Slice } from '../records/slice';
import type { RecordStream } from '../records/stream';
import type { Reader } from '../reference/reader';
import { sameEnds } from '../text/same-ends';
import { Lookup } from './lookup';
import { byDate, WorkspaceRecord } from './record';

/**
 * All records of all files, open or not, with look-ups across them. A file's stream is replaced when it changes; only the records
 * that its change touched are taken out and read anew. Reading is put off until `advance` or a look-up asks for it.
 */
export class Workspace {
  private readonly files = new Map<string, RecordStream>();
  private readonly records = new Map<Slice, WorkspaceRecord>();
  /** Slices that are still to be read, with the files that they stand in. */
  private readonly waiting = new Map<Slice, string>();
  /** Goes through those that wait, and goes on where it was: from their beginning, each turn would pass again over all that were taken out. */
  private queue = this.waiting.entries();
  private now = 0;
  private readonly tick = () => ++this.now;
  private readonly ids = new Lookup(({ id }) => (id === undefined ? [] : [id]), this.tick);
  private readonly pointers = new Lookup(({ pointers }) => [...new Set(pointers.map(({ text }) => text))], this.tick);
  private readonly journeys = new Lookup(({ authority }) => (authority === undefined ? [] : [authority]), this.tick, byDate);
  private readonly lookups = [this.ids, this.pointers, this.journeys];

  /** What each file is read by. */
  private readonly readers = new Map<string, Reader>();

  /** @param readerFor what a file's records are read by: one for all, or another one where other reference data holds */
  constructor(private readonly readerFor: Reader | ((uri: string) => Reader)) {}

  /** Adds a file, or puts its new text in the place of the one before. */
  set(uri: string, stream: RecordStream): void {
    const reader = typeof this.readerFor === 'function' ? this.readerFor(uri) : this.readerFor;
    // Nothing that was read with other reference data can be kept.
    if (this.files.has(uri) && this.readers.get(uri) !== reader) this.delete(uri);
    this.readers.set(uri, reader);
    const before = this.files.get(uri)?.slices ?? [];
    const { slices } = stream;
    // What stays in its place at the beginning and at the end is left alone: a key press touches one or two records.
    const { first, last } = sameEnds(before, slices);
    for (const slice of before.slice(first, before.length - last)) this.remove(slice);
    this.files.set(uri, stream);
    for (const slice of slices.slice(first, slices.length - last)) this.waiting.set(slice, uri);
    this.tick();
  }

  delete(uri: string): void {
    for (const slice of this.files.get(uri)?.slices ?? []) this.remove(slice);
    this.files.delete(uri);
    this.readers.delete(uri);
    this.tick();
  }

  /** Reads a file anew, if other reference data holds for it now. */
  renew(uri: string): void {
    const stream = this.files.get(uri);
    if (stream) this.set(uri, stream);
  }

  stream(uri: string): RecordStream | undefined {
    return this.files.get(uri);
  }

  get uris(): string[] {
    return [...this.files.keys()];
  }

  /** A number that is greater after every change. */
  get version(): number {
    return this.now;
  }

  /** Reads records that wait, until `enough` says so; whether none waits any more. */
  advance(enough: () => boolean = () => false): boolean {
    while (this.waiting.size) {
      if (enough()) return false;
      const [slice, uri] = this.nextWaiting();
      this.waiting.delete(slice);
      const inspection = this.readers.get(uri)!.inspection(slice);
      if (!inspection) continue;
      const record = new WorkspaceRecord(uri, slice, inspection, this.files);
      this.records.set(slice, record);
      for (const lookup of this.lookups) lookup.add(record);
    }
    return true;
  }

  private nextWaiting(): [Slice, string] {
    const next = this.queue.next();
    if (!next.done) return next.value;
    this.queue = this.waiting.entries();
    return this.queue.next().value!;
  }

  /** The record of a slice; undefined where it has none, or stands in no file of the workspace. */
  record(slice: Slice): WorkspaceRecord | undefined {
    this.advance();
    return this.records.get(slice);
  }

  /**
   * Looks records up by other words that they hold, from now on.
   * @param wordsOf the words of a record: always the same ones, each once
   */
  addLookup(wordsOf: (record: WorkspaceRecord) => readonly string[]): Lookup {
    const lookup = new Lookup(wordsOf, this.tick);
    for (const record of this.all()) lookup.add(record);
    this.lookups.push(lookup);
    return lookup;
  }

  /** Every record, file by file. Files may change while they are gone through: each counts as it is when its turn comes. */
  *all(): Generator<WorkspaceRecord> {
    this.advance();
    for (const uri of this.uris.sort()) {
      for (const slice of this.files.get(uri)?.slices ?? []) {
        const record = this.records.get(slice);
        if (record) yield record;
      }
    }
  }

  /** The ids that records have, each once. */
  get knownIds(): readonly string[] {
    this.advance();
    return this.ids.words;
  }

  /** The ids that may be meant by one that no record has. */
  idsLike(id: string): readonly string[] {
    this.advance();
    return this.ids.like(id);
  }

  /** The records that have an id, in order of place: more than one where it was given twice. */
  withId(id: string): readonly WorkspaceRecord[] {
    this.advance();
    return this.ids.get(id);
  }

  /** The records that name an id, in order of place. */
  pointingTo(id: string): readonly WorkspaceRecord[] {
    this.advance();
    return this.pointers.get(id);
  }

  /** The canonical names of the authorities that have records. */
  get authorities(): readonly string[] {
    this.advance();
    return this.journeys.words;
  }

  /** The records of an authority, by its canonical name, in order of date; undated ones last. */
  journey(authority: string): readonly WorkspaceRecord[] {
    this.advance();
    return this.journeys.get(authority);
  }

  /** When anything that bears on a record last changed: its journey, or the records with the id that it has or follows. */
  lastChange({ authority, id, follows }: WorkspaceRecord): number {
    this.advance();
    // Asked for every record at every key press: so nothing is made here but a number.
    let last = authority === undefined ? 0 : this.journeys.lastChange(authority);
    if (id !== undefined) last = Math.max(last, this.ids.lastChange(id));
    return follows === undefined ? last : Math.max(last, this.ids.lastChange(follows));
  }

  /**
   * The slices of records whose others changed after a moment, for whom `lastChange` would say so; undefined where too much has happened
   * since then to tell. So who knows all as of then need not ask for every record.
   */
  affectedSince(moment: number): ReadonlySet<Slice> | undefined {
    this.advance();
    const journeys = this.journeys.changedSince(moment);
    const ids = this.ids.changedSince(moment);
    if (!journeys || !ids) return undefined;
    const slices = new Set<Slice>();
    const add = (records: readonly WorkspaceRecord[]) => { for (const { slice } of records) slices.add(slice); };
    for (const authority of journeys) add(this.journeys.get(authority));
    for (const id of ids) {
      add(this.ids.get(id));
      add(this.pointers.get(id));
    }
    // Who names an id that no record has is told of one that may be meant: that may have come or gone.
    if (this.ids.hasOtherWordsSince(moment)) for (const id of this.pointers.words) if (!this.ids.has(id)) add(this.pointers.get(id));
    return slices;
  }

  private remove(slice: Slice): void {
    this.waiting.delete(slice);
    const record = this.records.get(slice);
    if (!record) return;
    this.records.delete(slice);
    for (const lookup of this.lookups) lookup.delete(record);
  }
}
