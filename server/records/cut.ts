/** No file holds as many records: all inspections there ever were are a few thousand. As many separators alone are more text than one record may have. */
export const MOST_RECORDS = 150_000;

/** Whether a text has more separators than records are read of one file. */
export function holdsTooMany(text: string): boolean {
  if (text.length < MOST_RECORDS * SHORTEST) return false;
  let count = 0;
  const found = markers(text);
  while (count <= MOST_RECORDS && !found.next().done) count++;
  return count > MOST_RECORDS;
}

/** A separator and its line break. */
const SHORTEST = '---\n'.length;

/**
 * Cutting a YAML stream into slices of one record each, by text alone: a line that begins with `---` or `...` ends a document
 * whatever scalar it stands in. A slice begins at its `---` line (with the comments and directives before it where it is the
 * first, or follows `...`) and ends before the next one, or after its own `...` line. Slices joined are the text. A text of more
 * records than anybody keeps in one file stays in one piece, which is then too large to be read.
 */
export function cut(text: string): string[] {
  if (holdsTooMany(text)) return [text];
  const slices: string[] = [];
  let start = 0;
  for (const marker of markers(text)) {
    if (marker.kind === '---') {
      if (!isPrologue(text.slice(start, marker.start))) start = take(start, marker.start);
    } else {
      start = take(start, endOfLine(text, marker.start));
    }
  }
  take(start, text.length);
  return slices.length ? slices : [''];

  function take(from: number, to: number): number {
    if (to > from) slices.push(text.slice(from, to));
    return to;
  }
}

/** Whether cutting `before + after` would cut between the two, given that both were cut from texts of their own. */
export function staysCut(before: string, after: string): boolean {
  if (!/[\n\r]$/.test(before) || (before.endsWith('\r') && after.startsWith('\n'))) return false;
  const last = before.slice(lastDocumentEnd(before));
  return last === '' || (/^---(?=[ \t\n\r]|$)/.test(after) && !isPrologue(last));
}

const MARKER = /(?:^|[\n\r])(---|\.\.\.)(?=[ \t\n\r]|$)/g;

function* markers(text: string): Generator<{ kind: string; start: number }> {
  for (const match of text.matchAll(MARKER)) {
    yield { kind: match[1]!, start: match.index + match[0].length - 3 };
  }
}

/** Where the line of the last `...` ends; 0 where there is none. */
function lastDocumentEnd(text: string): number {
  const last = [...markers(text)].findLast(({ kind }) => kind === '...');
  return last ? endOfLine(text, last.start) : 0;
}

function endOfLine(text: string, from: number): number {
  let i = from;
  while (i < text.length && text[i] !== '\n' && text[i] !== '\r') i++;
  if (text[i] === '\r' && text[i + 1] === '\n') i++;
  return Math.min(i + 1, text.length);
}

/** Whether a text holds nothing but blank lines, comments and directives (and so may stand before a `---` of the same record). */
function isPrologue(text: string): boolean {
  let i = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (i < text.length) {
    const directive = text[i] === '%';
    while (text[i] === ' ' || text[i] === '\t') i++;
    if (!directive && text[i] !== '#' && text[i] !== '\n' && text[i] !== '\r' && i < text.length) return false;
    i = endOfLine(text, i);
  }
  return true;
}
