import { printable } from '../../text/printable';
import { Budget, MOST_LETTERS, RowCollector, Unreadable, type Sheet } from '../table/cells';

const DELIMITERS = [',', ';', '\t'];

/**
 * Separated values as RFC 4180 has them: cells in quotation marks may hold the delimiter, line breaks and doubled quotation marks.
 * The delimiter is the one that makes a table of the first lines, whatever title stands above it. A quotation mark that is never closed ends with the text.
 */
export function readCsv(text: string): Sheet {
  const delimiter = delimiterOf(text);
  const plain = new RegExp(`[^${delimiter}\\r\\n]*`, 'y');
  const collector = new RowCollector(new Budget());
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    let cell: string;
    if (text[at] === '"') ({ cell, at } = quotedCell(text, at));
    else cell = '';
    plain.lastIndex = at;
    const rest = plain.exec(text)![0];
    at += rest.length;
    collector.addCell({ text: printable(cell + rest) });
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    collector.endRow();
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return { name: '', rows: collector.rows };
}

function quotedCell(text: string, start: number): { cell: string; at: number } {
  const pieces: string[] = [];
  let letters = 0;
  for (let at = start + 1; ;) {
    const end = text.indexOf('"', at);
    if (end < 0) return { cell: pieces.join('') + text.slice(at), at: text.length };
    pieces.push(text.slice(at, end));
    letters += end - at + 1;
    if (letters > MOST_LETTERS) throw new Unreadable('a cell of it is far longer than any text about an inspection; nothing of it was read.');
    if (text[end + 1] !== '"') return { cell: pieces.join(''), at: end + 1 };
    pieces.push('"');
    at = end + 2;
  }
}

/** Lines from the first on, and letters, by which the delimiter is told. */
const MOST_LINES = 60;
const MOST_LOOKED_AT = 100_000;

/** The delimiter by which most lines have equally many cells, more than one; of several the one that makes most of them. */
function delimiterOf(text: string): string {
  // What stands in quotation marks may go over lines.
  const lines = text.slice(0, MOST_LOOKED_AT).replace(/"[^"]*"/g, '').split(/\r\n|[\r\n]/).filter(line => line.trim() !== '').slice(0, MOST_LINES);
  const fits = DELIMITERS.map(delimiter => ({ delimiter, ...mostAlike(lines.map(line => line.split(delimiter).length).filter(cells => cells > 1)) }));
  return fits.reduce((best, fit) => (fit.lines > best.lines || (fit.lines === best.lines && fit.cells > best.cells) ? fit : best)).delimiter;
}

/** The number of cells that most lines have, and how many these are. */
function mostAlike(counts: readonly number[]): { cells: number; lines: number } {
  const lines = new Map<number, number>();
  for (const cells of counts) lines.set(cells, (lines.get(cells) ?? 0) + 1);
  const [[cells, number] = [0, 0]] = [...lines].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return { cells, lines: number };
}
