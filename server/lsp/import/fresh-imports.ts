import type { Draft } from '../../import/draft';
import { FreshRecords, type ReadAt } from '../../import/fresh-records';
import type { Checker } from '../../findings/checker';
import type { Hover } from '../../features/hover';
import { placeAt } from '../../features/place';
import type { Slice } from '../../records/slice';
import { escapeMarkdown } from '../../text/markdown';
import type { Documents, OpenDocument } from '../documents';

/** What records of open documents were imported, as long as the documents stay open. */
export class FreshImports {
  /** Documents that got records and are not open yet. */
  private readonly waiting = new Map<string, readonly Draft[]>();
  private readonly byDocument = new Map<string, { drafts: readonly Draft[]; records: FreshRecords }>();

  constructor(private readonly documents: Documents, private readonly checkerFor: (uri: string) => Checker) {}

  /** Records were imported into a document; the edit that puts them there may be on its way. */
  add(uri: string, drafts: readonly Draft[]): void {
    this.waiting.set(this.keyOf(uri), drafts);
    this.changed(uri);
  }

  /** A document was opened, changed or closed. */
  changed(uri: string): void {
    const key = this.keyOf(uri);
    const document = this.documents.get(uri);
    if (!document) {
      this.byDocument.delete(key);
      return;
    }
    const drafts = this.waiting.get(key) ?? (this.byDocument.has(key) ? undefined : this.savedAs(document));
    this.waiting.delete(key);
    if (drafts) this.byDocument.set(key, { drafts, records: new FreshRecords(document.stream.slices, drafts, slice => this.checkerFor(uri).inspection(slice)) });
    else this.byDocument.get(key)?.records.follow(document.stream.slices);
  }

  /** A document that had no name yet is opened as a file when it is saved, before it is closed. */
  private savedAs({ stream }: OpenDocument): readonly Draft[] | undefined {
    for (const [key, { drafts }] of this.byDocument) {
      const unnamed = key.startsWith('untitled:') ? this.documents.get(key)?.stream : undefined;
      if (unnamed?.length === stream.length && unnamed.text === stream.text) return drafts;
    }
    return undefined;
  }

  /** Where the value at an offset of a slice was read, in words; undefined where it is not as it was read. */
  hover(uri: string, slice: Slice, offset: number): Hover | undefined {
    const fresh = this.byDocument.get(this.keyOf(uri))?.records;
    if (!fresh) return undefined;
    const { scalar, path, isKey } = placeAt(this.checkerFor(uri).inspection(slice)?.root ?? null, offset);
    const read = scalar && !isKey ? fresh.find(slice, path, scalar.text) : undefined;
    return read && { markdown: inWords(read), span: { start: scalar!.start, end: scalar!.end } };
  }

  private keyOf(uri: string): string {
    return this.documents.normalize(uri);
  }
}

/** "Read on page 1 of kirklees.pdf: “Overall effectiveness: Good”" */
function inWords({ place, words, origin }: ReadAt): string {
  const where = /^page\b/.test(place) ? `on ${place}` : `in ${place}`;
  const source = origin.includes(place) ? `in ${origin}` : `${where} of ${origin}`;
  return `Read ${escapeMarkdown(source)}: “${escapeMarkdown(words.replace(/\s+/g, ' '))}”`;
}
