import { visible } from '../text/visible';

// Laying out text for a terminal or a letter: characters of one width, lines of at most so many, and nothing hidden.

/** The text on one line, with nothing hidden that could command a terminal. */
export function shown(text: string): string {
  return visible(text.replace(/[ \t\n\r]+/g, ' ').trim());
}

/** The text in lines of at most `width` characters, broken at spaces; a longer word stands on a line of its own, broken where it must be; shown as above. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of shown(text).split(' ').flatMap(part => pieces(part, width))) {
    if (line !== '' && length(line) + 1 + length(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** The text wrapped behind something that stands before its first line: "- ", "Published  ". */
export function hang(lead: string, text: string, width: number): string[] {
  const indent = ' '.repeat(length(lead));
  return wrap(text, width - indent.length).map((line, index) => (index === 0 ? lead : indent) + line);
}

/** Rows of cells side by side, each wrapped to the width of its column, two spaces apart. */
export function sideBySide(cells: readonly string[], widths: readonly number[]): string[] {
  const wrapped = cells.map((cell, index) => wrap(cell, widths[index]!));
  const height = Math.max(...wrapped.map(lines => lines.length));
  return Array.from({ length: height }, (_, row) => wrapped.map((lines, index) => pad(lines[row] ?? '', widths[index]!)).join('  ').trimEnd());
}

export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - length(text)));
}

/** Characters, not UTF-16 units. */
export function length(text: string): number {
  return [...text].length;
}

function pieces(word: string, width: number): string[] {
  if (length(word) <= width) return [word];
  const characters = [...word];
  return Array.from({ length: Math.ceil(characters.length / width) }, (_, index) => characters.slice(index * width, (index + 1) * width).join(''));
}
