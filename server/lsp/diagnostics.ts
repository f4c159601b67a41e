import type { CancellationToken, Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport, ServerCapabilities } from 'vscode-languageserver';
import type { Checker } from '../findings/checker';
import type { Finding } from '../findings/finding';
import type { RecordStream } from '../records/stream';
import { FileFindings } from '../workspace/file-findings';
import { configurationDiagnostics, dataDiagnostics } from './configuration-files';
import { ask } from './connection';
import type { ServerContext } from './context';
import type { OpenDocument } from './documents';
import { isWholeWorkspaceRead } from './findings-of';
import { guard } from './guard';
import { DiagnosticSeverity, DocumentDiagnosticReportKind } from './kinds';
import { SOURCE, toDiagnostic } from './translate';
import { Turns } from './turns';
import type { TypingWatch } from './typing';
import { registerWorkspaceDiagnostics } from './workspace-diagnostics';

/** How long after a change other documents are looked at again, in milliseconds. */
const OTHERS = 300;

/** What is wrong with the open documents: for clients that ask (pull) or, if they do not, for those that listen (push). Never both. */
export class Diagnostics {
  private readonly pulled: boolean;
  private readonly scheduled = new Set<string>();
  /** What was published of each text. */
  private readonly told = new WeakMap<RecordStream, string>();
  /** What is wrong with the open documents, by their addresses as the workspace spells them. */
  private readonly findings = new Map<string, FileFindings>();
  private othersLater?: ReturnType<typeof setTimeout>;

  constructor(private readonly context: ServerContext, private readonly typing: TypingWatch) {
    const { connection, client } = context;
    this.pulled = !!client.textDocument?.diagnostic;
    if (this.pulled) {
      registerWorkspaceDiagnostics(context);
      connection.onRequest('textDocument/diagnostic', guard<DocumentDiagnosticParams, DocumentDiagnosticReport>(connection, 'diagnostics', EMPTY, ({ textDocument, previousResultId }, token) => this.report(textDocument.uri, previousResultId, token)));
    }
  }

