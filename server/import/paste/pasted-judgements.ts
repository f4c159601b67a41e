import { judgementNamed, type Framework } from '../../reference/frameworks';
import type { JudgementData } from '../../reference/data';
import type { GradeScale, ScaleGrade } from '../../reference/grades';
import type { Reference } from '../../reference/reference';
import { LINE_BREAK, MARKS, NUMBERS } from './marks';

/** A judgement that stands in a pasted text, with its grade. */
export interface PastedJudgement {
  judgement: JudgementData;
  grade: ScaleGrade;
}

/** A piece of a pasted text: a cell, or what stands on a line. */
interface Piece {
  text: string;
  grade?: ScaleGrade;
  /** Of the text, from 0. */
  line: number;
}

/** Larger than any table of judgements, in UTF-16 units: what is longer is something else. */
const MOST_TEXT = 20_000;

/** Pieces that a name or a grade goes over. */
const MOST_NAME_PIECES = 5;
const MOST_GRADE_PIECES = 3;

/** Grades that stand one behind the other: more than any framework has judgements. */
const MOST_GRADES = 30;

/**
 * The judgements in a text that was copied from a report, a page or a slide: in columns or one below the other, names and grades over one
 * line or several, with bullets or numbers. In printed order; only judgements of the edition, each with its grade, and none where it could
 * be one of several.
 */
export function pastedJudgements(text: string, framework: Framework, reference: Reference): PastedJudgement[] {
  if (text.length > MOST_TEXT) return [];
  const scale = reference.grades.scale(framework.grade_scale)!;
  const pieces = withGrades(piecesOf(text, scale, reference), scale, reference);
  const entries = gradesBeforeNames(pieces, framework) ?? gradesBehindNames(pieces, framework);
  return framework.judgements.flatMap(judgement => entries.find(entry => entry.judgement === judgement) ?? []);
}

/** The entries of a table that has its grades to the left; undefined where it has not. */
function gradesBeforeNames(pieces: readonly Piece[], framework: Framework): PastedJudgement[] | undefined {
  const lines = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const own = lines.get(piece.line);
    if (own) own.push(piece);
    else lines.set(piece.line, [piece]);
  }
  const entries = [...lines.values()].flatMap(([first, second, ...more]) => {
    const judgement = second && more.length === 0 ? named(second, framework) : undefined;
    return first?.grade && judgement ? [{ judgement, grade: first.grade }] : [];
  });
  return entries.length > 0 ? entries : undefined;
}

function gradesBehindNames(pieces: readonly Piece[], framework: Framework): PastedJudgement[] {
  const found: PastedJudgement[] = [];
  for (let at = 0; at < pieces.length;) {
    const read = columnsAt(pieces, at, framework) ?? (pieces[at]!.grade ? undefined : entryAt(pieces, at, framework));
    found.push(...read?.entries ?? []);
    at = read?.next ?? at + 1;
  }
  return found;
}

/** Entries that were read, and the piece behind them. */
interface Entries { entries: readonly PastedJudgement[]; next: number }

/** Several names, and below or behind them several grades: one for each, or it cannot be told whose they are. */
function columnsAt(pieces: readonly Piece[], start: number, framework: Framework): Entries | undefined {
  const names: JudgementData[] = [];
  for (let judgement; (judgement = pieces[start + names.length] && named(pieces[start + names.length]!, framework));) names.push(judgement);
  const grades = gradesFrom(pieces, start + names.length);
  if (names.length < 2 || grades.length < 2) return undefined;
  return { entries: names.length === grades.length ? names.map((judgement, index) => ({ judgement, grade: grades[index]! })) : [], next: start + names.length + grades.length };
}

