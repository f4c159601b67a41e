import { DocumentDiagnosticReportKind, type CancellationToken, type Connection, type Diagnostic, type DocumentDiagnosticReport } from 'vscode-languageserver';
import type { Checker } from '../findings/checker';
import type { Documents, OpenDocument } from './documents';
import { toDiagnostic } from './translate';

/** The longest that checking keeps other requests waiting, in milliseconds. */
const TURN = 15;

export interface DiagnosticsOptions {
  connection: Connection;
  documents: Documents;
  checkerFor(uri: string): Checker;
  rulePages: string;
  /** Lets everything else that waits have its turn. */
  yield(): Promise<void>;
}

/** What is wrong with a document, for clients that ask (pull) and for those that listen (push). */
export class Diagnostics {
  private readonly scheduled = new Set<string>();

  constructor(private readonly options: DiagnosticsOptions) {}

  /** The answer to a client that asks; `unchanged` where it has seen this version, checked in this way, already. */
  async report(uri: string, previousResultId: string | undefined, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    const document = await this.settled(uri, token);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = `${document.version}.${checkerNumber(this.options.checkerFor(uri))}`;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: this.of(document) };
  }

  /** Tells a client that listens; several changes in one turn are told once. */
  publishSoon(uri: string): void {
    if (this.scheduled.has(uri)) return;
    this.scheduled.add(uri);
    void this.options.yield().then(async () => {
      this.scheduled.delete(uri);
      const document = await this.settled(uri);
      if (document) await this.options.connection.sendDiagnostics({ uri, version: document.version, diagnostics: this.of(document) });
    });
  }

  /** Closes the list of a document that is no longer open. */
  clear(uri: string): void {
    void this.options.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /**
   * Checks a document record by record, giving way to other requests in between, until all of its newest version is checked; that
   * version, or undefined where it was closed meanwhile or nobody waits any more.
   */
  private async settled(uri: string, token?: CancellationToken): Promise<OpenDocument | undefined> {
    for (;;) {
      const document = this.options.documents.get(uri);
      if (!document || token?.isCancellationRequested) return undefined;
      const checker = this.options.checkerFor(uri);
      const end = performance.now() + TURN;
      const allChecked = document.stream.slices.every(slice => {
        if (!checker.hasChecked(slice) && performance.now() > end) return false;
        checker.findings(slice);
        return true;
      });
      if (allChecked) return document;
      await this.options.yield();
    }
  }

  private of(document: OpenDocument): Diagnostic[] {
    const checker = this.options.checkerFor(document.uri);
    return document.stream.slices.flatMap((slice, index) => checker.findings(slice).map(finding => toDiagnostic(finding, document.stream, index, document.uri, this.options.rulePages)));
  }
}

const numbers = new WeakMap<Checker, number>();
let next = 1;

/** Tells checkers apart, so that a new configuration makes a new result. */
function checkerNumber(checker: Checker): number {
  if (!numbers.has(checker)) numbers.set(checker, next++);
  return numbers.get(checker)!;
}
