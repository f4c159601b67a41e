/** A piece of text and where it stands, in points from the lower left corner of an A4 page. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  size?: number;
}

/** A document in PDF with these pages, one piece of text after the other; `more` is put into its catalogue. */
export function makePdf(pages: readonly (readonly Piece[])[], more = ''): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  add(`<</Type/Catalog/Pages 2 0 R${more}>>`);
  add(`<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`);
  add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>');
  for (const [index, pieces] of pages.entries()) {
    const content = pieces.map(({ text, x, y, size = 12 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`).join('\n');
    add(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + index * 2} 0 R>>`);
    add(`<</Length ${content.length}>>stream\n${content}\nendstream`);
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, character => character.charCodeAt(0));
}

/** In the encoding of the font: letters of Western Europe, and the marks that text programs put in. */
function escaped(text: string): string {
  return text.replace(/[’–•]/g, mark => ({ '’': '\x92', '–': '\x96', '•': '\x95' })[mark]!).replace(/[\\()]/g, '\\$&');
}

/** Lines from the top of a page down, as a report has them: each a text, or cells with their places from the left. */
export function pageOf(lines: readonly (string | readonly [number, string][])[], { top = 780, feed = 16 }: { top?: number; feed?: number } = {}): Piece[] {
  return lines.flatMap((line, index) => {
    const y = top - index * feed;
    return typeof line === 'string' ? (line === '' ? [] : [{ text: line, x: 71, y }]) : line.map(([x, text]) => ({ text, x, y }));
  });
}

/** A page of words, so that a document is not taken for pictures. */
export const WORDS: Piece[] = pageOf(Array.from({ length: 20 }, () => 'Children receive help at the right time from people who know them well.'));
