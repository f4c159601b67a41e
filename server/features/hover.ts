import type { Checker } from '../findings/checker';
import type { Finding } from '../findings/finding';
import { isEmpty, type ScalarNode } from '../records/node';
import type { Slice } from '../records/slice';
import { fieldAt, type Field } from '../reference/fields';
import type { Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import { readDate } from '../reference/written-date';
import { touches, type Span } from '../text/span';
import { authorityHover, trustHover } from './hover/authority';
import { dateHover } from './hover/date';
import { eventHover, themeHover } from './hover/event';
import { fieldHover } from './hover/field';
import { findingHover } from './hover/finding';
import { followedHover } from './hover/followed';
import { gradeHover } from './hover/grade';
import { judgementHover } from './hover/judgement';
import { ignoredRuleHover } from './hover/ignored-rule';
import { nationalFrameworkHover } from './hover/national-framework';
import { factPath, meantPath, placeAt, type Path } from './place';
import type { Statistics } from './statistics';

/** What there is to say about a place of a record. The span counts from the start of the slice. */
export interface Hover {
  markdown: string;
  span: Span;
}

export interface HoverOptions {
  /** Address of the folder with the pages of the rules, ending in `/`. */
  rulePages?: string;
  statistics?: Statistics;
  /** The records that have an id, where others than this one are known. */
  recordsWithId?(id: string): readonly Inspection[];
  /** What is wrong with the record, where more is known than the record itself tells. */
  findings?: readonly Finding[];
}

/**
 * Explains what stands at an offset of a slice: what a field is for, what a judgement covers, what a grade means, who an authority
 * is, what a date amounts to, what a rule says that a comment silences; and, where something is found wrong there, why.
 */
export function hover(slice: Slice, offset: number, checker: Checker, options: HoverOptions = {}): Hover | undefined {
  const inspection = checker.inspection(slice);
  const { scalar, path, isKey } = placeAt(inspection?.root ?? null, offset);
  const explained = inspection && scalar && explain(scalar, meantPath(inspection, path), isKey, inspection, options);
  const told = explained ? { markdown: explained, span: scalar! } : ignoredRuleHover(slice, offset, options.rulePages);
  const wrong = (options.findings ?? checker.findings(slice)).filter(finding => touches(finding, offset));
  const why = [...new Set(wrong.map(finding => findingHover(finding, options.rulePages)))].filter(text => text !== undefined);
  const parts = told ? [told.markdown, ...why] : why;
  const span = told?.span ?? wrong[0];
  return parts.length && span ? { markdown: parts.join('\n\n---\n\n'), span: { start: span.start, end: span.end } } : undefined;
}

function explain(scalar: ScalarNode, path: Path, isKey: boolean, inspection: Inspection, options: HoverOptions): string | undefined {
  const fact = factPath(path);
  if (isKey) return fact.length === 2 && fact[0] === 'judgements' ? judgementHover(scalar.text, inspection) : fieldHover(fact);
  if (fact !== path) return dateOrNothing(scalar, fieldAt(fact), inspection);
  if (isEmpty(scalar)) return undefined;
  if (path[0] === 'judgements' && (path.length === 2 || (path.length === 3 && path[2] === 'grade'))) return writtenGrade(scalar, inspection, options);
  const field = fieldAt(path);
  const explainer = field && Object.hasOwn(EXPLAINERS, field.name) ? EXPLAINERS[field.name] : undefined;
  return explainer?.({ text: scalar.text.trim(), inspection, options }) ?? dateOrNothing(scalar, field, inspection) ?? (field?.values.length ? fieldHover(path) : undefined);
}

/** A value to be explained. */
interface Value {
  text: string;
  inspection: Inspection;
  options: HoverOptions;
}

/** What there is to say of the values of fields, by the name of the field. */
const EXPLAINERS: Readonly<Record<string, (value: Value) => string | undefined>> = {
  authority({ inspection }) {
    const authority = matched(inspection.authority?.match);
    return authority && authorityHover(authority, inspection.reference);
  },
  event({ inspection }) {
    const event = matched(inspection.event?.match);
    return event && eventHover(event, inspection);
  },
  trust({ text, inspection }) {
    const trust = matched(inspection.reference.trusts.match(text));
    return trust && trustHover(trust);
  },
  theme({ text, inspection: { reference } }) {
    const theme = reference.themes.find(({ name }) => name === text);
    return theme && themeHover(theme, reference);
  },
  outcome({ text, inspection: { event, reference } }) {
    const scale = reference.grades.scale(matched(event?.match)?.outcome_scale ?? '');
    return scale && gradeHover(reference.grades.match(text, scale), scale);
  },
  judgement: ({ text, inspection }) => judgementHover(text, inspection),
  addresses: ({ text, inspection }) => judgementHover(text, inspection),
  national_framework: ({ text, inspection }) => nationalFrameworkHover(text, inspection.reference),
  follows: ({ text, options }) => followedHover(options.recordsWithId?.(text) ?? []),
};

/** The scale is known for certain, or nothing is said: the same word means other things on other scales. */
function writtenGrade(scalar: ScalarNode, { judgements, scale }: Inspection, { statistics }: HoverOptions): string | undefined {
  const written = judgements.find(({ grade }) => grade === scalar);
  return written?.gradeMatch && scale && gradeHover(written.gradeMatch, scale, written.counts?.id, statistics);
}

function dateOrNothing(scalar: ScalarNode, field: Field | undefined, inspection: Inspection): string | undefined {
  if (field?.form !== 'date') return undefined;
  const written = readDate(scalar);
  return 'date' in written ? dateHover(scalar, written.date, inspection) : undefined;
}
