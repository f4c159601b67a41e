import { judgementNamed, type Framework } from '../../reference/frameworks';
import type { JudgementData } from '../../reference/data';
import type { GradeScale, ScaleGrade } from '../../reference/grades';
import type { Reference } from '../../reference/reference';

/** A judgement that stands in a pasted text, with its grade. */
export interface PastedJudgement {
  judgement: JudgementData;
  grade: ScaleGrade;
}

/** A piece of a pasted text: a cell, or what stands on a line. */
interface Piece {
  text: string;
  grade?: ScaleGrade;
}

/** Larger than any table of judgements, in UTF-16 units: what is longer is something else. */
const MOST_TEXT = 20_000;

/** Pieces that a name or a grade goes over. */
const MOST_NAME_PIECES = 5;
const MOST_GRADE_PIECES = 3;

/**
 * The judgements in a text that was copied from a report, a page or a slide: in columns or one below the other, names and grades over one
 * line or several, with bullets or numbers. In printed order; only judgements of the edition, each with its grade.
 */
export function pastedJudgements(text: string, framework: Framework, reference: Reference): PastedJudgement[] {
  if (text.length > MOST_TEXT) return [];
  const scale = reference.grades.scale(framework.grade_scale)!;
  const pieces = withGrades(piecesOf(text, scale, reference), scale, reference);
  const found = new Map<JudgementData, ScaleGrade>();
  for (let at = 0; at < pieces.length;) {
    const entry = pieces[at]!.grade ? undefined : entryAt(pieces, at, framework);
    if (entry && !found.has(entry.judgement)) found.set(entry.judgement, entry.grade);
    at = entry?.next ?? at + 1;
  }
  return framework.judgements.flatMap(judgement => {
    const grade = found.get(judgement);
    return grade ? [{ judgement, grade }] : [];
  });
}

/** The judgement whose name begins at a piece: the longest; its grade stands within the name, where a row went over two lines, or behind it. */
function entryAt(pieces: readonly Piece[], start: number, framework: Framework): { judgement: JudgementData; grade: ScaleGrade; next: number } | undefined {
  let found: ReturnType<typeof entryAt>;
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
    const behind = pieces[at + 1]?.grade;
    const own = within ?? behind;
    if (judgement && own) found = { judgement, grade: own, next: at + (within ? 1 : 2) };
  }
  return found;
}

const BULLET = /^\s*(?:[•●▪◼■◦·*\uf0b7\uf0a7–—-]|\d+(?:\.\d+)*[.)]?)\s+/;

/** Cells of lines: apart by tabs, bars or several spaces; a name and its grade on one line are two. */
function piecesOf(text: string, scale: GradeScale, reference: Reference): string[] {
  return text.split(/\r\n|[\n\r]/).flatMap(line => {
    const cells = line.replace(BULLET, match => (gradeOf(line, scale, reference) ? match : '')).split(/\t|\||\s{2,}/).map(cell => cell.trim()).filter(cell => cell !== '' && !/^[-–—:]+$/.test(cell));
    return cells.flatMap(cell => split(cell, scale, reference));
  });
}

/** "Overall effectiveness: Good" and "Overall effectiveness Good" are a name and a grade. */
function split(cell: string, scale: GradeScale, reference: Reference): string[] {
  if (gradeOf(cell, scale, reference)) return [cell];
  const words = cell.split(' ');
  for (let at = 1; at < words.length; at++) {
    const [before, behind] = [words.slice(0, at).join(' ').replace(/(?<!\s)\s*(?<![:–—-])[:–—-]+$/, ''), words.slice(at).join(' ')];
    // Short ways to write a grade ("A", "I") are words of sentences too.
    if (behind.length > 2 && gradeOf(behind, scale, reference)) return [before, behind];
  }
  return [cell.replace(/(?<!\s)\s*:$/, '')];
}

/** Pieces that are a grade together are one: "Requires improvement" / "to be good". */
function withGrades(texts: readonly string[], scale: GradeScale, reference: Reference): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < texts.length;) {
    const lengths = Array.from({ length: MOST_GRADE_PIECES }, (_, index) => MOST_GRADE_PIECES - index);
    const length = lengths.find(count => at + count <= texts.length && gradeOf(texts.slice(at, at + count).join(' '), scale, reference)) ?? 0;
    pieces.push(length > 0 ? { text: '', grade: gradeOf(texts.slice(at, at + length).join(' '), scale, reference) } : { text: texts[at]! });
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
