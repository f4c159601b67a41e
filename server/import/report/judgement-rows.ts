import type { JudgementData } from '../../reference/data';
import type { Framework } from '../../reference/frameworks';
import type { ScaleGrade } from '../../reference/grades';
import type { Reference } from '../../reference/reference';
import { fold } from '../../text/spelling';
import { gradeColumn, gradesIn, type PrintedGrade } from './grade-column';
import { evidenceOf, type Read } from './head';
import type { Line } from './lines';

/** A judgement of an edition with the grade that a report prints for it; without one, it is printed but its grade cannot be read. */
export interface GradedJudgement {
  judgement: JudgementData;
  /** As the report prints the name. */
  printed: string;
  grade?: Read<ScaleGrade>;
  /** What is not certain of the grade. */
  doubt?: string;
}

/** Lines that a name goes over, at most, and pages on which the table of judgements may stand. */
const MOST_NAME_LINES = 4;
const MOST_PAGES = 2;

/** A grade stands at most so many points above or below the lines of its judgement: it is set in the middle of its row. */
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
  const grades = gradesIn(lines, right, scale, reference);
  return rows.map(row => {
    const { grade, text, isCutOff } = gradeFor(row, rows, grades) ?? {};
    const evidence = { ...evidenceOf(row.lines), words: `${row.printed}: ${text}` };
    return { ...row, ...(grade && { grade: { value: grade, evidence } }), ...(isCutOff && { doubt: `the report prints '${text}', which is cut off there` }) };
  });
}

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

/** The grade that stands beside a row, and nearer to it than to any other; undefined where there are several, or none. */
function gradeFor(row: Row, rows: readonly Row[], grades: readonly PrintedGrade[]): PrintedGrade | undefined {
  const own = grades.map(grade => ({ grade, far: distance(grade, row) })).filter(({ grade, far }) => far <= BESIDE && rows.every(other => other === row || distance(grade, other) > far));
  const nearest = Math.min(...own.map(({ far }) => far));
  const [first, ...others] = own.filter(({ far }) => far === nearest);
  return others.length === 0 ? first?.grade : undefined;
}

/** How far a grade stands above or below the lines of a row; 0 where it stands beside them. */
function distance({ page, top, bottom }: PrintedGrade, { lines }: Row): number {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  return first.page === page ? Math.max(0, bottom - first.y, last.y - top) : Infinity;
}
