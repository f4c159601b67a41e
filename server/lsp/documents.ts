import type { Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { RecordStream } from '../records/stream';

/** A document that is open in the editor, at one version. */
export interface OpenDocument {
  /** Its address as the client spells it: answers must spell it so. */
  uri: string;
  /** Its address as the workspace spells it. */
  key: string;
  version: number;
  stream: RecordStream;
  readonly session: Session;
}

/** The same at every version of a document, from when it is opened to when it is closed: what is kept for it goes with it. */
export interface Session {
  /** That of no other. */
  readonly number: number;
}

/** The open documents. Every document that the client sends is taken for records, whatever its language id. */
export class Documents {
  private readonly open = new Map<string, OpenDocument>();
  private sessions = 0;
  /** A greater number after every change. */
  changes = 0;

  /** @param normalize one spelling for every way to write an address */
  constructor(readonly normalize: (uri: string) => string) {}

  get(uri: string): OpenDocument | undefined {
    return this.open.get(this.normalize(uri));
  }

  /** The one of a session that has not ended. */
  ofSession(number: number): OpenDocument | undefined {
    return this.all().find(({ session }) => session.number === number);
  }

  all(): OpenDocument[] {
    return [...this.open.values()];
  }

  /** @param known the same file as it was read from disk: records that are the same are not read again */
  opened(uri: string, version: number, text: string, known?: RecordStream): OpenDocument {
    return this.put({ uri, key: this.normalize(uri), version, stream: RecordStream.of(text, known), session: { number: ++this.sessions } });
  }

  /** Undefined where the document is not open: there is nothing to change then. */
  changed(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): OpenDocument | undefined {
    const before = this.get(uri);
    if (!before) return undefined;
    const stream = changes.reduce<RecordStream>((current, change) => current.edit('range' in change && change.range ? { range: inOrder(change.range), text: change.text } : { text: change.text }), before.stream);
    return this.put({ ...before, version, stream });
  }

  /** Hands a document on to others, where it turns out to be of their kind. */
  handOver(document: OpenDocument, to: Documents): void {
    this.closed(document.uri);
    to.put(document);
  }

  closed(uri: string): void {
    this.changes++;
    this.open.delete(this.normalize(uri));
  }

  private put(document: OpenDocument): OpenDocument {
    this.changes++;
    this.open.set(document.key, document);
    return document;
  }
}

/** A range whose start is not behind its end, as it must not be. */
function inOrder({ start, end }: Range): Range {
  return start.line > end.line || (start.line === end.line && start.character > end.character) ? { start: end, end: start } : { start, end };
}
