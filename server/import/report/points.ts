import type { Line } from './lines';

/** Squares, dots and arrows, and the letters of symbol fonts, which stand for them; dashes and stars only before a space. */
const BULLET = /^(?:[\u25fc\u25a0\u25aa\u25cf\u25e6\u2022\u2023\u2043\u00b7\u27a2\ue000-\uf8ff]\s*|[-–*]\s+)/;
const NUMBER = /^(\d{1,3})\.\s+(?=\p{Lu})/u;

/** Points go over so many lines at most: what is longer is no point, and its list ends before it. */
const MOST_LINES = 30;

/** How much further right the lines of a point stand below its first, and how askew points of a list may stand, in points of the page. */
const INDENT = 4;

/** Lines of a point stand so much of their size apart at most; what stands lower begins something else. */
const MOST_FEED = 2.2;

/** Headings of parts of a list are as short as this, and no larger than its words by more than so many points. */
const SHORT = 70;
const LARGER = 1;

/**
 * The points below a heading, each as its lines. They have one mark and stand at one place from the left; numbers count on. A list within
 * a point belongs to the point. Short headings may part a list of numbers; whatever else is no point ends the list.
 * @param isHeading tells headings of other lists
 */
export function pointsBelow(lines: readonly Line[], start: number, isHeading: (at: number) => boolean): Line[][] {
  const points: Line[][] = [];
  for (let at = start; at < lines.length; at++) {
    const line = lines[at]!;
    const [first, last] = [points[0]?.[0], points.at(-1)];
    if (isNext(line, first, last?.[0])) points.push([line]);
    else if (first && last && isMoreOf(last, line)) {
      if (last.length === MOST_LINES) return points.slice(0, -1);
      last.push(line);
    } else if (!isHeading(at) && isPartHeading(line, first, lines[at + 1], last?.[0])) continue;
    else break;
  }
  return points;
}

/** A point without its mark, on one line. */
export function wordsOf(lines: readonly Line[]): string {
  const [first, ...others] = lines.map(({ text }) => text);
  return [first!.replace(BULLET, '').replace(NUMBER, ''), ...others.map(text => text.replace(BULLET, '• '))].join(' ').trim();
}

/** Whether a line begins a point. */
export function isPoint({ text }: Line): boolean {
  return BULLET.test(text) || NUMBER.test(text);
}

function isNext(line: Line, first: Line | undefined, before: Line | undefined): boolean {
  if (!isPoint(line)) return false;
  if (!first || !before) return true;
  const number = numberOf(line);
  // A bullet may be set a little further left on another page.
  return Math.abs(line.x - first.x) <= INDENT && (number === undefined ? numberOf(before) === undefined : number === (numberOf(before) ?? NaN) + 1);
}

function isMoreOf(point: readonly Line[], line: Line): boolean {
  const [first, before] = [point[0]!, point.at(-1)!];
  const isNear = line.page !== before.page || before.y - line.y <= MOST_FEED * line.size || isPoint(line);
  return line.x > first.x + INDENT && line.size === first.size && isNear;
}

/** "Care leavers" between two numbers of one list: the numbers count on behind it. */
function isPartHeading(line: Line, first: Line | undefined, next: Line | undefined, before: Line | undefined): boolean {
  if (!next || line.text.length > SHORT || !/^\p{Lu}[^.:\d]*$/u.test(line.text)) return false;
  const number = numberOf(next);
  return number !== undefined && line.size <= next.size + LARGER && isNext(next, first, before);
}

function numberOf({ text }: Line): number | undefined {
  const number = NUMBER.exec(text)?.[1];
  return number === undefined ? undefined : Number(number);
}
