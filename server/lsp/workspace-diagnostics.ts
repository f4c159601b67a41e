import type { Diagnostic, WorkspaceDiagnosticParams, WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import { RecordStream } from '../records/stream';
import { configurationDiagnostics, dataDiagnostics } from './configuration-files';
import { isConfiguration } from './configurations';
import type { ServerContext } from './context';
import { findingsIn, isWholeWorkspaceRead } from './findings-of';
import { guard } from './guard';
import { DocumentDiagnosticReportKind } from './kinds';
import type { Cancellation } from './rpc';
import { toDiagnostic } from './translate';

/** The longest that reporting keeps other requests waiting, in milliseconds. */
const TURN = 15;

/** How often a request that has nothing new to say looks again, in milliseconds. */
const LOOK_AGAIN = 300;

type Report = WorkspaceDocumentDiagnosticReport;

/** Sends a part of the answer; false where the client takes it only as a whole. */
type Send = (items: Report[]) => boolean;

/**
 * Answers what is wrong with all files of the workspace, open or not, to clients that ask. A client asks again as soon as it has an
 * answer: so while nothing has changed, the answer waits. Files are told of as they are done, where the client takes parts.
 */
export function registerWorkspaceDiagnostics(context: ServerContext, giveWay: () => Promise<void>): void {
  let told = '';
  const state = () => [context.workspace.version, context.configurations.version, context.settings().wholeWorkspace].join('.');
  const answer = guard<{ params: WorkspaceDiagnosticParams; send: Send }, WorkspaceDiagnosticReport>(context.connection, 'workspace diagnostics', { items: [] }, async ({ params, send }, token) => {
    const known = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
    while (!token.isCancellationRequested && (!isWholeWorkspaceRead(context) || told === state())) {
      await (isWholeWorkspaceRead(context) ? sleep(LOOK_AGAIN) : giveWay());
    }
    // What changes while the answer is made is for the next one.
    told = state();
    return { items: await reports(context, known, giveWay, token, send) };
  });
  context.connection.onRequest<WorkspaceDiagnosticParams>('workspace/diagnostic', (params, cancellation) => {
    const { partialResultToken: token } = params;
    return answer({
      params,
      send: items => {
        if (token !== undefined && items.length) context.connection.sendNotification('$/progress', { token, value: { items } });
        return token !== undefined;
      },
    }, cancellation);
  });
}

/** The reports of all files; those that were sent in parts are left out. */
async function reports(context: ServerContext, known: ReadonlyMap<string, string>, giveWay: () => Promise<void>, token: Cancellation, send: Send): Promise<Report[]> {
  const gone = new Set(known.keys());
  let part: Report[] = [];
  let turn = performance.now();
  for (const key of context.settings().wholeWorkspace ? filesOf(context) : []) {
    const { uri, report } = reportOf(context, key, known);
    gone.delete(uri);
    if (report) part.push(report);
    if (performance.now() - turn < TURN) continue;
    if (send(part)) part = [];
    await giveWay();
    if (token.isCancellationRequested) return [];
    turn = performance.now();
  }
  for (const uri of gone) part.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
  return part;
}

/** Records, configurations and reference data. */
function filesOf({ workspace, configurations }: ServerContext): string[] {
  return [...configurations.uris, ...configurations.dataUris.filter(uri => configurations.isData(uri)), ...workspace.uris];
}

/** The report of one file; none where there is nothing to say and nothing was said before. */
function reportOf(context: ServerContext, key: string, known: ReadonlyMap<string, string>): { uri: string; report?: Report } {
  const document = context.documents.get(key) ?? context.configurationDocuments.get(key) ?? context.dataDocuments.get(key);
  const uri = document?.uri ?? key;
  const version = document?.version ?? null;
  const saved = context.configurations.textOf(key);
  const items = saved === undefined ? diagnosticsOf(context, key, uri) : settingDiagnostics(context, key, document?.stream ?? RecordStream.of(saved));
  const resultId = fingerprint(JSON.stringify(items));
  if (known.get(uri) === resultId) return { uri, report: { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId } };
  if (!items.length && !known.has(uri)) return { uri };
  return { uri, report: { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items } };
}

function settingDiagnostics(context: ServerContext, key: string, stream: RecordStream): Diagnostic[] {
  return (isConfiguration(key) ? configurationDiagnostics : dataDiagnostics)({ key, stream }, context);
}

function diagnosticsOf(context: ServerContext, key: string, uri: string): Diagnostic[] {
  const stream = context.workspace.stream(key)!;
  const findings = findingsIn(context, uri);
  return stream.slices.flatMap((slice, index) => findings(slice).map(finding => toDiagnostic(finding, stream, index, uri, context.rulePages)));
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
