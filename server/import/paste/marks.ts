/** Marks in front of points, as pages, slides and the fonts of text programs have them; for a set of characters. Dashes are left to who asks: they stand in records, too. */
export const MARKS = '•●▪◼■◦·‣⁃➢➤►▶✓✔*\\ue000-\\uf8ff';

/** What numbers points: "1.", "2)", "(3)", "a)", "(b)". */
export const NUMBERS = '\\(?\\d{1,3}[.)]|\\(?[a-z]\\)';

/** Between lines: slides and text programs have characters of their own for a new line in a paragraph. */
export const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
