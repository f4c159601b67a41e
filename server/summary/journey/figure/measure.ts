/** Widths of characters in a common sans-serif type, for a size of 1; what is not listed is as wide as a small letter. */
const WIDTHS: Readonly<Record<string, number>> = {
  ...each("ijl.,:;'|!·", 0.31), ...each('ft()r-/ ’‘“”', 0.41), ...each('mwMW@—', 0.92), ...each('ABCDEFGHKNOPQRSTUVXYZ&', 0.7), ...each('0123456789', 0.6),
};
const SMALL_LETTER = 0.58;
const WIDE_CHARACTER = 1.05;

/** About how wide a text is, rather too wide than too narrow: no page is at hand to measure it on. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += WIDTHS[character] ?? (character.charCodeAt(0) > 0x2e7f ? WIDE_CHARACTER : SMALL_LETTER);
  return width * size;
}

/** The text in lines that are no wider than this, as far as its words allow; the last of `most` lines ends with an ellipsis if more follows. */
export function wrapToWidth(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length ? `${lines.at(-1)!} ${word}` : word;
    if (lines.length && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (most === Infinity) return lines;
  const kept = lines.length <= most ? lines : [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')];
  return kept.map(line => shortened(line, size, width));
}

/** The text, or so much of its beginning as there is room for. */
export function shortened(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = [...text];
  while (characters.length && textWidth(`${characters.join('')}…`, size) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

function each(characters: string, width: number): Record<string, number> {
  return Object.fromEntries([...characters].map(character => [character, width]));
}
