import { isEmpty, toValue, type Node, type Pair } from '../records/node';
import { isoDate } from '../reference/calendar';
import { fieldsAt, type Field } from '../reference/fields';
import type { DateField, Inspection } from '../reference/inspection';
import type { WrittenJudgement } from '../reference/judgements';
import { readKeys } from '../reference/keys';
import { matched } from '../reference/match';
import type { Reference } from '../reference/reference';

/** A record and where it stands. */
export interface ExportedRecord {
  path: string;
  /** Which record of its file it is, from 1. */
  number: number;
  inspection: Inspection;
}

/** One column of the table that records are exported to. */
export interface Column {
  name: string;
  /** A text, a number, or what a list or mapping holds; null where the record says nothing. */
  value(record: ExportedRecord): unknown;
}

/** Between the days of several ranges of fieldwork. */
const BETWEEN_DAYS = '; ';

/**
 * The columns of the table, one row for each record. They follow from the format and the frameworks, never from the records, so that
 * tables of different records fit together; and a record can be made from its row again, but for its comments and layout:
 *
 * - `path`, `record`, `framework`: where it stands, and the edition in force; these follow from the rest
 * - each field of the format by its name, in the order of the format. Authorities, events and days are written as the format has
 *   them where it is certain what is meant, else as the record has them. Lists are lists (in CSV, their JSON).
 * - in the place of `fieldwork`: `fieldwork_start` and `fieldwork_end`; of several ranges the days in their order, with `; ` between them
 * - in the place of `judgements`: one column for each judgement by its id, with its grade; then `judgement_details`, what else is said of
 *   a judgement, by its id; `judgement_names`, by the id, the name that reports print for it too, where the record has that; and
 *   `other_judgements`, by the names in the record, those that the edition in force does not have
 * - `other_fields`: the fields of the writer's own (`x_…`), those that the format does not know, one that stands twice; and, as
 *   `fieldwork`, what that holds besides days: of several ranges a list, null where there is no more
 */
export function exportColumns(reference: Reference): Column[] {
  return [
    { name: 'path', value: ({ path }) => path },
    { name: 'record', value: ({ number }) => number },
    { name: 'framework', value: ({ inspection: { edition } }) => (edition?.kind === 'one' ? edition.framework.id : null) },
    ...fieldsAt([]).flatMap(field => BY_FIELD[field.name]?.(reference) ?? [{ name: field.name, value: ({ inspection }: ExportedRecord) => fieldValue(inspection, field) }]),
    { name: 'other_fields', value: ({ inspection }) => otherFields(inspection) },
  ];
}

/** Fields that are not simply written down. */
const BY_FIELD: Readonly<Record<string, (reference: Reference) => Column[]>> = {
  authority: () => [{ name: 'authority', value: ({ inspection }) => matched(inspection.authority?.match)?.name ?? textOf(inspection.fields.get('authority')?.value) }],
  event: () => [{ name: 'event', value: ({ inspection }) => matched(inspection.event?.match)?.name ?? textOf(inspection.fields.get('event')?.value) }],
  published: () => [{ name: 'published', value: ({ inspection }) => dayOf(inspection.published) ?? textOf(inspection.fields.get('published')?.value) }],
  fieldwork: () => (['start', 'end'] as const).map(end => ({ name: `fieldwork_${end}`, value: ({ inspection }) => fieldworkDays(inspection, end) })),
  judgements: judgementColumns,
};

function judgementColumns({ frameworks }: Reference): Column[] {
  const ids = [...new Set(frameworks.all.flatMap(({ judgements }) => judgements.map(({ id }) => id)))];
  return [
    ...ids.map((id): Column => ({ name: id, value: ({ inspection }) => gradeOf(ownJudgements(inspection).get(id)) })),
    { name: 'judgement_details', value: ({ inspection }) => objectOf([...ownJudgements(inspection)].map(([id, judgement]) => [id, detailsOf(judgement)])) },
    { name: 'judgement_names', value: ({ inspection }) => objectOf([...ownJudgements(inspection)].map(([id, judgement]) => [id, otherNameOf(judgement)])) },
    { name: 'other_judgements', value: ({ inspection }) => otherJudgements(inspection) },
  ];
}

