import { previewRequest, type PreviewBlock, type PreviewResult } from '../../../server/lsp/protocol';
import type { Asked, Knowledge } from './knowledge';
import type { Wire } from './wire';

/** A part of a page with all that is in it. */
type Part = Required<PreviewBlock>;

/** The note above the page. */
const NOTE = 'note';

/** A preview as the panel keeps it: of each answer only what is new is sent, and put into the page that there is. */
export class Page {
  private parts: readonly Part[] = [];
  private revision?: number;
  /** What was shown last of a text that could be read, and of which record. */
  private good?: { of: string; parts: readonly Part[] };

  constructor(private readonly wire: Wire, private readonly preview: string) {}

  /** The page about the record at a place, as it is after this answer. */
  async ask({ uri, place }: Asked): Promise<Knowledge> {
    const result = await this.wire.request<PreviewResult>(previewRequest, { preview: this.preview, textDocument: { uri }, position: place, revision: this.revision });
    if (result.since !== null && result.since !== this.revision) throw new Error(`The page has revision ${this.revision}, and is sent what is new since ${result.since}.`);
    const known = new Map(result.since === null ? [] : this.parts.map(part => [part.id, part]));
    this.parts = result.blocks.map(block => ({ ...known.get(block.id), ...block }) as Part);
    this.revision = result.revision;
    const { version, title, recordIndex, lines, stale } = result;
    const of = `${uri} ${recordIndex}`;
    // A view that is out of date is the last good one, whatever else has changed meanwhile; only the note above it is about the text as it is.
    if (stale) return { version, recordIndex, lines, stale, parts: withoutNote(this.parts), lastGood: this.good?.of === of ? withoutNote(this.good.parts) : 'of another record' };
    this.good = { of, parts: this.parts };
    return { version, title, recordIndex, lines, stale, parts: this.parts };
  }

  /** Asks for the whole page: what was put together of parts must be no other. */
  async whole(asked: Asked): Promise<{ patched: readonly Part[]; whole: readonly Part[] }> {
    const patched = this.parts;
    this.revision = undefined;
    await this.ask(asked);
    return { patched, whole: this.parts };
  }

  close(): void {
    this.wire.notify('inspectionRecords/previewClosed', { preview: this.preview });
    this.revision = undefined;
    this.parts = [];
  }
}

function withoutNote(parts: readonly Part[]): readonly Part[] {
  return parts.filter(({ id }) => id !== NOTE);
}
