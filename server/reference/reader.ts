import type { Slice } from '../records/slice';
import { readInspection, type Inspection } from './inspection';
import type { Reference } from './reference';

/** Reads what records say, each once: what is known of a slice is kept as long as the slice lives, and a slice never changes. */
export class Reader {
  /** How many records were read: tests hold that an edit costs the same in a large file as in a small one. */
  recordsRead = 0;
  private readonly inspections = new WeakMap<Slice, { inspection?: Inspection }>();

  constructor(readonly reference: Reference) {}

  /** What the record of a slice says; undefined where it is blank or no mapping of fields. */
  inspection(slice: Slice): Inspection | undefined {
    let known = this.inspections.get(slice);
    if (!known) {
      this.recordsRead++;
      this.inspections.set(slice, (known = { inspection: slice.isBlank ? undefined : readInspection(slice.record, this.reference) }));
    }
    return known.inspection;
  }
}
