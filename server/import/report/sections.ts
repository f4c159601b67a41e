import type { Reference } from '../../reference/reference';
import { fold } from '../../text/spelling';
import { numberInWords } from '../../text/words';
import type { Read } from './head';
import { evidenceOf } from './head';
import type { Line } from './lines';
import { isPoint, pointsBelow, wordsOf } from './points';

/** One point of a list in a report. */
export interface Point {
  text: string;
  /** What it refers to in the national framework, where the report says so. */
  national_framework?: string;
}

export type ListField = 'needs_improvement' | 'priority_actions' | 'strengths';

/** Headings above lists, folded and without a question mark. */
const HEADINGS: Readonly<Record<ListField, readonly RegExp[]>> = {
  needs_improvement: [/^what needs to improve( in this area of .*)?$/, /^what does the local authority need to improve$/, /^areas? for improvement$/, /^recommendations$/],
  priority_actions: [/^areas? for priority action$/, /^(priority and immediate|immediate and priority) actions?$/],
  strengths: [/^(the local authority's|key|multi-agency) strengths$/, /^strengths$/, /^the local authority has the following strengths$/],
};
const FIELDS = Object.keys(HEADINGS) as ListField[];

/** Headings above the paragraphs that say what a reader should know first. */
const HEADLINE = /^(headline findings?|executive summary)$/;

/** Headings below which a report goes into details. */
const DETAILS = /^(main findings|findings and evaluation of .*|case study\b.*|next steps|background|context|yours (sincerely|faithfully))$/;

/** A headline is as long as so many letters; a paragraph that would go over it is left out. */
const MOST_HEADLINE = 1500;

/** What stands under headings of a report, by the field that it belongs to. */
export interface Sections {
  summary?: Read<string>;
  lists: Partial<Record<ListField, Read<Point>[]>>;
}

/**
 * The lists of a report by the field that they belong to, and its headline: of each kind the first. What a report says of another body
 * that is judged in it, under a heading of its own, is not looked at.
 */
export function sectionsIn(all: readonly Line[], reference: Reference): Sections {
  const lines = ownPart(all, reference);
  const sections: Sections = { lists: {} };
  const headingAt = (at: number) => headingOf(lines, at);
  for (const at of lines.keys()) {
    const heading = headingAt(at);
    if (!heading) continue;
    const { kind, next } = heading;
    if (kind === 'headline') sections.summary ??= headlineBelow(lines, next, headingAt);
    else if (kind !== 'details' && !sections.lists[kind]) {
      const points = pointsBelow(lines, next, other => headingAt(other) !== undefined);
      const paragraphs = points.length === 0 && kind === 'priority_actions' ? paragraphsBelow(lines, next, headingAt) : points;
      // A heading that says that there are none is one of its kind, too: the next would be about something else.
      if (paragraphs.length > 0) sections.lists[kind] = paragraphs.map(taken => read(taken, reference)).filter(point => point !== undefined);
    }
  }
  return sections;
}

interface Heading {
  kind: ListField | 'headline' | 'details';
  /** The line below it. */
  next: number;
}

/** The heading that begins on a line; it may go over two. */
function headingOf(lines: readonly Line[], at: number): Heading | undefined {
  const line = lines[at];
  if (!line || line.text.length > 120 || isPoint(line)) return undefined;
  for (const count of [2, 1]) {
    const taken = lines.slice(at, at + count);
    // Its second line goes on in the middle of a sentence, and looks the same.
    if (taken.length < count || !taken.slice(1).every(other => other.page === line.page && other.size === line.size && other.standsOut === line.standsOut && /^\p{Ll}/u.test(other.text))) continue;
    const text = fold(taken.map(other => other.text).join(' ').replace(/[?:]\s*\d?$/, ''));
    const list = FIELDS.find(field => HEADINGS[field].some(pattern => pattern.test(text)));
    const kind = list ?? (HEADLINE.test(text) ? 'headline' : DETAILS.test(text) ? 'details' : undefined);
    if (kind) return { kind, next: at + count };
  }
  return undefined;
}

/** The lines up to the heading of what is said of another body, for which an edition has a judgement by itself. */
function ownPart(lines: readonly Line[], { frameworks }: Reference): readonly Line[] {
  const others = frameworks.all.flatMap(({ judgements }) => judgements).filter(({ level }) => level === 'separate').map(({ name }) => fold(name));
  const isOther = ({ text, page, standsOut }: Line) => {
    const heading = fold(text).replace(/^section \d+: /, '');
    return standsOut && page > 1 && heading.length > 20 && others.some(name => name.includes(heading));
  };
  const at = lines.findIndex(isOther);
  return at < 0 ? lines : lines.slice(0, at);
}

/** The paragraphs below a heading, each as its lines, to the next heading, list or line that stands out. */
function paragraphsBelow(lines: readonly Line[], start: number, headingAt: (at: number) => Heading | undefined): Line[][] {
  const paragraphs: Line[][] = [];
  for (let at = start; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.standsOut || isPoint(line) || headingAt(at)) break;
    const before = paragraphs.at(-1)?.at(-1);
    const goesOn = before && (line.page === before.page ? before.y - line.y <= FEED * line.size : !/[.:?!]$/.test(before.text));
    if (goesOn) paragraphs.at(-1)!.push(line);
    else if (paragraphs.length < MOST_PARAGRAPHS) paragraphs.push([line]);
    else break;
  }
  // What leads over to a list is none of it.
  return paragraphs.filter(taken => !taken.at(-1)!.text.endsWith(':'));
}

/** Lines of a paragraph stand so much of their size apart at most. */
const FEED = 1.6;
const MOST_PARAGRAPHS = 8;

/** The first paragraphs below a heading, as many as a headline has. */
function headlineBelow(lines: readonly Line[], start: number, headingAt: (at: number) => Heading | undefined): Read<string> | undefined {
  const taken: Line[] = [];
  for (const paragraph of paragraphsBelow(lines, start, headingAt)) {
    if (textOf([...taken, ...paragraph]).length > MOST_HEADLINE) break;
    taken.push(...paragraph);
  }
  return taken.length === 0 ? undefined : { value: textOf(taken), evidence: evidenceOf(taken) };
}

function textOf(lines: readonly Line[]): string {
  return unbroken(lines.map(({ text }) => text).join(' '));
}

function read(lines: readonly Line[], reference: Reference): Read<Point> | undefined {
  const whole = wordsOf(lines);
  // A heading that says that there are none is followed by one sentence.
  if (whole === '' || /^(?:there (?:are|were) )?no (?:areas|priority|immediate)\b/i.test(whole)) return undefined;
  return { value: pointIn(whole, reference), evidence: evidenceOf(lines) };
}

/** A point by its words: what stands in brackets behind it is what it refers to, where it names one part of the national framework, by its number or its name. */
export function pointIn(written: string, { nationalFramework }: Reference): Point {
  const whole = unbroken(written);
  const [, words = whole, behind] = /^(.*?)\s*\(([^()]*national framework)\)\.?$/i.exec(whole) ?? [];
  const reference = behind === undefined ? '' : inFigures(fold(behind));
  const numbers = reference.match(/\d+/g) ?? [];
  const named = nationalFramework.filter(part => (numbers.length === 1 ? new RegExp(`\\b${part.reference}\\b`).test(reference) : numbers.length === 0 && reference.includes(fold(part.name))));
  return named.length === 1 ? { text: words, national_framework: named[0]!.reference } : { text: whole };
}

/** Without the break of a word that was parted between two lines at its hyphen; "short- and long-term" is none. */
function unbroken(text: string): string {
  return text.replace(/(\p{L})- (?!(?:and|or|to|nor|than)\b)(?=\p{L})/gu, '$1-').trim();
}

function inFigures(text: string): string {
  return [1, 2, 3, 4, 5, 6, 7, 8, 9].reduce((words, number) => words.replaceAll(new RegExp(`\\b${numberInWords(number)}\\b`, 'g'), String(number)), text);
}
