import type { CancellationToken, Diagnostic, WorkspaceDiagnosticParams, WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import { RecordStream } from '../records/stream';
import { configurationDiagnostics, dataDiagnostics } from './configuration-files';
import { isConfiguration } from './configurations';
import type { ServerContext } from './context';
import { findingsIn, isWholeWorkspaceRead } from './findings-of';
import { guard } from './guard';
import { DiagnosticSeverity, DocumentDiagnosticReportKind } from './kinds';
import { SOURCE, toDiagnostic } from './translate';
import { Turns } from './turns';

/** How often a request that has nothing new to say looks again, in milliseconds. */
const LOOK_AGAIN = 300;

type Report = WorkspaceDocumentDiagnosticReport;

/** Sends a part of the answer; undefined where the client takes it only as a whole. */
type Send = ((items: Report[]) => void) | undefined;

/**
 * Answers what is wrong with all files of the workspace, open or not, to clients that ask. A client asks again as soon as it has an
 * answer: so while it knows everything that there is to say, the answer waits. Files are told of as they are done, where the client takes parts.
 */
export function registerWorkspaceDiagnostics(context: ServerContext): void {
  const { connection } = context;
  let told: { state: string; ids: ReadonlyMap<string, string> } | undefined;
  const isNews = (known: ReadonlyMap<string, string>) => told?.state !== stateOf(context) || [...told.ids].some(([uri, id]) => known.get(uri) !== id);
  const answer = guard<WorkspaceDiagnosticParams, WorkspaceDiagnosticReport>(connection, 'workspace diagnostics', { items: [] }, async ({ previousResultIds, partialResultToken: token }, cancellation) => {
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    while (!cancellation.isCancellationRequested && (isStillRead(context) || !isNews(known))) await sleep(LOOK_AGAIN);
    // What changes while the answer is made is for the next one.
    const state = stateOf(context);
    const ids = new Map<string, string>();
    const items = await reports(context, known, ids, cancellation, token === undefined ? undefined : part => void connection.sendNotification('$/progress', { token, value: { items: part } }));
    told = { state, ids };
    return { items };
  });
  connection.onRequest('workspace/diagnostic', answer);
}

/** Whether the files are being read: a first answer would be out of date at once. */
function isStillRead(context: ServerContext): boolean {
  return !isWholeWorkspaceRead(context) && context.areFilesRead() !== 'when needed';
}

/** Changes whenever something may be told otherwise. */
function stateOf(context: ServerContext): string {
  const { workspace, configurations, configurationDocuments, dataDocuments } = context;
  return [workspace.version, configurations.version, configurationDocuments.changes, dataDocuments.changes, context.areFilesRead(), context.settings().wholeWorkspace, ...context.unreadable()].join('.');
}

/**
 * The reports of all files; those that were sent in parts are left out.
 * @param known what the client knows of each file
 * @param ids is told what it will know of those in which something is wrong
 */
async function reports(context: ServerContext, known: ReadonlyMap<string, string>, ids: Map<string, string>, cancellation: CancellationToken, send: Send): Promise<Report[]> {
  const gone = new Set(known.keys());
  const turns = new Turns(context.clock);
  let part: Report[] = [];
  const tell = () => {
    if (!send || !part.length) return;
    send(part);
    part = [];
  };
  const add = ({ uri, report }: { uri: string; report?: Report }) => {
    gone.delete(uri);
    if (!report) return;
    part.push(report);
    if (report.kind === DocumentDiagnosticReportKind.Unchanged || report.items.length) ids.set(uri, report.resultId!);
  };
  for (const key of filesOf(context)) {
    await check(context, key, turns, tell);
    if (cancellation.isCancellationRequested) return [];
    add(reportOf(context, key, known));
  }
  if (context.settings().wholeWorkspace) for (const uri of context.unreadable()) add(reportWith(NOT_TEXT, uri, null, known));
  for (const uri of gone) part.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
  tell();
  return part;
}

/** Checks the records of a file, turn by turn; then what is wrong with it is known. */
async function check(context: ServerContext, key: string, turns: Turns, turnIsOver: () => void): Promise<void> {
  const findings = findingsIn(context, key);
  for (const slice of context.workspace.stream(key)?.slices ?? []) {
    if (turns.isOver) {
      turnIsOver();
      await turns.next();
    }
    findings(slice);
  }
}

/** Records, configurations and reference data. Where only open files are to be told of, those which a client asks for in no other way. */
function filesOf({ workspace, configurations, dataDocuments, settings }: ServerContext): string[] {
  if (!settings().wholeWorkspace) return dataDocuments.all().map(({ key }) => key);
  return [...configurations.uris, ...configurations.dataUris.filter(uri => configurations.isData(uri)), ...workspace.uris];
}

/** The report of one file; none where there is nothing to say and nothing was said before. */
function reportOf(context: ServerContext, key: string, known: ReadonlyMap<string, string>): { uri: string; report?: Report } {
  const document = context.documents.get(key) ?? context.configurationDocuments.get(key) ?? context.dataDocuments.get(key);
  const uri = document?.uri ?? key;
  const version = document?.version ?? null;
  const saved = context.configurations.textOf(key);
  const items = saved === undefined ? diagnosticsOf(context, key, uri) : settingDiagnostics(context, key, document?.stream ?? RecordStream.of(saved));
  return reportWith(items, uri, version, known);
}

function reportWith(items: Diagnostic[], uri: string, version: number | null, known: ReadonlyMap<string, string>): { uri: string; report?: Report } {
  const resultId = fingerprint(JSON.stringify(items));
  if (known.get(uri) === resultId) return { uri, report: { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId } };
  if (!items.length && !known.has(uri)) return { uri };
  return { uri, report: { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items } };
}

/** What is said of a file that nobody can read: the records of others may speak of those that are in it. */
const NOT_TEXT: Diagnostic[] = [{
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, severity: DiagnosticSeverity.Error, code: 'unreadable-file', source: SOURCE,
  message: 'This file cannot be read, or is not text in UTF-8: what its records say is not known. Save it as UTF-8.',
}];

function settingDiagnostics(context: ServerContext, key: string, stream: RecordStream): Diagnostic[] {
  return (isConfiguration(key) ? configurationDiagnostics : dataDiagnostics)({ key, stream }, context);
}

function diagnosticsOf(context: ServerContext, key: string, uri: string): Diagnostic[] {
  // It may be gone by now.
  const stream = context.workspace.stream(key);
  const findings = findingsIn(context, uri);
  return !stream ? [] : stream.slices.flatMap((slice, index) => findings(slice).map(finding => toDiagnostic(finding, stream, index, uri, context)));
}

/** A short text that differs where texts do (FNV-1a, and the length). */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${text.length}.${hash >>> 0}`;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
