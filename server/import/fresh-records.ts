import type { Slice } from '../records/slice';
import type { Inspection } from '../reference/inspection';
import type { Draft, Evidence } from './draft';
import { KnownRecords } from './match-records';

/** Steps to a value: names of fields, numbers of entries. */
type Path = readonly (string | number)[];

/** Where a value was read: in which source, and with which words. */
export interface ReadAt extends Evidence {
  /** The source: "kirklees.pdf". */
  origin: string;
}

/**
 * The records of a document that were just imported, each with what it was made of. A record is followed through every change of the
 * document; of a value, only that is told which the source says: one that was changed has nothing to do with it any more.
 */
export class FreshRecords {
  private slices: readonly Slice[];
  private readonly draftOf = new Map<Slice, Draft>();
  /** What is not in the document, or not yet. */
  private readonly waiting = new Set<Draft>();

  /** @param inspectionOf what a record says */
  constructor(slices: readonly Slice[], drafts: readonly Draft[], private readonly inspectionOf: (slice: Slice) => Inspection | undefined) {
    this.slices = slices;
    this.assign(slices, drafts);
  }

  /** Takes over the slices of the document after a change. */
  follow(slices: readonly Slice[]): void {
    if (this.draftOf.size === 0 && this.waiting.size === 0) return;
    const still = new Set(slices);
    const before = new Set(this.slices);
    const gone = this.slices.filter(slice => !still.has(slice));
    const come = slices.filter(slice => !before.has(slice));
    const drafts = gone.flatMap(slice => this.draftOf.get(slice) ?? []);
    for (const slice of gone) this.draftOf.delete(slice);
    this.slices = slices;
    // One record that was changed is the same one; where several were, or one was parted, they are told by what they say.
    if (drafts.length === 1 && gone.length === 1 && come.length === 1) this.draftOf.set(come[0]!, drafts[0]!);
    else this.assign(come, [...drafts, ...this.waiting]);
  }

  private assign(slices: readonly Slice[], drafts: readonly Draft[]): void {
    const known = new KnownRecords();
    for (const slice of slices) {
      const inspection = this.inspectionOf(slice);
      if (inspection) known.add(slice, inspection);
    }
    for (const draft of drafts) {
      const slice = known.find(draft)?.slice;
      if (slice && !this.draftOf.has(slice)) {
        this.draftOf.set(slice, draft);
        this.waiting.delete(draft);
      } else this.waiting.add(draft);
    }
  }

  /** Where a value of a record was read; undefined where it is not what the source says. */
  find(slice: Slice, path: Path, text: string): ReadAt | undefined {
    const draft = this.draftOf.get(slice);
    const read = draft && leaves(draft.value).find(leaf => leaf.text === text.trim() && isSamePlace(leaf.path, path));
    if (!read) return undefined;
    const [nearest] = draft.remarks.filter(({ path: about, evidence }) => evidence && about.every((step, index) => step === read.path[index])).sort((a, b) => b.path.length - a.path.length);
    return nearest?.evidence && { ...nearest.evidence, origin: draft.origin };
  }
}

/** Entries of lists move when others come before them: only their list counts. */
function isSamePlace(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index] || (typeof step === 'number' && typeof b[index] === 'number'));
}

function leaves(value: unknown, path: Path = []): { path: Path; text: string }[] {
  if (value === null || typeof value !== 'object') return [{ path, text: String(value).trim() }];
  const entries: (readonly [string | number, unknown])[] = Array.isArray(value) ? value.map((entry, index) => [index, entry] as const) : Object.entries(value);
  return entries.flatMap(([step, entry]) => leaves(entry, [...path, step]));
}