/** The judgements of the edition in force, by id; of two that are the same the first. */
function ownJudgements({ judgements }: Inspection): Map<string, WrittenJudgement> {
  const own = new Map<string, WrittenJudgement>();
  for (const judgement of judgements) {
    const { match } = judgement;
    if ((match.kind === 'exact' || match.kind === 'spelling') && !own.has(match.judgement.id)) own.set(match.judgement.id, judgement);
  }
  return own;
}

function gradeOf(judgement: WrittenJudgement | undefined): unknown {
  if (!judgement) return null;
  const { grade, gradeMatch, pair } = judgement;
  if (gradeMatch?.kind === 'exact' || gradeMatch?.kind === 'spelling') return gradeMatch.grade.name;
  return grade ? grade.text : pair.value.kind === 'map' ? null : textOf(pair.value);
}

/** What a judgement's own mapping holds besides the grade. */
function detailsOf({ pair: { value } }: WrittenJudgement): unknown {
  if (value.kind !== 'map') return null;
  const grade = readKeys(value, fieldsAt(['judgements', ''])).fields.get('grade');
  return objectOf(value.pairs.filter(pair => pair !== grade).map(entryOf));
}

/** The official name that a record has, where the edition has another one first. */
function otherNameOf({ pair: { key }, match }: WrittenJudgement): string | null {
  return match.kind === 'exact' && key.text !== match.judgement.name ? key.text : null;
}

function otherJudgements(inspection: Inspection): unknown {
  const value = inspection.fields.get('judgements')?.value;
  if (value?.kind !== 'map') return value ? textOf(value) : null;
  const own = new Set([...ownJudgements(inspection).values()].map(({ pair }) => pair));
  return objectOf(value.pairs.filter(pair => !own.has(pair)).map(entryOf));
}

function otherFields(inspection: Inspection): unknown {
  const known = new Set(inspection.fields.values());
  return objectOf([...inspection.root.pairs.filter(pair => !known.has(pair)).map(entryOf), ['fieldwork', fieldworkDetails(inspection)]]);
}

/** What stands in fieldwork besides its days; where it holds no range at all, the column of the first days has it. */
function fieldworkDetails({ fieldwork, fields }: Inspection): unknown {
  const value = fields.get('fieldwork')?.value;
  if (value?.kind === 'map') return rangeDetails(value);
  if (value?.kind !== 'list' || fieldwork.length === 0) return null;
  const ranges = value.items.map(rangeDetails);
  return ranges.some(range => range !== null) ? ranges : null;
}

function rangeDetails(range: Node): unknown {
  if (range.kind !== 'map') return toValue(range);
  const { fields } = readKeys(range, fieldsAt(['fieldwork']));
  const days = new Set([...fields.values()].filter(({ value }) => value.kind === 'scalar'));
  return objectOf(range.pairs.filter(pair => !days.has(pair)).map(entryOf));
}

function fieldworkDays({ fieldwork, fields }: Inspection, end: 'start' | 'end'): unknown {
  const days = fieldwork.map(range => dayOf(range[end]) ?? '');
  if (days.some(day => day !== '')) return days.join(BETWEEN_DAYS);
  return fieldwork.length === 0 && end === 'start' ? textOf(fields.get('fieldwork')?.value) : null;
}

function dayOf(field: DateField | undefined): string | undefined {
  return field && ('date' in field.written ? isoDate(field.written.date) : field.node.text);
}

function fieldValue({ fields }: Inspection, { name, types }: Field): unknown {
  const value = fields.get(name)?.value;
  return value?.kind === 'scalar' && types.includes('integer') ? value.value : textOf(value);
}

/** A single value as text, whatever YAML makes of it; of a list or mapping, what it holds. */
function textOf(node: Node | undefined): unknown {
  if (!node || isEmpty(node)) return null;
  return node.kind === 'scalar' ? node.text : toValue(node);
}

function entryOf({ key, value }: Pair): [string, unknown] {
  return [key.text, toValue(value)];
}

/** The entries that hold something as an object of its own; null where there is none. Names such as `__proto__` are names. */
function objectOf(entries: readonly (readonly [string, unknown])[]): unknown {
  const filled = entries.filter(([, value]) => value !== null);
  return filled.length > 0 ? Object.fromEntries(filled) : null;
}
