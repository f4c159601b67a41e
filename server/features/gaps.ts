/** Stands in a text for something that is still to be filled in. A character of the private use area: no data has it. */
export const GAP = '\uE000';

/** The text with its gaps left empty; the space in front of one goes with it. */
export function leaveGaps(text: string): string {
  return text.replaceAll(` ${GAP}`, '').replaceAll(GAP, '');
}

/**
 * The text as a snippet, in the syntax of the Language Server Protocol: every gap a tab stop.
 * @param first number of the first tab stop: snippets that are filled in together count on
 */
export function asSnippet(text: string, first = 1): string {
  let stop = first;
  return text.replace(/[\\$}]/g, '\\$&').replaceAll(GAP, () => `$${stop++}`);
}

/** How many gaps a text has. */
export function countGaps(text: string): number {
  return text.split(GAP).length - 1;
}
