import type { HtmlBlock } from '../summary/html';
import type { PreviewBlock } from './protocol';

/** The parts of a page, without what the client has already. */
export function changedBlocks(blocks: readonly HtmlBlock[], shown: readonly HtmlBlock[] = []): PreviewBlock[] {
  const before = new Map(shown.map(block => [block.id, block]));
  return blocks.map(({ id, html, places }) => {
    const known = before.get(id);
    return {
      id,
      html: known?.html.text === html.text ? undefined : html.text,
      places: known && samePlaces(known.places, places) ? undefined : [...places],
    };
  });
}

function samePlaces(a: HtmlBlock['places'], b: HtmlBlock['places']): boolean {
  return a.length === b.length && a.every((place, index) => {
    const other = b[index]!;
    return place.line === other.line && place.character === other.character && place.uri === other.uri;
  });
}
