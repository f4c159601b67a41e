// Runs inside the preview. Puts the views it is sent into the page, touching only what differs, and tells which text the reader has chosen.
import morphdom from 'morphdom';
import type { FromWebview, Place, PreviewState, ShowMessage } from '../../server/lsp/protocol';

declare function acquireVsCodeApi(): { postMessage(message: FromWebview): void; getState(): PreviewState | undefined; setState(state: PreviewState): void };

const api = acquireVsCodeApi();
const root = document.getElementById('record') as HTMLElement;
let record: string | undefined;

window.addEventListener('message', ({ data }: MessageEvent<ShowMessage>) => { if (data.type === 'show') show(data); });
root.addEventListener('click', event => { if (getSelection()?.isCollapsed ?? true) choose(event); });
root.addEventListener('keydown', event => { if (event.key === 'Enter') choose(event); });
window.addEventListener('scroll', () => {
  const state = api.getState();
  if (state) api.setState({ ...state, scroll: window.scrollY });
}, { passive: true });
api.postMessage({ type: 'ready' });

function show(message: ShowMessage): void {
  const wanted = root.cloneNode(false) as HTMLElement;
  wanted.innerHTML = message.html;
  const sameRecord = record === message.record;
  morphdom(root, wanted, {
    childrenOnly: true,
    onBeforeElUpdated(from, to) {
      if (sameRecord) keepOpen(from, to);
      return !from.isEqualNode(to);
    },
  });
  document.body.classList.toggle('stale', message.stale);
  // A page that has just been loaded again returns to where it was; another record starts at its top.
  if (!sameRecord) window.scrollTo(0, record === undefined ? api.getState()?.scroll ?? 0 : 0);
  record = message.record;
  api.setState({ uri: message.uri, place: message.place, scroll: window.scrollY });
}

/** What the reader has opened or closed stays so. */
function keepOpen(from: HTMLElement, to: HTMLElement): void {
  if (from instanceof HTMLDetailsElement && to instanceof HTMLDetailsElement) to.open = from.open;
}

/** Tells the place in the text that the element stands for; links and the heads of sections that open keep their own meaning. */
function choose(event: Event): void {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line], a[href], summary') : null;
  if (!element?.dataset.line) return;
  const place: Place = { line: Number(element.dataset.line), character: Number(element.dataset.character ?? 0) };
  event.preventDefault();
  api.postMessage({ type: 'reveal', place });
}
