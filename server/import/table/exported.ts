import { fieldsAt, type Field } from '../../reference/fields';
import type { JudgementData } from '../../reference/data';
import type { Reference } from '../../reference/reference';
import { orderOf, readDay } from '../day';
import { inOrder, type Draft, type Reading } from '../draft';
import { Unreadable, type Sheet } from './cells';

/** Columns of our own export that nothing but it has. */
const MARKS = ['framework', 'fieldwork_start', 'fieldwork_end', 'judgement_details', 'other_judgements', 'other_fields'];

/** Between the days of several ranges of fieldwork. */
const BETWEEN_DAYS = '; ';

/** Columns of days. */
const DAYS = ['fieldwork_start', 'fieldwork_end', 'published'];

/** Days as records have them: a spreadsheet program that the export went through writes them its own way, 08/07/2024. */
function writtenDays(text: string): string {
  return text.split(BETWEEN_DAYS).map(day => (/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(day) ? readDay(day) ?? day : day)).join(BETWEEN_DAYS);
}

/** A row of our own export by its columns: as its CSV has them, texts; as its JSON has them, also lists and mappings. */
type Exported = Readonly<Record<string, unknown>>;

/** Reads a table that was exported from records; undefined where the sheet is none. The records are the same again, but for comments and layout. */
export function readExported({ rows, name }: Sheet, file: string, reference: Reference): Reading | undefined {
  const [headings = [], ...others] = rows;
  const names = headings.map(({ text }) => text);
  if (!MARKS.every(mark => names.includes(mark))) return undefined;
  // Where the month stands first, as in America, nobody can say so of every day: such columns are left as they are.
  const isDay = names.map((column, at) => DAYS.includes(column) && orderOf(others.flatMap(cells => (cells[at]?.text ?? '').split(BETWEEN_DAYS))) === 'day');
  const drafts = others.map((cells, index) => {
    const row = Object.fromEntries(names.map((column, at) => [column, cellValue(isDay[at] ? writtenDays(cells[at]?.text ?? '') : cells[at]?.text ?? '')]));
    return exportedDraft(row, `${file}${name === '' ? '' : `, sheet '${name}'`}, row ${index + 2}`, reference);
  });
  return { drafts: drafts.filter(({ value }) => Object.keys(value).length > 0), notes: [] };
}

/** Reads what was exported as JSON: one list of objects, or an object on each line. Undefined where the text is something else. */
export function readExportedJson(text: string, file: string, reference: Reference): Reading | undefined {
  const rows = parseObjects(text);
  if (!rows?.length || !rows.every(row => MARKS.every(mark => mark in row))) return undefined;
  return { drafts: rows.map((row, index) => exportedDraft(row, `${file}, record ${index + 1}`, reference)), notes: [] };
}

/** Brackets and commas of JSON at most: where there are more, what comes of them is far larger than the text. */
const MOST_PARTS = 5_000_000;

function parseObjects(text: string): Exported[] | undefined {
  let parts = 0;
  for (let at = 0; at < text.length; at++) if (PARTS.has(text.charCodeAt(at)) && ++parts > MOST_PARTS) throw new Unreadable('it holds far more than any export of inspections; nothing of it was read.');
  const parse = (part: string) => JSON.parse(part) as unknown;
  try {
    const whole = text.trimStart().startsWith('[') ? parse(text) : text.split('\n').filter(line => line.trim() !== '').map(parse);
    return Array.isArray(whole) && whole.every(row => typeof row === 'object' && row !== null && !Array.isArray(row)) ? whole as Exported[] : undefined;
  } catch {
    return undefined;
  }
}

const PARTS: ReadonlySet<number> = new Set([...'[{,'].map(character => character.charCodeAt(0)));

/** A cell without the apostrophe that keeps spreadsheets from taking it for a formula. */
function cellValue(text: string): string | null {
  const value = /^'+[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text;
  return value === '' ? null : value;
}

function exportedDraft(row: Exported, origin: string, reference: Reference): Draft {
  const value: Record<string, unknown> = {};
  for (const field of fieldsAt([])) {
    const own = field.name === 'fieldwork' ? fieldworkOf(row) : field.name === 'judgements' ? judgementsOf(row, reference) : fieldOf(row[field.name], field);
    if (own !== undefined && own !== null) value[field.name] = own;
  }
  const others = parsed(row.other_fields);
  return { value: inOrder({ ...value, ...(isMapping(others) ? others : {}) }), remarks: [], origin, wasRecord: true };
}

function fieldOf(cell: unknown, { types }: Field): unknown {
  if (typeof cell !== 'string') return cell;
  if (types.includes('integer') && !types.includes('string') && /^\d+$/.test(cell)) return Number(cell);
  return types.includes('array') || types.includes('object') ? parsed(cell) : cell;
}

function fieldworkOf({ fieldwork_start: starts, fieldwork_end: ends }: Exported): unknown {
  if (typeof starts !== 'string' && typeof ends !== 'string') return undefined;
  const [first, last] = [starts, ends].map(days => (typeof days === 'string' ? days.split(BETWEEN_DAYS) : []));
  const ranges = Array.from({ length: Math.max(first!.length, last!.length) }, (_, index) => {
    const range = { start: first![index] ?? '', end: last![index] ?? '' };
    return Object.fromEntries(Object.entries(range).filter(([, day]) => day !== ''));
  });
  return ranges.length === 1 ? ranges[0] : ranges;
}

/** Judgements under the names of the edition, with what else is said of them. */
function judgementsOf(row: Exported, { frameworks }: Reference): unknown {
  const framework = typeof row.framework === 'string' ? frameworks.withId(row.framework) : undefined;
  const possible: readonly JudgementData[] = framework?.judgements ?? frameworks.all.flatMap(({ judgements }) => judgements);
  const [details, names] = [parsed(row.judgement_details), parsed(row.judgement_names)];
  const entries: [string, unknown][] = [];
  const done = new Set<string>();
  for (const { id, name, also_printed: also = [] } of possible) {
    const more = isMapping(details) ? details[id] : undefined;
    const grade = row[id];
    if (done.has(id) || ((grade === null || grade === undefined) && more === undefined)) continue;
    done.add(id);
    const printed = isMapping(names) ? also.find(other => other === names[id]) : undefined;
    entries.push([printed ?? name, isMapping(more) ? { ...(grade === null ? {} : { grade }), ...more } : grade]);
  }
  const others = parsed(row.other_judgements);
  if (isMapping(others)) entries.push(...Object.entries(others));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function parsed(cell: unknown): unknown {
  if (typeof cell !== 'string') return cell;
  try {
    return JSON.parse(cell) as unknown;
  } catch {
    return cell;
  }
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
