import { isEmpty, type MapNode, type Node, type Pair, type ScalarNode } from '../records/node';
import type { RecordText } from '../records/read';
import type { Authority } from './authorities';
import { compareDates, type CalendarDate } from './calendar';
import type { EventData } from './data';
import { fieldsAt, RECORD } from './fields';
import { withoutFurther } from './further-records';
import type { DecidingDate, Edition } from './frameworks';
import type { GradeScale } from './grades';
import { readJudgements, type WrittenJudgement } from './judgements';
import { readKeys, type UnknownKey } from './keys';
import { matched, type Match } from './match';
import type { Reference } from './reference';
import { adoptStrays, type Strays } from './strays';
import { readDate, type WrittenDate } from './written-date';

/** A value written in a record, and what it stands for. */
export interface Written<T> {
  node: ScalarNode;
  match: Match<T>;
}

export interface DateField {
  node: ScalarNode;
  written: WrittenDate;
}

export interface FieldworkRange {
  node: MapNode;
  start?: DateField;
  end?: DateField;
}

/**
 * What one record says about an inspection, as far as it can be understood: the one reading of a record that rules, completion,
 * hover and preview share. Nothing here is a judgement of right or wrong, and everything may be missing. A misspelt field or
 * judgement that clearly means a known one counts as that one, so that one mistake has one consequence.
 */
export interface Inspection {
  record: RecordText;
  root: MapNode;
  reference: Reference;
  /** Known fields by their right name. Where a field stands twice, the last. */
  fields: ReadonlyMap<string, Pair>;
  /** Keys that are no field: with the field that is clearly meant, if one is. */
  unknownFields: readonly UnknownKey[];
  /** Lines that count as parts of the field above them, though they are not moved in under it. */
  strays: readonly Strays[];
  authority?: Written<Authority>;
  event?: Written<EventData>;
  fieldwork: readonly FieldworkRange[];
  published?: DateField;
  on?: DecidingDate;
  /** Absent while event or date are not known, or the event carries no judgements. */
  edition?: Edition;
  /** The grade scale that holds whichever edition applies; absent where that differs or is unknown. */
  scale?: GradeScale;
  judgements: readonly WrittenJudgement[];
}

/** Reads a record's meaning; undefined where the record is no mapping of fields. */
export function readInspection(record: RecordText, reference: Reference): Inspection | undefined {
  const { root } = record;
  if (root?.kind !== 'map') return undefined;
  const own = record.isPlain ? root : withoutFurther(root);
  const { fields, unknown: unknownFields, strays } = adoptStrays(own, readKeys(own, RECORD.fields), reference);
  const fieldwork = readFieldwork(fields.get('fieldwork')?.value);
  const published = dateField(fields.get('published')?.value);
  const on = decidingDate(fieldwork, published);
  const event = written(fields.get('event')?.value, text => reference.events.match(text, possibleEvent => !on || reference.frameworks.eventInForce(possibleEvent, on)));
  const kind = matched(event?.match);
  const edition = kind?.result === 'grades' && on ? reference.frameworks.edition(kind, on) : undefined;
  const possible = edition?.kind === 'one' ? [edition.framework] : edition?.kind === 'several' ? edition.frameworks : kind?.result === 'grades' ? reference.frameworks.of(kind) : reference.frameworks.all;
  const scaleId = possible[0]?.grade_scale;
  const scale = scaleId !== undefined && possible.every(framework => framework.grade_scale === scaleId) ? reference.grades.scale(scaleId) : undefined;
  return {
    record, root, reference, fields, unknownFields, strays, fieldwork, published, on, event, edition, scale,
    authority: written(fields.get('authority')?.value, text => reference.authorities.match(text, on?.date)),
    judgements: readJudgements(fields.get('judgements')?.value, reference, possible, edition?.kind === 'one', scale),
  };
}

/** The value of a field as text; undefined where it is absent, empty or no single value. */
export function fieldText(inspection: Inspection, name: string): ScalarNode | undefined {
  const value = inspection.fields.get(name)?.value;
  return value?.kind === 'scalar' && !isEmpty(value) ? value : undefined;
}

/** The date that a field holds, if it is one. */
export function dateOf(field: DateField | undefined): CalendarDate | undefined {
  return field && 'date' in field.written ? field.written.date : undefined;
}

const FIELDWORK = fieldsAt(['fieldwork']);

function readFieldwork(value: Node | undefined): FieldworkRange[] {
  const ranges = value?.kind === 'list' ? value.items : value ? [value] : [];
  return ranges.filter(node => node.kind === 'map').flatMap(periodsIn).map(node => {
    const { fields } = readKeys(node, FIELDWORK);
    return { node, start: dateField(fields.get('start')?.value), end: dateField(fields.get('end')?.value) };
  });
}

/** The periods that one mapping holds: several where its first field stands there again, for want of a list. */
export function periodsIn(map: MapNode): MapNode[] {
  const begins = map.pairs.flatMap(({ key }, index) => (key.text === map.pairs[0]!.key.text ? [index] : []));
  if (begins.length < 2) return [map];
  return begins.map((begin, index) => {
    const pairs = map.pairs.slice(begin, begins[index + 1]);
    return { ...map, pairs, start: pairs[0]!.key.start, end: pairs.at(-1)!.value.end };
  });
}

function dateField(value: Node | undefined): DateField | undefined {
  return value?.kind === 'scalar' && !isEmpty(value) ? { node: value, written: readDate(value) } : undefined;
}

function decidingDate(fieldwork: readonly FieldworkRange[], published: DateField | undefined): DecidingDate | undefined {
  let first: CalendarDate | undefined;
  for (const { start } of fieldwork) {
    const date = dateOf(start);
    if (date && !(first && compareDates(first, date) <= 0)) first = date;
  }
  if (first) return { date: first, basis: 'fieldwork' };
  // A start that is there but unreadable must not let the publication day decide.
  if (fieldwork.some(range => range.start)) return undefined;
  const date = dateOf(published);
  return date && { date, basis: 'published' };
}

function written<T>(value: Node | undefined, match: (text: string) => Match<T>): Written<T> | undefined {
  return value?.kind === 'scalar' && !isEmpty(value) ? { node: value, match: match(value.text.trim()) } : undefined;
}
