// Runs in a page about many records. Puts what it is sent into the page, touching only what differs, keeps tables as the reader arranged them,
// tells which text or journey the reader has chosen, and draws pictures.
import morphdom from 'morphdom';
import type { FromPage, PageMessage, PageState, ToPage } from '../../server/lsp/protocol';
import { linesOf } from './page-lines';
import { drawPng } from './picture';
import { arrangeTables, followReader, type Arrangements } from './tables';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; getState(): PageState | undefined; setState(state: PageState): void };

/** How long nothing happens before the state is kept, in milliseconds. */
const CALM = 200;

const api = acquireVsCodeApi();
const root = document.getElementById('record') as HTMLElement;
const kept = api.getState();
let subject = kept?.subject;
let arrangements = (kept?.arrangements ?? {}) as Arrangements;
let isFirst = true;
let revision: number | null = null;
let lines: readonly string[] = [];
let places: readonly number[] = [];
let saving: ReturnType<typeof setTimeout> | undefined;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'page') show(data);
  else void drawPng(data).then(png => api.postMessage({ type: 'drawn', png }), () => api.postMessage({ type: 'drawn', png: null }));
});
window.addEventListener('scroll', keep, { passive: true });
root.addEventListener('click', event => { if (getSelection()?.isCollapsed ?? true) choose(event); });
api.postMessage({ type: 'ready' });

function show(message: PageMessage): void {
  if (message.since !== null && message.since !== revision) {
    api.postMessage({ type: 'ready' });
    return;
  }
  revision = message.revision;
  places = message.places ?? (message.since === null ? [] : places);
  if (!message.pieces) return;
  lines = linesOf(message.pieces, lines);
  const isSame = JSON.stringify(subject) === JSON.stringify(message.subject);
  if (!isSame) arrangements = {};
  const wanted = root.cloneNode(false) as HTMLElement;
  wanted.innerHTML = lines.join('\n');
  wanted.querySelectorAll('[data-leads]').forEach((element, i) => element.setAttribute('data-leads', String(i)));
  arrangeTables(wanted, arrangements);
  morphdom(root, wanted, {
    childrenOnly: true,
    onBeforeElUpdated(from, to) {
      if (isSame && !isFirst && from instanceof HTMLDetailsElement && to instanceof HTMLDetailsElement) to.open = from.open;
      return !from.isEqualNode(to);
    },
  });
  if (isFirst) {
    followReader(root, arrangements, keep);
    window.scrollTo(0, isSame ? kept?.scroll ?? 0 : 0);
  }
  isFirst = false;
  subject = message.subject;
  keep();
}

/** Tells what an element stands for; links and the heads of sections that open keep their own meaning. */
function choose(event: Event): void {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement | SVGElement>('[data-leads], [data-journey], a[href], summary') : null;
  const { leads, journey } = element?.dataset ?? {};
  if (journey !== undefined) api.postMessage({ type: 'journey', authority: journey });
  else if (leads !== undefined) api.postMessage({ type: 'go', file: places[2 * Number(leads)]!, line: places[2 * Number(leads) + 1]! });
  else return;
  event.preventDefault();
}

function keep(): void {
  clearTimeout(saving);
  saving = setTimeout(() => { if (subject) api.setState({ subject, scroll: window.scrollY, arrangements }); }, CALM);
}
