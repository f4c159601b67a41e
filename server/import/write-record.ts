import { fieldAt } from '../reference/fields';
import { scalarText } from '../rules/scalar-text';
import { shorten } from '../text/quote';
import type { Draft, Remark } from './draft';

/** Words of a source that are shown beside a value, at most. */
const MOST_WORDS = 80;

/**
 * A draft as the text of a record, laid out as the format is, ending with a line break. What is doubtful has a comment `check: …`.
 * @param evidence whether each value is to say where it was read, in a comment
 */
export function writeRecord({ value, remarks, silenced = [] }: Draft, { evidence }: { evidence: boolean }): string {
  const lines = mapLines(value, [], commentsOf(remarks, evidence));
  // What is to be known of a field that is not there stands above all.
  const above = commentsOf(remarks.filter(({ path: [field] }) => !(String(field) in value)), evidence);
  const silences = silenced.flatMap(({ rule, why }) => [`# ${why}`, `# inspection-records: ignore ${rule}`]);
  return [...silences, ...[...above.values()].map(text => `# ${text}`), ...lines].map(line => `${line}\n`).join('');
}

/** The lines of one field of a draft, without line breaks. */
export function fieldLines({ value, remarks }: Draft, field: string, options: { evidence: boolean }): string[] {
  return mapLines({ [field]: value[field] }, [], commentsOf(remarks, options.evidence));
}

/** The lines of one entry of a mapping within a field. */
export function entryLines({ value, remarks }: Draft, field: string, name: string, options: { evidence: boolean }): string[] {
  return mapLines({ [name]: (value[field] as Record<string, unknown>)[name] }, [field], commentsOf(remarks, options.evidence));
}

/** Records one after the other, as a file has them. */
export function writeRecords(drafts: readonly Draft[], options: { evidence: boolean }): string {
  return drafts.map(draft => writeRecord(draft, options)).join('---\n');
}

/** Comments by the path of what they are about. */
function commentsOf(remarks: readonly Remark[], isEvidenceWanted: boolean): Map<string, string> {
  const comments = new Map<string, string>();
  for (const remark of remarks) {
    const key = JSON.stringify(remark.path);
    const text = comment(remark, isEvidenceWanted);
    if (text !== '') comments.set(key, [comments.get(key), text].filter(part => part !== undefined).join('; '));
  }
  return comments;
}

function comment({ evidence, doubt }: Remark, isEvidenceWanted: boolean): string {
  const parts = [doubt === undefined ? '' : `check: ${doubt}`, evidence && isEvidenceWanted ? `${evidence.place}: "${shorten(evidence.words, MOST_WORDS)}"` : ''];
  // A line break in a comment would be a line of the record.
  return parts.filter(part => part !== '').join('; ').replace(/\s+/g, ' ');
}

type Path = readonly (string | number)[];

function mapLines(map: Readonly<Record<string, unknown>>, path: Path, comments: ReadonlyMap<string, string>): string[] {
  return Object.entries(map).flatMap(([name, value]) => {
    const at = [...path, name];
    return withKey(`${scalarText(name, 'plain', false)}:`, value, at, comments);
  });
}

/** A value behind its key: on the same line, or indented below. */
function withKey(key: string, value: unknown, path: Path, comments: ReadonlyMap<string, string>): string[] {
  const note = noteAt(path, comments);
  if (isScalar(value)) return [`${key}${value === null ? '' : ` ${scalar(value, path)}`}${note}`];
  if (isNothing(value)) return [`${key} ${Array.isArray(value) ? '[]' : '{}'}${note}`];
  return [key + note, ...blockLines(value, path, comments).map(line => `  ${line}`)];
}

function blockLines(value: unknown, path: Path, comments: ReadonlyMap<string, string>): string[] {
  if (!Array.isArray(value)) return mapLines(value as Record<string, unknown>, path, comments);
  return value.flatMap((entry, index) => {
    const at = [...path, index];
    if (isScalar(entry)) return [`- ${entry === null ? '~' : scalar(entry, at)}${noteAt(at, comments)}`];
    if (isNothing(entry)) return [`- ${Array.isArray(entry) ? '[]' : '{}'}`];
    const note = comments.get(JSON.stringify(at));
    const [first = '', ...rest] = blockLines(entry, at, comments);
    return [...(note ? [`# ${note}`] : []), `- ${first}`, ...rest.map(line => `  ${line}`)];
  });
}

function noteAt(path: Path, comments: ReadonlyMap<string, string>): string {
  const note = comments.get(JSON.stringify(path));
  return note === undefined ? '' : `  # ${note}`;
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value !== 'object';
}

function isNothing(value: unknown): boolean {
  return Object.keys(value as object).length === 0;
}

function scalar(value: string | number | boolean, path: Path): string {
  // A bare year is a date as it stands.
  const isYear = typeof value === 'string' && /^\d{4}$/.test(value) && fieldAt(path)?.form === 'date';
  return typeof value === 'string' && !isYear ? scalarText(value, 'plain', false) : String(value);
}
