/** Stands in a text for something that is still to be filled in. A character of the private use area: no data has it. */
export const GAP = '\uE000';

/** The text with its gaps left empty; the space in front of one goes with it. */
export function leaveGaps(text: string): string {
  return text.replaceAll(` ${GAP}`, '').replaceAll(GAP, '');
}

/** How many gaps a text has. */
export function countGaps(text: string): number {
  return text.split(GAP).length - 1;
}

/**
 * The text as a snippet, in the syntax of the Language Server Protocol: every gap is a tab stop.
 * @param first number of the first tab stop: snippets that are filled in together count on
 * @param choices what a gap is chosen from, by its number; editors open such a list on arrival, which they do for no other tab stop
 */
export function asSnippet(text: string, first = 1, choices: Readonly<Record<number, readonly string[]>> = {}): string {
  let stop = first;
  return text.replace(/[\\$}]/g, '\\$&').replaceAll(GAP, () => tabStop(stop, choices[stop++]));
}

function tabStop(number: number, choices: readonly string[] | undefined): string {
  return choices?.length ? `\${${number}|${choices.map(choice => choice.replace(/[\\,|]/g, '\\$&')).join(',')}|}` : `$${number}`;
}