/** The judgement whose name begins at a piece: the longest; its grade stands within the name, where a row went over two lines, or behind it. */
function entryAt(pieces: readonly Piece[], start: number, framework: Framework): Entries | undefined {
  let found: Entries | undefined;
  let name = '';
  let within: ScaleGrade | undefined;
  let parts = 0;
  for (let at = start; at < pieces.length && parts < MOST_NAME_PIECES; at++) {
    const { text, grade } = pieces[at]!;
    if (grade) {
      if (within) break;
      within = grade;
      continue;
    }
    name = `${name} ${text}`.trim();
    parts++;
    const judgement = judgementNamed(framework, name)?.judgement;
    const behind = within ? [] : gradesFrom(pieces, at + 1);
    const [own, ...others] = within ? [within] : behind;
    // "Before" and "now", perhaps: which is which is not known.
    if (judgement && own) found = { entries: others.every(other => other === own) ? [{ judgement, grade: own }] : [], next: at + 1 + behind.length };
  }
  return found;
}

/** The judgement that a piece names by itself. */
function named({ text, grade }: Piece, framework: Framework): JudgementData | undefined {
  return grade ? undefined : judgementNamed(framework, text)?.judgement;
}

/** The grades that stand one behind the other from a piece on; more than a table has are not looked at. */
function gradesFrom(pieces: readonly Piece[], start: number): ScaleGrade[] {
  const grades: ScaleGrade[] = [];
  for (const { grade } of pieces.slice(start, start + MOST_GRADES)) {
    if (!grade) break;
    grades.push(grade);
  }
  return grades;
}

const BULLET = new RegExp(`^\\s*(?:[${MARKS}–—-]|\\d+(?:\\.\\d+)*[.)]?|${NUMBERS})\\s+`, 'i');

/** Cells of lines: apart by tabs, bars or several spaces; a name and its grade on one line are two. */
function piecesOf(text: string, scale: GradeScale, reference: Reference): Piece[] {
  return text.replace(/\*\*|__/g, '').split(LINE_BREAK).flatMap((line, number) => {
    const cells = line.replace(BULLET, match => (gradeOf(line, scale, reference) ? match : '')).split(/\t|\||\s{2,}/).map(cell => cell.trim()).filter(cell => cell !== '' && !/^[-–—:]+$/.test(cell));
    return cells.flatMap(cell => split(cell, scale, reference)).map(piece => ({ text: piece, line: number }));
  });
}

/** "Overall effectiveness: Good" and "Overall effectiveness Good" are a name and a grade. */
function split(cell: string, scale: GradeScale, reference: Reference): string[] {
  if (gradeOf(cell, scale, reference)) return [cell];
  const words = cell.split(' ');
  for (let at = 1; at < words.length; at++) {
    const isApart = /[:–—-]$/.test(words[at - 1]!);
    const [before, behind] = [words.slice(0, at).join(' ').replace(/(?<!\s)\s*(?<![:–—-])[:–—-]+$/, ''), words.slice(at).join(' ')];
    // Short ways to write a grade ("A", "I") are words of sentences too, but for behind a colon or a dash.
    if ((isApart || behind.length > 2) && gradeOf(behind, scale, reference)) return [before, behind];
  }
  return [cell.replace(/(?<!\s)\s*:$/, '')];
}

/** Pieces that are a grade together are one: "Requires improvement" / "to be good". */
function withGrades(parts: readonly Piece[], scale: GradeScale, reference: Reference): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < parts.length;) {
    const joined = (count: number) => gradeOf(parts.slice(at, at + count).map(({ text }) => text).join(' '), scale, reference);
    const lengths = Array.from({ length: MOST_GRADE_PIECES }, (_, index) => MOST_GRADE_PIECES - index);
    const length = lengths.find(count => at + count <= parts.length && joined(count)) ?? 0;
    pieces.push(length > 0 ? { text: '', grade: joined(length), line: parts[at]!.line } : parts[at]!);
    at += Math.max(1, length);
  }
  return pieces;
}

/** A grade with or without its number: "Good", "2", "2 / Good", "Good (2)". */
function gradeOf(text: string, scale: GradeScale, { grades }: Reference): ScaleGrade | undefined {
  const written = text.trim().replace(/^(?:grade\s*)?\d\s*[/:–—-]\s*(?=\p{L})/iu, '').replace(/(?<=\p{L})\s*(?:[/:–—-]\s*\d|\(\d\))$/u, '');
  const match = grades.match(written, scale);
  return match.kind === 'exact' || match.kind === 'spelling' ? match.grade : undefined;
}
