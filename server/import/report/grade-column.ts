import type { GradeScale, ScaleGrade } from '../../reference/grades';
import type { Reference } from '../../reference/reference';
import { fold } from '../../text/spelling';
import type { Line } from './lines';

/** A grade in the column of grades, over one line or several. */
export interface PrintedGrade {
  grade: ScaleGrade;
  /** As the report prints it. */
  text: string;
  page: number;
  /** Where its first line and its last stand. */
  top: number;
  bottom: number;
  /** Whether it ends at the edge of the page, before its end. */
  isCutOff: boolean;
}

/** No column of grades begins further left than so many points. */
const LEAST_RIGHT = 200;

/** Cells of one column may stand so many points further left. */
const ASKEW = 8;

/** Lines that a grade goes over at most, and how much of the size of their letters they stand apart. */
const MOST_LINES = 4;
const MOST_FEED = 2.2;

/** Where the column of grades begins: there most cells stand that begin as a grade does. */
export function gradeColumn(lines: readonly Line[], { grades }: GradeScale): number | undefined {
  const counts = new Map<number, number>();
  const first = new Set(grades.map(({ name }) => fold(name).split(' ')[0]));
  for (const { cells } of lines) {
    const { x, text } = cells.at(-1)!;
    if (x < LEAST_RIGHT || !first.has(fold(text).split(' ')[0])) continue;
    counts.set(Math.round(x), (counts.get(Math.round(x)) ?? 0) + 1);
  }
  const [column] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return column === undefined ? undefined : column - ASKEW;
}

/** The grades to the right of a place, from the top down: of lines that are one together, the most. */
export function gradesIn(lines: readonly Line[], right: number, scale: GradeScale, reference: Reference): PrintedGrade[] {
  const pieces = lines.flatMap(line => {
    const text = line.cells.filter(({ x }) => x >= right).map(cell => cell.text).join(' ');
    return text === '' ? [] : [{ text, line }];
  });
  const found: PrintedGrade[] = [];
  for (let at = 0; at < pieces.length;) {
    const run = runFrom(pieces.slice(at, at + MOST_LINES).map(({ line }) => line));
    const counts = Array.from({ length: run }, (_, index) => run - index);
    const textOf = (count: number) => pieces.slice(at, at + count).map(({ text }) => text).join(' ');
    const whole = counts.find(count => gradeOf(textOf(count), scale, reference));
    const count = whole ?? counts.find(each => cutOff(textOf(each), scale)) ?? 0;
    const text = textOf(count);
    const grade = whole ? gradeOf(text, scale, reference) : cutOff(text, scale);
    const taken = pieces.slice(at, at + count).map(({ line }) => line);
    if (grade) found.push({ grade, text, page: taken[0]!.page, top: taken[0]!.y, bottom: taken.at(-1)!.y, isCutOff: !whole });
    at += Math.max(1, count);
  }
  return found;
}

/** How many lines from the first on stand as lines of one cell do. */
function runFrom(lines: readonly Line[]): number {
  const end = lines.findIndex((line, index) => index > 0 && (line.page !== lines[0]!.page || lines[index - 1]!.y - line.y > MOST_FEED * line.size));
  return end < 0 ? lines.length : end;
}

function gradeOf(text: string, scale: GradeScale, { grades }: Reference): ScaleGrade | undefined {
  const match = grades.match(text, scale);
  return match.kind === 'exact' || match.kind === 'spelling' ? match.grade : undefined;
}

/** A grade of which the better half is there, and which begins as no other does: what goes over the edge of a page is not read. */
function cutOff(text: string, { grades }: GradeScale): ScaleGrade | undefined {
  const written = fold(text);
  const possible = written === '' ? [] : grades.filter(({ name }) => fold(name).startsWith(written));
  const [grade, ...others] = possible;
  return grade && others.length === 0 && written.length * 2 >= grade.name.length ? grade : undefined;
}
