import type { PagePiece } from './protocol';

/** A page about many records, as it is sent. Where its elements lead is told apart from it: so its lines stay as they are when lines of a file come and go. */
export interface PageText {
  lines: readonly string[];
  /** File and line of each element that leads to a text, in the order of the page. */
  places: readonly number[];
}

/** As `attributes` writes them: in a text between tags, quotation marks are written in another way. */
const PLACE = / data-file="(\d+)" data-line="(\d+)"/g;

export function pageText(html: string): PageText {
  const places: number[] = [];
  const text = html.replace(PLACE, (_, file: string, line: string) => {
    places.push(Number(file), Number(line));
    return ' data-leads=""';
  });
  return { lines: text.split('\n'), places };
}

/** The lines of a page, in as many pieces of the page before as there are; undefined where they are the same. */
export function changedPieces(lines: readonly string[], before: readonly string[]): PagePiece[] | undefined {
  if (lines.length === before.length && lines.every((line, i) => line === before[i])) return undefined;
  const known = new Map(before.map((line, i) => [line, i]));
  const pieces: PagePiece[] = [];
  for (const line of lines) {
    const last = pieces.at(-1);
    const at = known.get(line);
    // What goes on where the last piece ends belongs to it, wherever else such a line stands.
    if (typeof last === 'object' && before[last[1]] === line) last[1]++;
    else if (at !== undefined) pieces.push([at, at + 1]);
    else if (typeof last === 'string') pieces[pieces.length - 1] = `${last}\n${line}`;
    else pieces.push(line);
  }
  return pieces;
}

/** The places, where they are others than before. */
export function changedPlaces(places: readonly number[], before: readonly number[]): number[] | undefined {
  return places.length === before.length && places.every((place, i) => place === before[i]) ? undefined : [...places];
}
