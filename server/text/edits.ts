import type { Span } from './span';

/** The text with every edit made. Edits are of the text as it is now, do not overlap, and may come in any order; those at one place keep theirs. */
export function applyEdits(text: string, edits: readonly (Span & { text: string })[]): string {
  let result = '';
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return result + text.slice(done);
}
