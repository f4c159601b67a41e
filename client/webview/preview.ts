// Runs inside the preview. Puts the parts of a view that it is sent into the page, tells which text the reader has chosen, and scrolls with
// the text.
import type { FromWebview, PreviewState, ShowMessage, ToWebview } from '../../server/lsp/protocol';
import { Page } from './patch';
import { elementFor, lineAtTop, topFor } from './reading';

declare function acquireVsCodeApi(): { postMessage(message: FromWebview): void; getState(): PreviewState | undefined; setState(state: PreviewState): void };

/** A page moves by itself when it is patched or scrolled from here; what it tells of that for so long is no wish of the reader, in milliseconds. */
const ECHO = 150;

/** How long nothing happens before the state is kept, in milliseconds: it is there for a reload of the window, and none comes at a key press. */
const CALM = 200;

/** A page larger than this is not kept: it is shown again when the server has started. In UTF-16 units. */
const LARGEST = 300_000;

const api = acquireVsCodeApi();
const root = document.getElementById('record') as HTMLElement;
const page = new Page(root);
const kept = api.getState();
let record = kept?.page === undefined ? undefined : kept.record;
let revision: number | null = null;
let state: ShowMessage['state'] | undefined = kept;
let cursor: number | null = null;
let movesByItself = 0;
let saving: ReturnType<typeof setTimeout> | undefined;
let telling = 0;

if (kept?.page) root.innerHTML = kept.page;
window.addEventListener('message', ({ data }: MessageEvent<ToWebview>) => {
  if (data.type === 'show') show(data);
  else if (data.type === 'cursor') markCursor(data.line, true);
  else scrollTo(topFor(data.line, page));
});
root.addEventListener('click', event => { if (getSelection()?.isCollapsed ?? true) choose(event); });
root.addEventListener('keydown', event => { if (event.key === 'Enter') choose(event); });
window.addEventListener('scroll', scrolled, { passive: true });
if (kept) scrollTo(kept.scroll);
api.postMessage({ type: 'ready' });

function show(message: ShowMessage): void {
  const isSame = record === message.record;
  if ((message.since !== null && message.since !== revision) || !page.show(message.blocks, isSame)) {
    api.postMessage({ type: 'ready' });
    return;
  }
  movesByItself = performance.now() + ECHO;
  document.body.classList.toggle('stale', message.stale);
  // A page that has just been loaded again returns to where it was; another record starts at its top.
  if (!isSame) scrollTo(record === undefined ? kept?.scroll ?? 0 : 0);
  ({ record, revision, state } = message);
  markCursor(cursor, false);
  keep();
}

/** Marks the element that stands for the line with the cursor. */
function markCursor(line: number | null, comesIntoView: boolean): void {
  cursor = line;
  const element = line === null ? undefined : elementFor(line, page);
  for (const marked of document.querySelectorAll('.current')) if (marked !== element) marked.classList.remove('current');
  element?.classList.add('current');
  if (!element || !comesIntoView) return;
  movesByItself = performance.now() + ECHO;
  element.scrollIntoView({ block: 'nearest' });
}

function scrollTo(top: number): void {
  movesByItself = performance.now() + ECHO;
  window.scrollTo({ top, behavior: 'instant' });
}

/** Tells of what the reader has scrolled to, once for each picture that is drawn. */
function scrolled(): void {
  keep();
  if (performance.now() < movesByItself || telling) return;
  telling = requestAnimationFrame(() => {
    telling = 0;
    const line = lineAtTop(page);
    if (line !== undefined) api.postMessage({ type: 'scrolled', line });
  });
}

/** Tells the place in the text that the element stands for; links and the heads of sections that open keep their own meaning. */
function choose(event: Event): void {
  const element = event.target instanceof Element ? event.target.closest('[data-place], [data-from], a[href], summary') : null;
  const place = element && page.placeOf(element);
  if (!place) return;
  event.preventDefault();
  api.postMessage({ type: 'reveal', place });
}

function keep(): void {
  clearTimeout(saving);
  saving = setTimeout(() => {
    if (!state) return;
    const { uri, place, locked } = state;
    const shown = root.innerHTML;
    api.setState({ uri, place, locked, record, scroll: window.scrollY, page: shown.length <= LARGEST ? shown : undefined });
  }, CALM);
}
