/** Steps along the lines of a text, by character codes, as the fast reader takes them. Offsets may lie at the end of the text. */

export const SPACE = 0x20, HASH = 0x23, NEWLINE = 0x0a, RETURN = 0x0d;

export function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at++;
  return at;
}

/** Where the line that holds an offset ends, before its line break. */
export function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  if (newline < 0) return text.length;
  return newline > from && text.charCodeAt(newline - 1) === RETURN ? newline - 1 : newline;
}

/** Where the line behind the one that ends at an offset begins. */
export function nextLine(text: string, end: number): number {
  return Math.min(text.length, end + (text.charCodeAt(end) === RETURN ? 2 : 1));
}

export function isLineBreak(code: number): boolean {
  return code === NEWLINE || code === RETURN;
}

/** Whether a character parts words; the code of none, behind the end of the text, does. */
export function isSpaceOrEnd(code: number): boolean {
  return code === SPACE || isLineBreak(code) || Number.isNaN(code);
}
