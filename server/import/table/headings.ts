import type { Reference } from '../../reference/reference';
import { fold } from '../../text/spelling';
import type { Cell, Sheet } from './cells';
import { readDays } from './days';
import { namesJudgement } from './names';
import { roleOf } from './roles';

/** What stands at the head of a column. */
export interface Heading {
  text: string;
  /** What stands above it and the columns beside it: "SIF" above "Published" and "Overall". */
  above?: string;
}

/** The headings of a table, and the row below them, from 0. */
export interface Headings {
  headings: readonly Heading[];
  firstRow: number;
}

/** Letters of a heading that are looked at. */
const MOST_LETTERS = 500;

/** The headings that stand in a row, and in the one below or above it, where cells were made one: "Fieldwork" above "Start" and "End". */
export function headingsAt(rows: Sheet['rows'], index: number, reference: Reference): Headings {
  const isKnown = (heading: string) => roleOf(heading) !== undefined || namesJudgement(heading, reference.frameworks.all);
  const row = textsOf(rows[index]);
  const below = textsOf(rows[index + 1]);
  // The authority has one heading, over both rows; and where there is a day, inspections begin.
  const isSecond = below.some(isKnown) && row.every((text, at) => !namesAuthority(text) || !below[at]) && below.every(text => readDays(text) === undefined);
  if (isSecond) return { headings: joined(row, below, isKnown), firstRow: index + 2 };
  // What stands above is a title, but where it tells columns of one heading apart.
  const above = repeated(row).size > 0 ? textsOf(rows[index - 1]) : [];
  return { headings: joined(above, row, isKnown), firstRow: index + 1 };
}

export function namesAuthority(heading: string): boolean {
  return ['authority', 'code'].includes(roleOf(headingIn(heading)) ?? '');
}

function textsOf(row: readonly Cell[] = []): string[] {
  return row.map(({ text }) => headingIn(text));
}

/** What leads to a note, or tells the form of days, at the end of a heading. */
const REMARK = / ?(?:\[[^[\]]{1,20}\]|\([dmy/. -]{6,12}\)|\(s\)|[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰])$/i;

/** A heading without what leads to notes, and without the form of days: "Inspection date [note 1]", "Local authority*", "Published (dd/mm/yyyy)". */
export function headingIn(text: string): string {
  const written = text.slice(0, MOST_LETTERS).replace(/\s+/g, ' ').trim();
  let heading = written;
  while (REMARK.test(heading)) heading = heading.replace(REMARK, '');
  return heading || written;
}

/** Headings that stand in a row more than once, folded. */
export function repeated(headings: readonly string[]): Set<string> {
  const keys = headings.map(fold);
  return new Set(keys.filter((key, index) => key !== '' && keys.indexOf(key) !== index));
}

/** Each heading with what stands above it; one name, where it takes both to tell what the column is about: "Publication" above "Date". */
function joined(upper: readonly string[], lower: readonly string[], isKnown: (heading: string) => boolean): Heading[] {
  let above = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const [over = '', text = ''] = [upper[index], lower[index]];
    above = text === '' ? '' : over || above;
    if (text === '' || above === '') return { text: text || over };
    const whole = `${above} ${text}`;
    return isKnown(whole) && (!isKnown(text) || roleOf(whole) === 'unused') ? { text: whole } : { text, above };
  });
}
