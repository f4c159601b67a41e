import type { PdfText, PlacedText } from '../pdf/page-text';

/** One line of a page. */
export interface Line {
  /** From 1. */
  page: number;
  x: number;
  y: number;
  /** The size of most of its letters. */
  size: number;
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

/** The lines of a document in the order of reading, without footnotes and what is repeated on every page. */
export function linesOf({ pages }: PdfText): Line[] {
  const all = pages.map((texts, index) => pageLines(texts, index + 1));
  const usual = usualSize(all.flat());
  const repeated = repeatedTexts(all);
  return all.flat().filter(line => line.size >= usual * SMALL && !repeated.has(placeless(line)) && !/^\d{1,3}$/.test(line.text));
}

function pageLines(texts: readonly PlacedText[], page: number): Line[] {
  const rows: { y: number; texts: PlacedText[] }[] = [];
  for (const text of texts) {
    const row = rows.find(({ y }) => Math.abs(y - text.y) < ONE_LINE);
    if (row) row.texts.push(text);
    else rows.push({ y: text.y, texts: [text] });
  }
  return rows.sort((a, b) => b.y - a.y).map(row => line(row, page));
}

function line({ y, texts }: { y: number; texts: readonly PlacedText[] }, page: number): Line {
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
  return { page, y, x: clean[0]!.x, size: mostUsed(texts.map(({ size, text }) => [size, text.trim().length])), cells: clean, text: clean.map(({ text }) => text).join(' ') };
}

function usualSize(lines: readonly Line[]): number {
  return mostUsed(lines.map(({ size, text }) => [size, text.length]));
}

/** The size with most letters. */
function mostUsed(sizes: readonly (readonly [number, number])[]): number {
  const letters = new Map<number, number>();
  for (const [size, count] of sizes) letters.set(Math.round(size), (letters.get(Math.round(size)) ?? 0) + count);
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** What stands at the same height of most pages, but for figures. */
function repeatedTexts(pages: readonly (readonly Line[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) for (const text of new Set(lines.map(placeless))) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 2 && count > pages.length / 2).map(([text]) => text));
}

function placeless({ text, y }: Line): string {
  return `${Math.round(y)} ${text.replace(/\d+/g, '#')}`;
}
