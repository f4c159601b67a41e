import type { PdfText, PlacedText } from '../pdf/page-text';

/** One line of a page. */
export interface Line {
  /** From 1. */
  page: number;
  x: number;
  y: number;
  /** The size of most of its letters. */
  size: number;
  /** Whether its letters are larger than most of the document, or of another font: it may be a heading. */
  standsOut: boolean;
  /** Pieces that stand apart: columns of a table. */
  cells: readonly Cell[];
  text: string;
}

export interface Cell {
  x: number;
  text: string;
}

/** Words whose lines are so near to each other stand on one line, in points: some letters are set a little higher. */
const ONE_LINE = 2.5;

/** A gap as wide as so many points stands between columns; a narrower one is a space, or none. */
const COLUMN_GAP = 12;
const SPACE = 1;

/** Letters smaller than this part of the usual size are footnotes, and what stands at the foot of every page. */
const SMALL = 0.87;

/** No line of a page holds as many letters: it is no line of a report. */
const MOST_LETTERS = 1000;

/** The lines of a document in the order of reading, without footnotes and what is repeated on every page. */
export function linesOf({ pages }: PdfText): Line[] {
  const all = pages.map((texts, index) => pageLines(texts, index + 1));
  const flat = all.flat();
  const usual = { size: mostUsed(flat.map(({ size, text }) => [size, text.length])), font: mostUsed(flat.map(({ font, text }) => [font, text.length])) };
  const repeated = repeatedTexts(all);
  return flat.filter(line => line.size >= (usual.size ?? 0) * SMALL && line.text.length <= MOST_LETTERS && !repeated.has(placeless(line)) && !/^\d{1,3}$/.test(line.text))
    .map(({ font, ...line }) => ({ ...line, standsOut: line.size > (usual.size ?? 0) || font !== usual.font }));
}

type PageLine = Omit<Line, 'standsOut'> & { font: string | undefined };

function pageLines(texts: readonly PlacedText[], page: number): PageLine[] {
  const rows: { y: number; texts: PlacedText[] }[] = [];
  // By height, so that a page with very many lines is gone through once.
  const near = new Map<number, typeof rows>();
  for (const text of texts) {
    const height = Math.floor(text.y / ONE_LINE);
    const row = [height - 1, height, height + 1].flatMap(at => near.get(at) ?? []).find(({ y }) => Math.abs(y - text.y) < ONE_LINE);
    if (row) {
      row.texts.push(text);
      continue;
    }
    const made = { y: text.y, texts: [text] };
    rows.push(made);
    near.set(height, [...(near.get(height) ?? []), made]);
  }
  return rows.sort((a, b) => b.y - a.y).map(row => line(row, page));
}

function line({ y, texts }: { y: number; texts: readonly PlacedText[] }, page: number): PageLine {
  const cells: { x: number; text: string }[] = [];
  let end: number | undefined;
  for (const { x, width, text } of [...texts].sort((a, b) => a.x - b.x)) {
    const last = cells.at(-1);
    const gap = end === undefined ? 0 : x - end;
    if (!last || gap > COLUMN_GAP) cells.push({ x, text });
    else last.text += (gap > SPACE ? ' ' : '') + text;
    end = Math.max(end ?? 0, x + width);
  }
  const clean = cells.map(cell => ({ x: cell.x, text: cell.text.replace(/\s+/g, ' ').trim() }));
  const letters = texts.map(({ text }) => text.trim().length);
  return {
    page, y, x: clean[0]!.x, cells: clean, text: clean.map(({ text }) => text).join(' '),
    size: mostUsed(texts.map(({ size }, index) => [Math.round(size), letters[index]!])) ?? 0,
    font: mostUsed(texts.map(({ font }, index) => [font, letters[index]!])),
  };
}

/** What most letters have. */
function mostUsed<T>(uses: readonly (readonly [T, number])[]): T | undefined {
  const letters = new Map<T, number>();
  for (const [one, count] of uses) letters.set(one, (letters.get(one) ?? 0) + count);
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** What stands at the same height of most pages, but for figures. */
function repeatedTexts(pages: readonly (readonly PageLine[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) for (const text of new Set(lines.map(placeless))) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 2 && count > pages.length / 2).map(([text]) => text));
}

function placeless({ text, y }: PageLine): string {
  return `${Math.round(y)} ${text.replace(/\d+/g, '#')}`;
}
