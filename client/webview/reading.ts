import type { Page } from './patch';

/** An element that stands for a line of the text, and how far it is from the top of the page. */
interface Mark {
  element: HTMLElement;
  line: number;
  top: number;
}

/** Everything that is to be seen and stands for a line of the document that is shown, in the order of the page. */
function marks(page: Page): Mark[] {
  return [...document.querySelectorAll<HTMLElement>('[data-place]')].flatMap(element => {
    const place = page.placeOf(element);
    const box = element.getClientRects()[0];
    return place && place.uri === undefined && box ? [{ element, line: place.line, top: box.top + window.scrollY }] : [];
  });
}

/** The element that stands for a line: for it, or else for the nearest line above it. */
export function elementFor(line: number, page: Page): HTMLElement | undefined {
  let best: Mark | undefined;
  // Of several that stand for one line, the first is around the others.
  for (const mark of marks(page)) if (mark.line <= line && (!best || mark.line > best.line)) best = mark;
  return best?.element;
}

/** How far the page has to be scrolled so that what stands for a line is at its top, in pixels. */
export function topFor(line: number, page: Page): number {
  const inText = marks(page).sort((a, b) => a.line - b.line || a.top - b.top);
  const [before, after] = [inText.findLast(mark => mark.line <= line), inText.find(mark => mark.line > line)];
  if (!before || before.line === inText[0]!.line) return 0;
  // Where page and text run the same way, lines in between lie in between.
  const share = after && after.top > before.top ? (line - before.line) / (after.line - before.line) : 0;
  return before.top + share * ((after?.top ?? before.top) - before.top);
}

/** The line that stands at the top of what is to be seen of the page; undefined where nothing stands for a line. */
export function lineAtTop(page: Page): number | undefined {
  const onPage = marks(page).sort((a, b) => a.top - b.top || b.line - a.line);
  if (!onPage.length) return undefined;
  if (window.scrollY <= 0) return Math.min(...onPage.map(({ line }) => line));
  const [before, after] = [onPage.findLast(({ top }) => top <= window.scrollY + 1) ?? onPage[0]!, onPage.find(({ top }) => top > window.scrollY + 1)];
  const share = after && after.line > before.line ? Math.max(0, window.scrollY - before.top) / (after.top - before.top) : 0;
  return Math.floor(before.line + share * ((after?.line ?? before.line) - before.line));
}
