import type { Slice } from '../records/slice';
import { isEmpty, toValue, type MapNode, type Pair } from '../records/node';
import { isoDate } from '../reference/calendar';
import { dateOf, type Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import { fieldInsertion } from '../rules/field-insertion';
import type { TextEdit } from '../rules/rule';
import { applyEdits } from '../text/edits';
import { shorten } from '../text/quote';
import { inOrder, sameValue, type Draft } from './draft';
import { entryEdits, fieldEdit, listAddition } from './merge-edits';
import { ownerOfPage } from './owner-of-page';
import { fieldLines } from './write-record';

/** What becomes of a record when a draft of the same inspection is added to it. */
export interface Merged {
  /** The slice with what was missing in it; comments and all that it says stay as they are. */
  text: string;
  /** What the source says otherwise than the record, each a sentence; nothing of it is in the record but as what the source says. */
  conflicts: readonly string[];
}

/** Lists that people write in their own words: where a record has one, nothing is added to it and nothing compared. */
const OWN_WORDS = ['strengths', 'needs_improvement', 'priority_actions', 'quotes', 'actions', 'follow_up', 'summary', 'notes'];

/** Adds to a record what a draft has besides. What differs is never written over: it is noted with the source, and told. */
export function mergeInto(slice: Slice, inspection: Inspection, draft: Draft, options: { evidence: boolean }): Merged {
  if (inspection.root.flow) return { text: slice.text, conflicts: [`${draft.origin}: the record is written in braces, and nothing can be added to it.`] };
  const edits = new Map<string, TextEdit[]>();
  const differing: Record<string, unknown> = {};
  const conflicts: string[] = [];
  const tell = (name: string, theirs: unknown, ours: unknown) => conflicts.push(`${draft.origin}: '${name}' is ${words(theirs)}, where the record has ${words(ours)}; the record is left as it is.`);
  for (const [field, value] of Object.entries(draft.value)) {
    const pair = inspection.fields.get(field);
    if (field === 'sources' || value === null) continue;
    if (!pair || isEmpty(pair.value)) edits.set(field, [fieldEdit(inspection, draft, field, options)!]);
    else if (OWN_WORDS.includes(field)) continue;
    else if (isMapping(value) && pair.value.kind === 'map' && (!pair.value.flow || !isDoubtful(draft, [field]))) {
      const own = ownEntries(inspection, field, pair.value);
      edits.set(field, entryEdits(inspection, pair.value, new Map([...own].map(([name, entry]) => [name, entry.pair])), draft, field, options));
      for (const [name, said] of Object.entries(value)) {
        const ours = own.get(name)?.value;
        // What else is said of a judgement are people's own words.
        const theirs = field === 'judgements' && isMapping(said) ? said.grade ?? null : said;
        if (ours === undefined || theirs === null || sameValue(ours, theirs) || isDoubtful(draft, [field, name])) continue;
        differing[field] = { ...(differing[field] as object | undefined), [name]: theirs };
        tell(name, theirs, ours);
      }
    } else if (!isSame(inspection, field, pair, value) && !isDoubtful(draft, [field])) {
      differing[field] = value;
      tell(field, value, toValue(pair.value));
    }
  }
  const gaveSomething = [...edits.values()].some(own => own.length > 0);
  const source = sourceEdit(inspection, draft, differing, gaveSomething);
  if (source) edits.set('sources', [source]);
  // Edits at one place stand in the order of the format: a new source goes in front of the notes.
  return { text: applyEdits(slice.text, Object.values(inOrder(Object.fromEntries(edits))).flat() as TextEdit[]), conflicts };
}

/** The entries of a mapping by the names that they stand for, with what they say; undefined where they say nothing. */
function ownEntries(inspection: Inspection, field: string, map: MapNode): Map<string, { pair: Pair; value: unknown }> {
  if (field === 'judgements') {
    return new Map(inspection.judgements.map(({ pair, match, grade, gradeMatch }) => [
      match.kind === 'unknown' ? pair.key.text : match.judgement.name,
      { pair, value: gradeMatch?.kind === 'exact' || gradeMatch?.kind === 'spelling' ? gradeMatch.grade.name : grade?.text },
    ]));
  }
  const days: Record<string, unknown> = field === 'fieldwork' && inspection.fieldwork[0] ? range(inspection.fieldwork[0]) : {};
  return new Map(map.pairs.map(pair => [pair.key.text, { pair, value: isEmpty(pair.value) ? undefined : days[pair.key.text] ?? toValue(pair.value) }]));
}

/** Whether a field says what a draft says. Pages have several addresses. */
function isSame(inspection: Inspection, field: string, pair: Pair, value: unknown): boolean {
  const own = meaningOf(inspection, field, pair);
  const owner = field === 'provider_page' ? ownerOfPage(own, inspection.reference) : undefined;
  return sameValue(own, value) || (owner !== undefined && owner === ownerOfPage(value, inspection.reference));
}

/** What a field of a record stands for, as a draft has it: names as the data has them, days as the format has them. */
function meaningOf(inspection: Inspection, field: string, { value }: Pair): unknown {
  if (field === 'authority') return matched(inspection.authority?.match)?.name ?? toValue(value);
  if (field === 'event') return matched(inspection.event?.match)?.name ?? toValue(value);
  if (field === 'published') return iso(inspection.published) ?? toValue(value);
  if (field === 'fieldwork') return inspection.fieldwork.length === 1 ? range(inspection.fieldwork[0]!) : inspection.fieldwork.map(range);
  return value.kind === 'scalar' && typeof value.value !== 'number' ? value.text : toValue(value);
}

function range({ start, end }: Inspection['fieldwork'][number]): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ start: iso(start), end: iso(end) }).filter(([, day]) => day !== undefined));
}

function iso(field: Inspection['published']): string | undefined {
  const date = dateOf(field);
  return date && isoDate(date);
}

/** Notes the source, with what it says otherwise; not where it gave nothing, or stands there already. */
function sourceEdit(inspection: Inspection, { value, remarks, origin }: Draft, differing: Readonly<Record<string, unknown>>, gaveSomething: boolean): TextEdit | undefined {
  const [first] = Array.isArray(value.sources) ? value.sources as unknown[] : [];
  const source = typeof first === 'object' && first !== null ? first as Record<string, unknown> : { title: origin };
  const says = { ...(source.says as object | undefined), ...differing };
  if (!gaveSomething && Object.keys(differing).length === 0) return undefined;
  const entry = { ...source, ...(Object.keys(says).length > 0 ? { says } : {}) };
  const pair = inspection.fields.get('sources');
  const lines = fieldLines({ value: { sources: [entry] }, remarks, origin }, 'sources', { evidence: false });
  if (!pair) return fieldInsertion(inspection, 'sources', lines);
  if (pair.value.kind !== 'list' || pair.value.flow || pair.value.items.some(item => sameValue(toValue(item), entry))) return undefined;
  return listAddition(inspection, { ...pair, value: pair.value }, lines);
}

function isDoubtful({ remarks }: Draft, path: readonly string[]): boolean {
  return remarks.some(remark => remark.doubt !== undefined && path.every((step, index) => remark.path[index] === step || index >= remark.path.length));
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function words(value: unknown): string {
  return shorten(typeof value === 'string' ? value : JSON.stringify(value).replace(/["{}[\]]/g, '').replace(/([:,])/g, '$1 '));
}
