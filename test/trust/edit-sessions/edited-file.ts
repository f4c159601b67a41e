import type { Position, TextDocumentContentChangeEvent, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Wire } from './wire';

/** A change of a text: offsets in UTF-16 units. */
export interface Change {
  from: number;
  to: number;
  text: string;
}

/** Nobody takes back more edits than this. */
const MOST_UNDONE = 30;

/** A file that is open in the editor. Its text is the editor's own: changed as the protocol says, by the protocol's library, whatever the server thinks. */
export class EditedFile {
  caret = 0;
  private document: TextDocument;
  private done: string[] = [];
  private undone: string[] = [];

  /** @param changed told of every event that was sent */
  constructor(readonly uri: string, text: string, private readonly wire: Wire, private readonly changed: () => Promise<void>) {
    this.document = TextDocument.create(uri, 'inspection-record', 1, text);
  }

  get text(): string {
    return this.document.getText();
  }

  get version(): number {
    return this.document.version;
  }

  get place(): Position {
    return this.document.positionAt(this.caret);
  }

  /** The line of the cursor: where it begins and ends, without its break. */
  get line(): { number: number; start: number; end: number; text: string } {
    return this.lineAt(this.place.line);
  }

  get lineCount(): number {
    return this.document.lineCount;
  }

  lineAt(number: number): { number: number; start: number; end: number; text: string } {
    const start = this.document.offsetAt({ line: number, character: 0 });
    const next = number + 1 < this.document.lineCount ? this.document.offsetAt({ line: number + 1, character: 0 }) : this.text.length;
    const text = this.text.slice(start, next).replace(/[\n\r]+$/, '');
    return { number, start, end: start + text.length, text };
  }

  positionAt(offset: number): Position {
    return this.document.positionAt(offset);
  }

  offsetAt(position: Position): number {
    return this.document.offsetAt(position);
  }

  open(text = this.text): void {
    this.document = TextDocument.create(this.uri, 'inspection-record', this.version + 1, text);
    this.caret = Math.min(this.caret, text.length);
    this.wire.notify('textDocument/didOpen', { textDocument: { uri: this.uri, languageId: 'inspection-record', version: this.version, text } });
  }

  close(): void {
    this.wire.notify('textDocument/didClose', { textDocument: { uri: this.uri } });
  }

  save(): void {
    this.wire.notify('textDocument/didSave', { textDocument: { uri: this.uri } });
  }

  /** Changes one place of the text; the cursor comes to stand behind it. */
  async put(from: number, to: number, text: string): Promise<void> {
    await this.send([{ range: { start: this.positionAt(from), end: this.positionAt(to) }, text }], { from, to, text });
  }

  /** Makes several changes at once: all of them are about the text as it is now, and are sent from the last to the first. */
  async edit(edits: readonly TextEdit[]): Promise<void> {
    if (!edits.length) return;
    const sorted = edits.map((edit, index) => ({ edit, index, from: this.offsetAt(edit.range.start) })).sort((a, b) => b.from - a.from || b.index - a.index);
    await this.send(sorted.map(({ edit: { range, newText: text } }) => ({ range, text })));
  }

  /** Sends changes as they are: each is about the text that the one before has made. */
  async send(changes: readonly TextDocumentContentChangeEvent[], put?: Change): Promise<void> {
    this.done = [...this.done, this.text].slice(-MOST_UNDONE);
    this.undone = [];
    await this.tell(changes, put);
  }

  undo(): Promise<void> {
    return this.become(this.done.pop(), this.undone);
  }

  redo(): Promise<void> {
    return this.become(this.undone.pop(), this.done);
  }

  private async become(text: string | undefined, kept: string[]): Promise<void> {
    if (text === undefined) return;
    kept.push(this.text);
    const change = difference(this.text, text);
    await this.tell([{ range: { start: this.positionAt(change.from), end: this.positionAt(change.to) }, text: change.text }], change);
  }

  private async tell(contentChanges: readonly TextDocumentContentChangeEvent[], put?: Change): Promise<void> {
    const version = this.version + 1;
    this.document = contentChanges.reduce((document, change) => afterwards(document, change, version), TextDocument.create(this.uri, this.document.languageId, version, this.text));
    this.caret = Math.min(put ? put.from + put.text.length : this.caret, this.text.length);
    this.wire.notify('textDocument/didChange', { textDocument: { uri: this.uri, version: this.version }, contentChanges });
    await this.changed();
  }
}

/** A document as a change makes it. Behind a range beyond the last line the library counts lines wrongly: they are counted anew each time. */
function afterwards(document: TextDocument, change: TextDocumentContentChangeEvent, version: number): TextDocument {
  TextDocument.update(document, [change], version);
  return TextDocument.create(document.uri, document.languageId, version, document.getText());
}

/** The one change that leads from a text to another. It does not begin or end within a line break, where no place is. */
function difference(before: string, after: string): Change {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from++;
  if (before[from - 1] === '\r') from--;
  let rest = 0;
  while (rest < Math.min(before.length, after.length) - from && before.at(-1 - rest) === after.at(-1 - rest)) rest++;
  if (rest > 0 && before.at(-rest) === '\n') rest--;
  return { from, to: before.length - rest, text: after.slice(from, after.length - rest) };
}
