import type { Slice } from '../records/slice';
import type { RecordStream } from '../records/stream';
import { compareDates } from '../reference/calendar';
import { fieldText, type Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import type { Reader } from '../reference/reader';

/** A record of the workspace, and where it stands. */
export interface RecordPlace {
  uri: string;
  stream: RecordStream;
  /** Number of its slice in the stream. */
  index: number;
  slice: Slice;
  inspection: Inspection;
}

/**
 * All records of all files, open or not, with look-ups across them. A file's stream is replaced when it changes; only the records
 * that its change touched are taken out and read anew. Reading is put off until `advance` or a look-up asks for it.
 */
export class Workspace {
  private readonly files = new Map<string, RecordStream>();
  private readonly home = new Map<Slice, string>();
  private readonly waiting = new Set<Slice>();
  private readonly ids = new Lookup();
  private readonly follows = new Lookup();
  private readonly authorities = new Lookup();

  constructor(private readonly reader: Reader) {}

  /** Adds a file, or puts its new text in the place of the one before. */
  set(uri: string, stream: RecordStream): void {
    const before = this.files.get(uri);
    const staying = new Set(stream.slices);
    for (const slice of before?.slices ?? []) if (!staying.has(slice)) this.remove(slice);
    this.files.set(uri, stream);
    for (const slice of stream.slices) {
      if (this.home.has(slice)) continue;
      this.home.set(slice, uri);
      this.waiting.add(slice);
    }
  }

  delete(uri: string): void {
    for (const slice of this.files.get(uri)?.slices ?? []) this.remove(slice);
    this.files.delete(uri);
  }

  stream(uri: string): RecordStream | undefined {
    return this.files.get(uri);
  }

  get uris(): string[] {
    return [...this.files.keys()];
  }

  /** Counts the changes of anything that can be looked up. */
  get changes(): number {
    return this.ids.changes + this.follows.changes + this.authorities.changes;
  }

  /** Reads records that wait, until `enough` says so; whether none waits any more. */
  advance(enough: () => boolean = () => false): boolean {
    for (const slice of this.waiting) {
      if (enough()) return false;
      this.waiting.delete(slice);
      const inspection = this.reader.inspection(slice);
      if (!inspection) continue;
      this.ids.add(fieldText(inspection, 'id')?.text, slice);
      this.follows.add(fieldText(inspection, 'follows')?.text, slice);
      this.authorities.add(matched(inspection.authority?.match)?.name, slice);
    }
    return true;
  }

  /** Every record, file by file. */
  *all(): Generator<RecordPlace> {
    for (const [uri, stream] of this.files) {
      for (const [index, slice] of stream.slices.entries()) {
        const inspection = this.reader.inspection(slice);
        if (inspection) yield { uri, stream, index, slice, inspection };
      }
    }
  }

  /** The ids that records have, each once. */
  get knownIds(): string[] {
    this.advance();
    return this.ids.keys();
  }

  /** The records that have an id: more than one where it was given twice. */
  withId(id: string): RecordPlace[] {
    this.advance();
    return this.places(this.ids.get(id));
  }

  /** The records whose `follows` names an id. */
  following(id: string): RecordPlace[] {
    this.advance();
    return this.places(this.follows.get(id));
  }

  /** The records of an authority, by its canonical name, in order of date; undated ones last. */
  journey(authority: string): RecordPlace[] {
    this.advance();
    return this.places(this.authorities.get(authority)).sort((a, b) => {
      const [on, other] = [a.inspection.on?.date, b.inspection.on?.date];
      return on && other ? compareDates(on, other) : Number(!on) - Number(!other);
    });
  }

  /**
   * A text that changes whenever a record of the authority or one with one of the ids does; for an id that no record has, whenever
   * any id does (another one may then be meant). Cheap: it counts changes, it does not look at records.
   */
  versions(authority: string | undefined, ids: readonly string[]): string {
    this.advance();
    const journey = authority === undefined ? 0 : this.authorities.version(authority);
    return [journey, ...ids.map(id => (this.ids.has(id) ? this.ids.version(id) : `of ${this.ids.changes}`))].join('.');
  }

  private places(slices: Iterable<Slice>): RecordPlace[] {
    return [...slices].map(slice => {
      const uri = this.home.get(slice)!;
      const stream = this.files.get(uri)!;
      return { uri, stream, index: stream.slices.indexOf(slice), slice, inspection: this.reader.inspection(slice)! };
    });
  }

  private remove(slice: Slice): void {
    this.home.delete(slice);
    this.waiting.delete(slice);
    for (const lookup of [this.ids, this.follows, this.authorities]) lookup.delete(slice);
  }
}

/** Slices by a word that they hold. */
class Lookup {
  private readonly slices = new Map<string, Set<Slice>>();
  private readonly words = new Map<Slice, string>();
  private readonly versions = new Map<string, number>();
  /** How often the slices of any word have changed. */
  changes = 0;

  add(word: string | undefined, slice: Slice): void {
    if (word === undefined) return;
    this.words.set(slice, word);
    const slices = this.slices.get(word);
    if (slices) slices.add(slice);
    else this.slices.set(word, new Set([slice]));
    this.touch(word);
  }

  delete(slice: Slice): void {
    const word = this.words.get(slice);
    if (word === undefined) return;
    this.words.delete(slice);
    const slices = this.slices.get(word)!;
    slices.delete(slice);
    if (!slices.size) this.slices.delete(word);
    this.touch(word);
  }

  get(word: string): Iterable<Slice> {
    return this.slices.get(word) ?? [];
  }

  keys(): string[] {
    return [...this.slices.keys()];
  }

  has(word: string): boolean {
    return this.slices.has(word);
  }

  /** How often the slices of a word have changed. */
  version(word: string): number {
    return this.versions.get(word) ?? 0;
  }

  private touch(word: string): void {
    this.changes++;
    this.versions.set(word, this.version(word) + 1);
  }
}
