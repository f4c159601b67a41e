import { DocumentDiagnosticReportKind, type CancellationToken, type Diagnostic, type DocumentDiagnosticReport, type ServerCapabilities } from 'vscode-languageserver';
import type { Checker } from '../findings/checker';
import type { Slice } from '../records/slice';
import type { ServerContext } from './context';
import type { OpenDocument } from './documents';
import { guard } from './guard';
import { toDiagnostic } from './translate';
import type { TypingWatch } from './typing';

/** The longest that checking keeps other requests waiting, in milliseconds. */
const TURN = 15;

/** What is wrong with the open documents: for clients that ask (pull) or, if they do not, for those that listen (push). Never both. */
export class Diagnostics {
  private readonly pulled: boolean;
  private readonly scheduled = new Set<string>();

  /** @param giveWay resolves when everything else that waits has had its turn */
  constructor(private readonly context: ServerContext, private readonly typing: TypingWatch, private readonly giveWay: () => Promise<void>) {
    const { connection, client } = context;
    this.pulled = !!client.textDocument?.diagnostic;
    if (this.pulled) {
      connection.languages.diagnostics.on(guard(connection, 'diagnostics', EMPTY, ({ textDocument, previousResultId }, token) => this.report(textDocument.uri, previousResultId, token)));
    }
  }

  get capabilities(): ServerCapabilities {
    return this.pulled ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } } : {};
  }

  /** A document was opened, changed or closed. A client that asks will ask by itself. */
  changed(uri: string): void {
    if (this.pulled) return;
    if (this.context.documents.get(uri)) this.publishSoon(uri);
    else void this.context.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Something else than the text changed: the configuration, other files, or the keys rest. */
  refresh(): void {
    if (!this.pulled) for (const { uri } of this.context.documents.all()) this.publishSoon(uri);
    else if (this.context.client.workspace?.diagnostics?.refreshSupport) this.context.connection.languages.diagnostics.refresh();
  }

  /** `unchanged` where the client has seen this version, checked in this way, already. */
  private async report(uri: string, previousResultId: string | undefined, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    const document = await this.settled(uri, token);
    if (!document) return EMPTY;
    const resultId = [document.version, numberOf(this.context.checkerFor(uri)), this.typing.state(document.uri), this.amongOthers(), this.context.workspace.changes].join('.');
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: this.of(document) };
  }

  /** Several changes in one turn are told once. */
  private publishSoon(uri: string): void {
    if (this.scheduled.has(uri)) return;
    this.scheduled.add(uri);
    void this.giveWay().then(async () => {
      this.scheduled.delete(uri);
      const document = await this.settled(uri);
      if (document) await this.context.connection.sendDiagnostics({ uri, version: document.version, diagnostics: this.of(document) });
    });
  }

  /**
   * Checks a document record by record, giving way to other requests in between, until all of its newest version is checked; that
   * version, or undefined where it was closed meanwhile or nobody waits any more.
   */
  private async settled(uri: string, token?: CancellationToken): Promise<OpenDocument | undefined> {
    for (;;) {
      const document = this.context.documents.get(uri);
      if (!document || token?.isCancellationRequested) return undefined;
      const checker = this.context.checkerFor(uri);
      const end = performance.now() + TURN;
      const allChecked = document.stream.slices.every(slice => {
        if (!checker.hasChecked(slice) && performance.now() > end) return false;
        checker.findings(slice);
        return true;
      });
      if (allChecked) return document;
      await this.giveWay();
    }
  }

  private of(document: OpenDocument): Diagnostic[] {
    const { uri, stream } = document;
    const checker = this.context.checkerFor(uri);
    const amongOthers = this.amongOthers();
    const findings = (slice: Slice) => (amongOthers ? this.context.among.findings(slice, checker) : checker.findings(slice));
    return stream.slices.flatMap((slice, index) => this.typing.visible(document, index, findings(slice), checker)
      .map(finding => toDiagnostic(finding, stream, index, uri, this.context.rulePages)));
  }

  /**
   * Whether records can be held against the others of the workspace: not before all of them are read. Until then a record is checked
   * by itself, and the client is told to ask again when the others are there.
   */
  private amongOthers(): boolean {
    const end = performance.now() + TURN;
    return this.context.workspace.advance(() => performance.now() > end);
  }
}

const EMPTY: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

const numbers = new WeakMap<Checker, number>();
let next = 1;

/** Tells checkers apart, so that a new configuration makes a new result. */
function numberOf(checker: Checker): number {
  if (!numbers.has(checker)) numbers.set(checker, next++);
  return numbers.get(checker)!;
}
