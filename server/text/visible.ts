/**
 * Characters that cannot be seen and change how other text looks: control characters, those that turn the direction of writing,
 * spaces without width, line separators, halves of a character and what is none. Tabs and the joiners of emoji and scripts are not among them.
 */
const HIDDEN = /[\0-\x08\n-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/** The text with every hidden character written out, as `<U+202E>`: so that no record can hide what it says, or command a terminal. */
export function visible(text: string): string {
  return text.replace(HIDDEN, character => `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`);
}

/** The same for a text of several lines, which stay lines. */
export function visibleLines(text: string): string {
  return text.replace(/[^\n\r]+|\r(?!\n)/g, visible);
}

/** JSON in which hidden characters are written as JSON has them for that: `\u202e`. Read again it says the same. */
export function visibleJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(HIDDEN, character => (character === '\n' ? character : escaped(character)));
}

/** JSON in letters of ASCII only, which programs read sooner. Read again it says the same. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]+/g, escaped);
}

/** Each half of a character by itself, as JSON wants it. */
function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
}
