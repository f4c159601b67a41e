import type { Checker } from '../findings/checker';
import { pairOf, type Node } from '../records/node';
import type { Slice } from '../records/slice';
import { valueAt } from '../reference/fields';
import { shorten } from '../text/quote';
import type { Span } from '../text/span';
import { keep } from './kept';
import { walk, type Path } from './place';

/** An address to open. Offsets in the slice, without quotation marks. */
export interface RecordLink extends Span {
  target: string;
  /** What it leads to: "Open a report file on Ofsted's site". */
  tooltip: string;
}

/** Every value of a record that is, as a whole, the address of a page on the web. */
export const links = keep((slice: Slice, checker: Checker): readonly RecordLink[] => {
  const { root } = slice.record;
  const found: RecordLink[] = [];
  if (!root || !/https?:\/\//i.test(slice.text)) return found;
  const holders: Node[] = [];
  walk(root, (node, path) => {
    holders[path.length] = node;
    if (node.kind !== 'scalar') return;
    const address = webAddress(node.text.trim());
    if (!address) return;
    const quoted = node.style === 'single' || node.style === 'double';
    const span = quoted ? { start: node.start + 1, end: node.end - 1 } : { start: node.start, end: node.end };
    if (isOneLine(slice.text, span)) found.push({ ...span, target: address.href, tooltip: `Open ${leadsTo(address, path, holders[path.length - 1], checker)}` });
  });
  return found;
});

/** The address that a text is; undefined for any other text. */
function webAddress(text: string): URL | undefined {
  return /^https?:\/\/[^\s<>"'`\\{}|^]+$/i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
}

/** What an address leads to: as the data knows it, as a title beside it says, or at least where. */
function leadsTo({ href, host }: URL, path: Path, holder: Node | undefined, { reference }: Checker): string {
  const known = reference.links.of(String(path[0])).find(link => path.length === 1 && link.matches(href));
  if (known) return known.leads_to;
  const title = holder?.kind === 'map' ? pairOf(holder, 'title')?.value : undefined;
  if (path.length > 1 && title?.kind === 'scalar' && title.text.trim()) return `'${shorten(title.text)}'`;
  const field = path.length === 1 ? valueAt(path)?.title : undefined;
  return field ? `${field.toLowerCase()} (${host})` : host;
}

function isOneLine(text: string, { start, end }: Span): boolean {
  return !/[\n\r]/.test(text.slice(start, end));
}