  get capabilities(): ServerCapabilities {
    return this.pulled ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } } : {};
  }

  /** A document was opened, changed or closed. A client that asks will ask by itself. */
  changed(uri: string): void {
    if (!this.openDocument(uri)) this.findings.delete(this.context.documents.normalize(uri));
    if (this.pulled) return;
    if (this.openDocument(uri)) this.publishSoon(uri);
    else void this.context.connection.sendNotification('textDocument/publishDiagnostics', { uri, diagnostics: [] });
    // What one record says may bear on others in other files; those can wait until the keys rest.
    clearTimeout(this.othersLater);
    this.othersLater = setTimeout(() => this.refresh(), OTHERS);
  }

  /** Something else than the text changed: the configuration, other files, or the keys rest. */
  refresh(): void {
    const { documents, configurationDocuments, dataDocuments, client, connection } = this.context;
    if (!this.pulled) for (const { uri } of [...documents.all(), ...configurationDocuments.all(), ...dataDocuments.all()]) this.publishSoon(uri);
    else if (client.workspace?.diagnostics?.refreshSupport) ask(connection, 'workspace/diagnostic/refresh');
  }

  private openDocument(uri: string): OpenDocument | undefined {
    return this.context.documents.get(uri) ?? this.settingDocument(uri);
  }

  /** A document of which rules about records do not speak. */
  private settingDocument(uri: string): OpenDocument | undefined {
    return this.context.configurationDocuments.get(uri) ?? this.context.dataDocuments.get(uri);
  }

  /** `unchanged` where the client has seen this version, checked in this way, already. */
  private async report(uri: string, previousResultId: string | undefined, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    const checked = await this.checked(uri, token);
    if (!checked) return EMPTY;
    const resultId = this.stateOf(checked.document);
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: this.of(checked) };
  }

  /** Changes whenever the findings of a document may. */
  private stateOf({ uri, version }: OpenDocument): string {
    const { configurations, workspace, checkerFor, isIgnored } = this.context;
    if (this.settingDocument(uri)) return [version, configurations.version].join('.');
    return [version, numberOf(checkerFor(uri)), isIgnored(uri), this.typing.state(uri), isWholeWorkspaceRead(this.context), workspace.version].join('.');
  }

  /** Several changes in one turn are told once, and nothing is told twice. What the client asks for meanwhile, it waits for: that comes first. */
  private publishSoon(uri: string): void {
    if (this.scheduled.has(uri)) return;
    this.scheduled.add(uri);
    const { clock } = this.context;
    void clock.yield().then(() => clock.yield()).then(async () => {
      this.scheduled.delete(uri);
      const checked = await this.checked(uri);
      if (!checked) return;
      const { version, stream } = checked.document;
      const diagnostics = this.of(checked);
      const told = JSON.stringify([version, diagnostics]);
      if (this.told.get(stream) === told) return;
      this.told.set(stream, told);
      void this.context.connection.sendNotification('textDocument/publishDiagnostics', { uri, version, diagnostics });
    });
  }

  /**
   * Checks a document record by record, giving way to other requests in between, until all of its newest version is checked and the
   * records that it is held against are read, unless that takes long: then there will be more to say, and the client is told so. That
   * version with what was found, or undefined where it was closed meanwhile or nobody waits any more.
   */
  private async checked(uri: string, token?: CancellationToken): Promise<Checked | undefined> {
    await this.context.configured();
    const turns = new Turns(this.context.clock);
    for (;;) {
      const document = this.openDocument(uri);
      if (!document || token?.isCancellationRequested) return undefined;
      if (this.settingDocument(uri)) return { document, findings: [] };
      const findings = this.findingsSoFar(document, turns);
      if (findings) return { document, findings };
      await turns.next();
    }
  }

  /** Goes on with the records of a document until its turn is over; undefined while there is more to check, or soon more to hold them against. */
  private findingsSoFar({ uri, key, stream }: OpenDocument, turns: Turns): Checked['findings'] | undefined {
    if (this.context.isIgnored(uri)) {
      // It is none of the workspace's: what is found when it is one again is found anew.
      this.findings.delete(key);
      return stream.slices.map(() => []);
    }
    const isAmong = isWholeWorkspaceRead(this.context);
    const findings = this.findingsOf(key).check(stream, { checker: this.context.checkerFor(uri), isAmong }, MOST_TOLD, () => turns.isOver);
    const isMoreToCome = !isAmong && ['now', 'soon'].includes(this.context.areFilesRead());
    return findings && isMoreToCome && findings.length === stream.slices.length ? undefined : findings;
  }

  private findingsOf(key: string): FileFindings {
    let findings = this.findings.get(key);
    if (!findings) this.findings.set(key, (findings = new FileFindings(this.context.workspace, this.context.among)));
    return findings;
  }

  private of({ document, findings }: Checked): Diagnostic[] {
    const { uri, stream } = document;
    if (this.context.configurationDocuments.get(uri)) return configurationDiagnostics(document, this.context);
    if (this.context.dataDocuments.get(uri)) return dataDiagnostics(document, this.context);
    const checker = this.context.checkerFor(uri);
    const typedIn = this.typing.recordIn(uri);
    const told = findings.flatMap((found, index) => (found.length || index === typedIn ? this.typing.visible(document, index, found, checker).map(finding => toDiagnostic(finding, stream, index, uri, this.context)) : []));
    return findings.length < stream.slices.length ? [...told, moreBelow(stream.positionOf(findings.length, 0).line)] : told;
  }
}

/** A document, and what is wrong with its records as far as they were looked at: record by record, fewer than it has where there is more to mend than anybody is told. */
interface Checked {
  document: OpenDocument;
  findings: readonly (readonly Finding[])[];
}

/** Nobody reads as many findings; editors show a thousand or so. A file of nothing but mistakes must not keep anybody waiting. */
const MOST_TOLD = 5000;

function moreBelow(line: number): Diagnostic {
  const start = { line, character: 0 };
  return { range: { start, end: start }, severity: DiagnosticSeverity.Information, source: SOURCE, message: 'From here on the records have not been checked, because so much is to be mended above. They are checked as that becomes less; check on the command line tells of all at once.' };
}

const EMPTY: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

const numbers = new WeakMap<Checker, number>();
let next = 1;

/** Tells checkers apart, so that a new configuration makes a new result. */
function numberOf(checker: Checker): number {
  if (!numbers.has(checker)) numbers.set(checker, next++);
  return numbers.get(checker)!;
}
