import morphdom from 'morphdom';
import type { PreviewBlock, PreviewPlace } from '../../server/lsp/protocol';

/** The note stands above the page, so that it comes and goes without the page being another one. */
const NOTE = 'note';

/** The page of a preview: parts that are put in, changed and taken away one by one, touching only what differs. */
export class Page {
  private readonly places = new Map<string, readonly PreviewPlace[]>();

  constructor(private readonly root: HTMLElement) {}

  private get main(): HTMLElement {
    return this.root.querySelector('main')!;
  }

  /**
   * Makes the page consist of these parts, in order.
   * @param isSame whether it shows the same record: then what the reader has opened or closed stays so
   * @returns false where a part that is not there has no content; then the page is as it was
   */
  show(blocks: readonly PreviewBlock[], isSame: boolean): boolean {
    if (blocks.some(({ id, html }) => html === undefined && !this.part(id))) return false;
    if (!isSame) for (const details of this.main.querySelectorAll('details')) details.open = true;
    const ids = new Set(blocks.map(({ id }) => id));
    for (const part of [...this.main.children]) if (!ids.has(part.id)) part.remove();
    for (const id of [...this.places.keys()]) if (!ids.has(id)) this.places.delete(id);
    blocks.filter(({ id }) => id !== NOTE).reduce<Element | null>((before, block) => this.put(block, before, isSame), null);
    for (const block of blocks) if (block.id === NOTE) this.put(block, null, isSame, this.root);
    return true;
  }

  /** Where an element leads, be it itself or something around it. */
  placeOf(element: Element): PreviewPlace | undefined {
    const { place, from } = (element as HTMLElement).dataset;
    const index = place ?? from;
    if (index === undefined) return undefined;
    for (let part: Element | null = element; part; part = part.parentElement) {
      const places = part.id && this.places.get(part.id);
      if (places) return places[Number(index)];
    }
    return undefined;
  }

  /** Puts a part behind another one, or first; the part as it is now. */
  private put({ id, html, places }: PreviewBlock, before: Element | null, isSame: boolean, parent: Element = this.main): Element {
    if (places) this.places.set(id, places);
    const known = this.part(id);
    const part = html === undefined ? known! : known ? morph(known, parse(html), isSame) : parse(html);
    const follower = before ? before.nextElementSibling : parent.firstElementChild;
    if (part !== follower) parent.insertBefore(part, follower);
    return part;
  }

  private part(id: string): HTMLElement | null {
    return this.root.querySelector(`:scope > #${CSS.escape(id)}, :scope > main > #${CSS.escape(id)}`);
  }
}

function parse(html: string): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild as HTMLElement;
}

function morph(from: HTMLElement, to: HTMLElement, isSame: boolean): HTMLElement {
  return morphdom(from, to, {
    onBeforeElUpdated(old, wanted) {
      if (isSame && old instanceof HTMLDetailsElement && wanted instanceof HTMLDetailsElement) wanted.open = old.open;
      return !old.isEqualNode(wanted);
    },
  }) as HTMLElement;
}
