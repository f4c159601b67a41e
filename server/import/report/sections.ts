import type { Reference } from '../../reference/reference';
import { fold } from '../../text/spelling';
import type { Read } from './head';
import { evidenceOf } from './head';
import type { Line } from './lines';

/** One point of a list in a report. */
export interface Point {
  text: string;
  /** What it refers to in the national framework, where the report says so. */
  national_framework?: string;
}

export type ListField = 'needs_improvement' | 'priority_actions' | 'strengths';

/** Headings above lists, folded and without a question mark. */
const HEADINGS: Readonly<Record<ListField, readonly RegExp[]>> = {
  needs_improvement: [/^what needs to improve( in this area of .*)?$/, /^areas? for improvement$/, /^recommendations$/],
  priority_actions: [/^areas? for priority action$/, /^(priority and immediate|immediate and priority) actions?$/],
  strengths: [/^(the local authority's|key) strengths$/],
};

const BULLET = /^[\u25fc\u25a0\u25aa\u2022\u25cf\u25e6\u00b7\uf0a7\uf0b7\uf06e◼]\s*/;
const NUMBER = /^\d{1,3}\.\s+(?=\p{Lu})/u;

/** Points go over so many lines at most; what is longer is no list. */
const MOST_LINES = 15;

/** How much further right the lines of a point stand below its first, in points. */
const INDENT = 4;

/** The lists of a report by the field that they belong to: of each kind the first. */
export function listsIn(lines: readonly Line[], reference: Reference): Partial<Record<ListField, Read<Point>[]>> {
  const lists: Partial<Record<ListField, Read<Point>[]>> = {};
  for (const [at, { text }] of lines.entries()) {
    const heading = fold(text.replace(/[?:]\s*\d?$/, ''));
    const field = (Object.keys(HEADINGS) as ListField[]).find(name => HEADINGS[name].some(pattern => pattern.test(heading)));
    if (!field || lists[field]) continue;
    const points = pointsBelow(lines, at + 1).map(taken => read(taken, reference)).filter(point => point !== undefined);
    if (points.length > 0) lists[field] = points;
  }
  return lists;
}

/** The points below a heading, each as its lines. The list ends where a line stands as far left as the points but is none. */
function pointsBelow(lines: readonly Line[], start: number): Line[][] {
  const points: Line[][] = [];
  for (const line of lines.slice(start)) {
    const last = points.at(-1);
    if (BULLET.test(line.text) || NUMBER.test(line.text)) points.push([line]);
    else if (last && line.x > last[0]!.x + INDENT && last.length < MOST_LINES) last.push(line);
    else break;
  }
  return points;
}

function read(lines: readonly Line[], reference: Reference): Read<Point> | undefined {
  const whole = lines.map(({ text }) => text).join(' ').replace(BULLET, '').replace(NUMBER, '').trim();
  // A heading that says that there are none is followed by one sentence.
  if (whole === '' || /^there are no /i.test(whole)) return undefined;
  return { value: pointIn(whole, reference), evidence: evidenceOf(lines) };
}

/** A point by its words: what stands in brackets behind it is what it refers to, where it names one part of the national framework. */
export function pointIn(written: string, { nationalFramework }: Reference): Point {
  // A word that was broken between two lines at its hyphen.
  const whole = written.replace(/(\p{L})- (?=\p{Ll})/gu, '$1-').trim();
  const [, words = whole, behind] = /^(.*?)\s*\(([^()]*national framework)\)\.?$/i.exec(whole) ?? [];
  const named = nationalFramework.filter(({ reference }) => behind !== undefined && new RegExp(`\\b${reference}\\b`, 'i').test(behind));
  const isOne = named.length === 1 && behind!.match(/\d+/g)?.length === 1;
  return isOne ? { text: words, national_framework: named[0]!.reference } : { text: whole };
}
