/** Marks in front of points, as pages, slides and the fonts of text programs have them; for a set of characters. Dashes are left to who asks: they stand in records, too. */
export const MARKS = '•●▪◼■◦·‣⁃➢➤►▶✓✔*\\ue000-\\uf8ff';

/** What numbers points: "1.", "2)", "(3)", "a)", "(b)". */
export const NUMBERS = '\\(?\\d{1,3}[.)]|\\(?[a-z]\\)';
