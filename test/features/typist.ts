import { complete, type CompletionItem } from '../../server/features/completion';
import type { Finding } from '../../server/findings/finding';
import type { OpenDocument } from '../../server/lsp/documents';
import { TypingWatch } from '../../server/lsp/typing';
import type { Slice } from '../../server/records/slice';
import { RecordStream } from '../../server/records/stream';
import { AmongOthers } from '../../server/workspace/among';
import { Workspace } from '../../server/workspace/workspace';
import { newChecker } from '../support/checker';

const URI = 'file:///typed';

/** Those whose keys may still be warm. */
const typists = new Set<Typist>();
afterEach(() => {
  for (const typist of typists) typist.close();
  typists.clear();
});

/** What was seen after some keys: the text up to the caret, and the findings that an editor would show then. */
export interface Seen {
  typed: string;
  findings: readonly Finding[];
}

export interface TypistOptions {
  /** Records of other files. */
  others?: readonly RecordStream[];
  /** Whether what stands there is shown already, with all that is wrong with it. */
  isShown?: boolean;
  /** How long the keys rest before everything is shown, in milliseconds. */
  pause?: number;
}

/** Someone who writes in the last record of a document, and sees what an editor would show after each key. */
export class Typist {
  /** How often the editor was told to look again because the keys rest or the cursor has left. */
  told = 0;
  private readonly checker = newChecker();
  private readonly workspace = new Workspace(this.checker.reader);
  private readonly among = new AmongOthers(this.workspace);
  private readonly watch: TypingWatch;
  private document: OpenDocument;

  /** @param text what stands there already */
  constructor(text = '', { others = [], isShown = false, pause = 60_000 }: TypistOptions = {}) {
    this.watch = new TypingWatch(() => this.told++, () => pause);
    others.forEach((stream, number) => this.workspace.set(`file:///others/${number}`, stream));
    this.document = { uri: URI, key: URI, version: 0, stream: RecordStream.of(text), session: { number: 0 } };
    this.workspace.set(URI, this.document.stream);
    typists.add(this);
    if (isShown) for (const slice of this.document.stream.slices) this.among.findings(slice, this.checker);
  }

  get slice(): Slice {
    return this.document.stream.slices.at(-1)!;
  }

  /** What is seen now. */
  get visible(): readonly Finding[] {
    return this.watch.visible(this.document, this.document.stream.slices.length - 1, this.among.findings(this.slice, this.checker), this.checker);
  }

  /** What is seen after words from `start` to `end`, offsets in the last record, have become others. */
  put(start: number, end: number, text: string): readonly Finding[] {
    const before = this.document;
    const index = before.stream.slices.length - 1;
    const stream = before.stream.edit({ range: { start: before.stream.positionOf(index, start), end: before.stream.positionOf(index, end) }, text });
    this.document = { ...before, version: before.version + 1, stream };
    this.workspace.set(URI, stream);
    const { line, character } = before.stream.positionOf(index, start);
    const lines = text.split('\n');
    this.watch.typed(before, this.document, { line: line + lines.length - 1, character: lines.length > 1 ? lines.at(-1)!.length : character + text.length }, text, this.checker);
    return this.visible;
  }

  /** Everything that is seen while a text is typed key by key at an offset, by default behind all that stands there. */
  type(text: string, at = this.slice.text.length): Seen[] {
    const seen: Seen[] = [];
    for (const key of text) {
      // What marks the end of a record begins another.
      const offset = Math.min(at, this.slice.text.length);
      const findings = this.put(offset, offset, key);
      at = offset + key.length;
      if (findings.length) seen.push({ typed: this.slice.text.slice(0, at), findings });
    }
    return seen;
  }

  /** What is offered at an offset. */
  offers(at: number): readonly CompletionItem[] {
    return complete(this.slice, at, this.checker).items;
  }

  /** The cursor is put somewhere in the document, by its line. */
  goTo(line: number): void {
    this.watch.cursorAt(this.document, { line, character: 0 });
  }

  save(): void {
    this.watch.settled(URI);
  }

  close(): void {
    this.watch.closed(URI);
  }
}

/** What was seen, for people. */
export function told(seen: readonly Seen[]): string[] {
  return seen.map(({ typed, findings }) => `${JSON.stringify(typed.slice(-40))}: ${findings.map(({ rule, message }) => `${rule}: ${message}`).join(' | ')}`);
}
