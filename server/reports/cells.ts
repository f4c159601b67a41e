import { visible } from '../text/visible';

/** A piece of a line as a terminal shows it. */
export interface Cell {
  /** In the line, UTF-16 units. */
  start: number;
  end: number;
  shown: string;
  /** The column of a terminal in which it begins, from 0, and the number of columns that it takes. */
  column: number;
  width: number;
}

const TAB = 4;

/** What a terminal shows of one line: tabs as spaces, hidden characters written out, and the columns that each piece takes. */
export function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { index, segment } of pieces(line)) {
    const shown = segment === '\t' ? ' '.repeat(TAB - (column % TAB)) : visible(segment);
    const width = shown === segment ? widthOf(segment) : shown.length;
    cells.push({ start: index, end: index + segment.length, shown, column, width });
    column += width;
  }
  return cells;
}

/** Made when the first line needs it: that takes as long as checking dozens of records. */
let segmenter: Intl.Segmenter | undefined;

function pieces(line: string): Iterable<{ index: number; segment: string }> {
  return /^[\t -~]*$/.test(line) ? Array.from(line, (segment, index) => ({ index, segment })) : (segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })).segment(line);
}

/** First and last code points of the blocks whose characters are two columns wide (East Asian scripts; emoji are asked of the engine). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f], [0x2e80, 0x303e], [0x3041, 0xa4cf], [0xa960, 0xa97f], [0xac00, 0xd7a3], [0xf900, 0xfaff], [0xfe30, 0xfe6f],
  [0xff01, 0xff60], [0xffe0, 0xffe6], [0x1b000, 0x1b2ff], [0x20000, 0x3fffd],
];

/** Columns that one character, with all that is combined with it, takes. */
function widthOf(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x300) return 1;
  if (/^\p{Emoji_Presentation}/u.test(character) || (character.includes('\ufe0f') && /^\p{Extended_Pictographic}/u.test(character))) return 2;
  if (WIDE.some(([from, to]) => from <= code && code <= to)) return 2;
  return /^[\p{Mark}\u200c\u200d]/u.test(character) ? 0 : 1;
}
