import { toValue } from '../records/node';
import { RecordStream } from '../records/stream';
import { isoDate } from '../reference/calendar';
import { fieldText, type DateField, type Inspection } from '../reference/inspection';
import type { WrittenJudgement } from '../reference/judgements';
import { matched } from '../reference/match';
import { Reader } from '../reference/reader';
import { builtIn, type Knowledge } from './knowledge';
import { referenceOf } from './reference';

/** What a record says, as far as it can be understood. Everything may be missing. Dates are as records have them: `2024-07-08`, `2024-07` or `2024`. */
export interface InspectionRecord {
  /** The line on which it begins, from 0. */
  line: number;
  id?: string;
  authority?: NamedThing;
  event?: NamedThing;
  /** The days on which inspectors were there; several ranges where they came back. */
  fieldwork: { start?: string; end?: string }[];
  published?: string;
  /** The id of the edition of the framework that was in force, where there is but one. */
  framework?: string;
  judgements: GivenJudgement[];
  /** Everything that stands in it, as YAML has it, its mistakes too. */
  value: unknown;
}

/** A name as it is written, and whom or what it means. */
export interface NamedThing {
  written: string;
  /** As records write it; absent where it is not known. */
  name?: string;
  /** An authority's code in official statistics, an event's id. */
  code?: string;
}

/** A judgement that a record gives. */
export interface GivenJudgement {
  written: string;
  /** What it counts as: absent where it is no judgement of any framework. */
  id?: string;
  name?: string;
  grade?: GivenGrade;
}

export interface GivenGrade {
  written: string;
  id?: string;
  /** As the framework in force writes it; absent where it has no such grade. */
  name?: string;
  /** 1 is the best; absent where it is no place on the scale. */
  rank?: number;
}

/**
 * Reads the records of a text. Spellings count as what they mean: `E08000034` is Kirklees, `good` is Good. A document that is no record is
 * left out; `checkText` tells of it.
 * @param text of one or several records in YAML
 */
export function readRecords(text: string, knowledge: Knowledge = builtIn()): InspectionRecord[] {
  const reader = new Reader(referenceOf(knowledge));
  const stream = RecordStream.of(text);
  return stream.records.flatMap(({ index, slice }) => {
    const inspection = reader.inspection(slice);
    return inspection ? [toRecord(inspection, stream.positionOf(index, inspection.root.start).line)] : [];
  });
}

function toRecord(inspection: Inspection, line: number): InspectionRecord {
  const { authority, event, edition, fieldwork, judgements, root } = inspection;
  const [body, kind] = [matched(authority?.match), matched(event?.match)];
  return known<InspectionRecord>({
    line,
    id: fieldText(inspection, 'id')?.text,
    authority: authority && known<NamedThing>({ written: authority.node.text, name: body?.name, code: body?.gss_code }),
    event: event && known<NamedThing>({ written: event.node.text, name: kind?.name, code: kind?.id }),
    fieldwork: fieldwork.map(({ start, end }) => known({ start: dayIn(start), end: dayIn(end) })),
    published: dayIn(inspection.published),
    framework: edition?.kind === 'one' ? edition.framework.id : undefined,
    judgements: judgements.map(toJudgement),
    value: toValue(root),
  });
}

function toJudgement({ pair, counts, grade, gradeMatch }: WrittenJudgement): GivenJudgement {
  const meant = gradeMatch && 'grade' in gradeMatch ? gradeMatch.grade : undefined;
  return known<GivenJudgement>({
    written: pair.key.text, id: counts?.id, name: counts?.name,
    grade: grade && known<GivenGrade>({ written: grade.text, id: meant?.id, name: gradeMatch?.kind === 'other-scale' ? undefined : meant?.name, rank: meant?.rank }),
  });
}

function dayIn(field: DateField | undefined): string | undefined {
  return field && 'date' in field.written ? isoDate(field.written.date) : undefined;
}

/** Without what is not known. */
function known<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}
