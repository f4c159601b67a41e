import type { JudgementData } from '../../reference/data';
import type { Framework } from '../../reference/frameworks';
import type { GradeScale, ScaleGrade } from '../../reference/grades';
import type { Reference } from '../../reference/reference';
import { fold } from '../../text/spelling';
import type { Cell, Line } from './lines';
import { evidenceOf, type Read } from './head';

/** A judgement of an edition with the grade that a report prints for it; without one, it is printed but its grade cannot be read. */
export interface GradedJudgement {
  judgement: JudgementData;
  /** As the report prints the name. */
  printed: string;
  grade?: Read<ScaleGrade>;
}

/** Lines that a name goes over, at most, and pages on which the table of judgements may stand. */
const MOST_NAME_LINES = 4;
const MOST_PAGES = 2;

/** No column of grades begins further left than so many points. */
const LEAST_RIGHT = 200;

/** A line of a grade stands at most so many points above or below the lines of its judgement: it is set in the middle of its row. */
const BESIDE = 20;

/** A row of the table: the lines of the name of a judgement. */
interface Row {
  judgement: JudgementData;
  printed: string;
  lines: readonly Line[];
}

/** The judgements in the table of a report, as an edition has them: names to the left, over one line or several; grades to the right. */
export function judgementRows(all: readonly Line[], framework: Framework, reference: Reference): GradedJudgement[] {
  const lines = all.filter(({ page }) => page <= MOST_PAGES);
  const scale = reference.grades.scale(framework.grade_scale)!;
  const right = gradeColumn(lines, scale);
  if (right === undefined) return [];
  const rows = findRows(lines, framework, right);
  return rows.map(row => {
    // First what stands on its lines, then with what stands beside them: the heading of the column is no grade.
    for (const beside of [0, BESIDE]) {
      const text = gradeCells(lines, row, rows, { right, beside }).map(cell => cell.text).join(' ');
      const match = text === '' ? undefined : reference.grades.match(text, scale);
      if (match?.kind === 'exact' || match?.kind === 'spelling') return { ...row, grade: { value: match.grade, evidence: { ...evidenceOf(row.lines), words: `${row.printed}: ${text}` } } };
    }
    return row;
  });
}

/** Where the column of grades begins: there most cells stand that begin as a grade does. */
function gradeColumn(lines: readonly Line[], { grades }: GradeScale): number | undefined {
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

/** Cells of one column may stand so many points further left. */
const ASKEW = 8;

function findRows(lines: readonly Line[], framework: Framework, right: number): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < lines.length;) {
    const row = rowAt(lines, at, { framework, right, before: rows });
    if (row) rows.push(row.row);
    at = row ? row.next : at + 1;
  }
  return rows;
}

/** The row that begins on a line: the most lines whose left column is the name of a judgement that has no row yet. */
function rowAt(lines: readonly Line[], at: number, { framework, right, before }: { framework: Framework; right: number; before: readonly Row[] }): { row: Row; next: number } | undefined {
  const taken: Line[] = [];
  let found: { row: Row; next: number } | undefined;
  let text = '';
  for (let next = at; next < lines.length && taken.length < MOST_NAME_LINES && lines[next]!.page === lines[at]!.page; next++) {
    const left = leftText(lines[next]!, right);
    // Lines of nothing but a grade stand between those of the name.
    if (left === '') {
      if (taken.length === 0) return undefined;
      continue;
    }
    text = `${text} ${left}`.trim();
    taken.push(lines[next]!);
    const printed = withoutNumber(text);
    const judgement = named(printed, framework);
    if (judgement && !before.some(row => row.judgement === judgement)) found = { row: { judgement, printed, lines: [...taken] }, next: next + 1 };
  }
  return found;
}

/** Names as a table prints them are whole names; short names stand in sentences too. */
function named(printed: string, { judgements }: Framework): JudgementData | undefined {
  const wanted = fold(printed);
  const isName = (name: string) => fold(name) === wanted;
  return judgements.find(({ name, also_printed = [] }) => isName(name) || also_printed.some(isName))
    ?? judgements.find(({ spellings = [] }) => spellings.some(name => name.split(' ').length >= MIN_WORDS && isName(name)));
}

const MIN_WORDS = 3;

function leftText({ cells }: Line, right: number): string {
  return cells.filter(({ x }) => x < right).map(({ text }) => text).join(' ');
}

/** "2.1 Adoption": the number is no part of the name, nor is that of a footnote behind it. */
function withoutNumber(text: string): string {
  return text.replace(/^\d+(?:\.\d+)*\.?\s+/, '').replace(/\s*\d$/, '');
}

/** The cells to the right that belong to a row: those on its lines, and those nearer to it than to any other. */
function gradeCells(lines: readonly Line[], row: Row, rows: readonly Row[], { right, beside }: { right: number; beside: number }): Cell[] {
  const { page } = row.lines[0]!;
  return lines.filter(line => line.page === page).flatMap(line => {
    const own = distance(line, row);
    const isNearest = rows.every(other => other === row || other.lines[0]!.page !== page || distance(line, other) > own);
    return own <= beside && isNearest ? line.cells.filter(({ x }) => x >= right) : [];
  });
}

/** How far a line is from the middle of a row, less than half of the row. */
function distance({ y }: Line, { lines }: Row): number {
  const top = lines[0]!.y;
  const bottom = lines.at(-1)!.y;
  return Math.max(0, y - top, bottom - y);
}
