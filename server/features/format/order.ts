import type { Node, Pair } from '../../records/node';
import { readRecord, type RecordText } from '../../records/read';
import { fieldsAt } from '../../reference/fields';
import { readInspection, type Inspection } from '../../reference/inspection';
import { readKeys } from '../../reference/keys';
import type { Reference } from '../../reference/reference';
import { reordering } from '../../rules/pair-edits';
import type { TextEdit } from '../../rules/rule';
import { applyEdits } from '../../text/edits';
import { composeEdits } from './compose-edits';

/**
 * The edits that put a record's fields in the order of the format, and its judgements in the order in which the edition in force
 * prints them. What belongs to neither stays behind what it stands behind now. Where one stands twice nothing is moved: often a second
 * record begins there, of which only the line '---' is missing, and the two would be mixed past telling.
 */
export function orderFields(record: RecordText, reference: Reference): TextEdit[] {
  const judgements = orderOf(record, reference, judgementRanks);
  if (!judgements.length) return orderOf(record, reference, fieldRanks);
  const between = readRecord(applyEdits(record.text, judgements));
  return composeEdits(record.text, judgements, orderOf(between, reference, fieldRanks));
}

/** A mapping, and which place each of its keys should have; undefined for keys that have none of their own. */
interface Ranks {
  map: Node | undefined;
  rank(pair: Pair): number | undefined;
}

function orderOf(record: RecordText, reference: Reference, ranksIn: (inspection: Inspection) => Ranks | undefined): TextEdit[] {
  const inspection = readInspection(record, reference);
  const ranks = inspection && ranksIn(inspection);
  if (ranks?.map?.kind !== 'map') return [];
  const { pairs } = ranks.map;
  if (new Set(pairs.map(({ key }) => key.text)).size < pairs.length) return [];
  const ordered = inOrder(pairs, ranks.rank);
  if (ordered.every((pair, i) => pair === pairs[i])) return [];
  return [...reordering(record, ranks.map, pairs, ordered) ?? []].sort((a, b) => a.start - b.start);
}

function inOrder(pairs: readonly Pair[], rankOf: Ranks['rank']): Pair[] {
  let last = -1;
  const ranked = pairs.map(pair => ({ pair, rank: (last = rankOf(pair) ?? last) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ pair }) => pair);
}

function fieldRanks({ root }: Inspection): Ranks {
  const fields = fieldsAt([]);
  const { unknown } = readKeys(root, fields);
  return {
    map: root,
    rank(pair) {
      const name = unknown.find(other => other.pair === pair)?.meant?.name ?? pair.key.text;
      const index = fields.findIndex(field => field.name === name);
      return index < 0 ? undefined : index;
    },
  };
}

function judgementRanks({ edition, judgements, fields }: Inspection): Ranks | undefined {
  if (edition?.kind !== 'one') return undefined;
  const printed = edition.framework.judgements.map(({ id }) => id);
  return {
    map: fields.get('judgements')?.value,
    rank(pair) {
      const counts = judgements.find(judgement => judgement.pair === pair)?.counts;
      const index = counts ? printed.indexOf(counts.id) : -1;
      return index < 0 ? undefined : index;
    },
  };
}
