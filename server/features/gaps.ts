import type { TextEdit } from '../rules/rule';
import { lineStartAt } from '../text/lines';
import type { Span } from '../text/span';

/** Stands in a text for something that is still to be filled in. A character of the private use area: no data has it. */
export const GAP = '\uE000';

/** The text with its gaps left empty; the space in front of one goes with it. */
export function leaveGaps(text: string): string {
  return text.replaceAll(` ${GAP}`, '').replaceAll(GAP, '');
}

/** The same for edits. */
export function withoutGaps(edits: readonly TextEdit[]): TextEdit[] {
  return edits.map(edit => ({ ...edit, text: leaveGaps(edit.text) }));
}

/** How many gaps a text has. */
export function countGaps(text: string): number {
  return text.split(GAP).length - 1;
}

/**
 * The text as a snippet, in the syntax of the Language Server Protocol: every gap is a tab stop.
 * @param first number of the first tab stop: snippets that are filled in together count on
 */
export function asSnippet(text: string, first = 1): string {
  let stop = first;
  return escaped(text).replaceAll(GAP, () => `$${stop++}`);
}

/** A part of a text, rewritten: plainly, or to be filled in. */
export interface FillIn extends Span {
  text: string;
  snippet: string;
}

/**
 * Edits with gaps made one that an editor can take as a snippet. It begins where its first line begins: editors indent the lines of
 * a snippet as the one that it is put into, and these have their indentation already.
 * @param edits of `text`; not none
 */
export function asFillIn(text: string, edits: readonly TextEdit[]): FillIn {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const start = lineStartAt(text, sorted[0]!.start);
  let [done, plain, snippet, stop] = [start, '', '', 1];
  for (const edit of sorted) {
    const before = text.slice(done, edit.start);
    plain += before + leaveGaps(edit.text);
    snippet += escaped(before) + asSnippet(edit.text, stop);
    stop += countGaps(edit.text);
    done = edit.end;
  }
  return { start, end: done, text: plain, snippet };
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
