import type { Slice } from '../records/slice';
import type { Inspection } from '../reference/inspection';
import type { Draft } from './draft';
import type { KnownRecords } from './match-records';
import { mergeInto } from './merge';

/** What becomes of records when drafts are added to them. */
export interface MergedAll {
  /** The new texts of slices that were found for a draft; some may be as they were. */
  texts: Map<Slice, string>;
  /** The drafts of inspections that are not there, in their order. */
  others: Draft[];
  /** What the sources say otherwise than the records, each a sentence. */
  conflicts: string[];
}

/**
 * Adds drafts to the records of the same inspections. Two drafts for one record are two inspections that look alike: only the first can be it.
 * @param meant the record that a draft is for where no inspection is known by its days
 */
export function mergeAll(drafts: readonly Draft[], known: Pick<KnownRecords, 'find'>, options: { evidence: boolean }, meant: (draft: Draft) => Known | undefined = () => undefined): MergedAll {
  const merged: MergedAll = { texts: new Map(), others: [], conflicts: [] };
  for (const draft of drafts) {
    const same = known.find(draft) ?? meant(draft);
    if (!same || merged.texts.has(same.slice)) {
      merged.others.push(draft);
      continue;
    }
    const { text, conflicts } = mergeInto(same.slice, same.inspection, draft, options);
    merged.texts.set(same.slice, text);
    merged.conflicts.push(...conflicts);
  }
  return merged;
}

interface Known { slice: Slice; inspection: Inspection }
