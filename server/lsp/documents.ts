import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { RecordStream } from '../records/stream';

/** A document that is open in the editor, at one version. */
export interface OpenDocument {
  uri: string;
  version: number;
  stream: RecordStream;
}

/** The open documents. Every document that the client sends is taken for records, whatever its language id. */
export class Documents {
  private readonly open = new Map<string, OpenDocument>();

  get(uri: string): OpenDocument | undefined {
    return this.open.get(uri);
  }

  all(): OpenDocument[] {
    return [...this.open.values()];
  }

  opened(uri: string, version: number, text: string): OpenDocument {
    const document = { uri, version, stream: RecordStream.of(text) };
    this.open.set(uri, document);
    return document;
  }

  /** Undefined where the document is not open: there is nothing to change then. */
  changed(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): OpenDocument | undefined {
    const before = this.open.get(uri);
    if (!before) return undefined;
    const stream = changes.reduce<RecordStream>((current, change) => current.edit('range' in change ? change : { text: change.text }), before.stream);
    const document = { uri, version, stream };
    this.open.set(uri, document);
    return document;
  }

  closed(uri: string): void {
    this.open.delete(uri);
  }
}
