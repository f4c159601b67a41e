import type { Evidence } from '../draft';
import { readDayInWords, readRanges, type Range } from './days-in-words';
import type { Line } from './lines';

/** A value that was read, with where. */
export interface Read<T> {
  value: T;
  evidence: Evidence;
}

/** What stands above the judgements of a report, under its labels. */
export interface Head {
  /** The page on which the labels stand: the first, or the one behind a cover. */
  page: number;
  /** The lines above the first label. */
  title: readonly Line[];
  fieldwork?: Read<Range[]>;
  published?: Read<string>;
  leadInspector?: Read<string>;
  /** The number of the report, where it prints one. */
  number?: Read<string>;
}

/** Labels as reports print them. */
const LABELS = {
  fieldwork: /^(?:(?:inspection|visit|fieldwork) dates?|dates? of (?:inspection|visit))\s*:\s*/i,
  published: /^(?:(?:report )?published(?: on)?|(?:publication date|date (?:of publication|published)))\s*:\s*/i,
  leadInspector: /^lead inspectors?\s*:\s*/i,
  number: /^(?:inspection )?(?:report|inspection) (?:number|no\.?|reference(?: number)?)\s*:\s*/i,
};

/** Pages on which labels are looked for, lines of a title, and those that one value may go over. */
const MOST_PAGES = 2;
const MOST_TITLE_LINES = 25;
const MOST_LINES = 3;

export function readHead(lines: readonly Line[]): Head {
  const isLabelled = ({ text }: Line) => Object.values(LABELS).some(label => label.test(text));
  const page = lines.find(line => line.page <= MOST_PAGES && isLabelled(line))?.page ?? 1;
  const first = lines.filter(line => line.page <= page);
  const labelled = first.findIndex(isLabelled);
  return {
    page,
    title: first.slice(0, labelled < 0 ? MOST_TITLE_LINES : labelled),
    fieldwork: labelledValue(first, LABELS.fieldwork, readRanges),
    published: labelledValue(first, LABELS.published, readDayInWords),
    // Some editions print who led the inspection at the end.
    leadInspector: labelledValue(lines, LABELS.leadInspector, nameIn, 1),
    number: labelledValue(lines, LABELS.number, text => /^[A-Z]{0,5}[-/ ]?\d[\d/-]{2,20}$/.exec(text.trim())?.[0], 1),
  };
}

/** The value behind a label: on its line, or going on below. The longest that can be read. */
function labelledValue<T>(lines: readonly Line[], label: RegExp, read: (text: string) => T | undefined, most = MOST_LINES): Read<T> | undefined {
  const at = lines.findIndex(({ text }) => label.test(text));
  if (at < 0) return undefined;
  for (let count = most; count > 0; count--) {
    const taken = lines.slice(at, at + count);
    const value = read(taken.map(({ text }) => text).join(' ').replace(label, ''));
    if (value !== undefined) return { value, evidence: evidenceOf(taken) };
  }
  return undefined;
}

/** A name without the title behind it: "Ann Other, His Majesty's Inspector". */
export function nameIn(text: string): string | undefined {
  const name = text.split(',')[0]!.trim();
  return /^[\p{L}'’. -]{3,60}$/u.test(name) ? name : undefined;
}

/** Where lines stand, with their words. */
export function evidenceOf(lines: readonly Line[]): Evidence {
  return { place: `page ${lines[0]?.page ?? 1}`, words: lines.map(({ text }) => text).join(' ') };
}
