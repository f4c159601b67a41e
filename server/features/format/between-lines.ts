import type { LayoutEdit } from './layout-edit';
import { isLineStart } from './tokens';

/** How many blank lines in a row stay between the parts of a record. */
const MOST_BLANK = 1;

/**
 * Takes the white space off the ends of lines between two tokens, and blank lines that are too many.
 * @param from where the token before ends, or the beginning of the text
 * @param to where the line of the next token begins
 * @param inFlow between braces or brackets, where blank lines stay
 */
export function tidyLines(text: string, from: number, to: number, inFlow: boolean, edits: LayoutEdit[]): void {
  tidy(text, from, to, inFlow ? Infinity : MOST_BLANK, edits);
}

/**
 * The same for what is left behind the last token.
 * @param isLast no record follows in the file: it ends with one line break and no blank lines
 * @param lineBreak as the file writes it
 */
export function tidyEnd(text: string, from: number, isLast: boolean, lineBreak: string, edits: LayoutEdit[]): void {
  const isComplete = isLineStart(text, from) || text.indexOf('\n', from) >= 0;
  if (isComplete) tidy(text, from, text.length, isLast ? 0 : MOST_BLANK, edits);
  else edits.push({ start: from, end: text.length, text: lineBreak, moves: false });
}

function tidy(text: string, from: number, to: number, most: number, edits: LayoutEdit[]): void {
  let isBlank = isLineStart(text, from);
  for (let start = from, blank = 0; start < to; isBlank = true) {
    const next = lineAfter(text, start, to);
    const end = start + text.slice(start, next).replace(/\r?\n$/, '').length;
    if (isBlank && ++blank > most) edits.push({ start, end: next, text: '', moves: false });
    else if (end > start) edits.push({ start, end, text: '', moves: false });
    start = next;
  }
}

function lineAfter(text: string, start: number, to: number): number {
  const found = text.indexOf('\n', start);
  return found < 0 || found >= to ? to : found + 1;
}
