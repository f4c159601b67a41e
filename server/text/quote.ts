import { visible } from './visible';

/** As many characters of a text as a message shows. */
const MOST = 60;

/**
 * Words of a record as a message shows them: in quotation marks, on one line, shortened where they are long, and with every
 * character that would not be seen written out.
 */
export function quote(text: string): string {
  return `'${shorten(text)}'`;
}

/** The same without the quotation marks. */
export function shorten(text: string, most = MOST): string {
  // Only the beginning is looked at, so that a text of a megabyte costs nothing.
  const beginning = text.slice(0, most * 8);
  const characters = [...beginning.replace(/\s+/g, ' ').trim()];
  const whole = characters.length <= most && beginning.length === text.length;
  return visible(whole ? characters.join('') : `${characters.slice(0, most - 1).join('').trimEnd()}…`);
}
