/**
 * A text for the cell of a table that a spreadsheet may read: one that it would take for a formula begins with an apostrophe, which is no
 * part of the value; so does one that begins with apostrophes before such a text.
 */
export function harmlessCell(text: string): string {
  return /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}
