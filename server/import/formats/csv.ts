import { printable } from '../../text/printable';
import { Budget, MOST_LETTERS, RowCollector, Unreadable, type Sheet } from '../table/cells';

const DELIMITERS = [',', ';', '\t'];

/**
 * Separated values as RFC 4180 has them: cells in quotation marks may hold the delimiter, line breaks and doubled quotation marks.
 * The delimiter is the one that the first line has most of. A quotation mark that is never closed ends with the text.
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

function delimiterOf(text: string): string {
  const line = /[^\r\n]*/.exec(text.slice(0, 100_000))![0].replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map(delimiter => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}
