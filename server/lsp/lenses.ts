import { CodeLensRefreshRequest, type CodeLens, type ServerCapabilities } from 'vscode-languageserver';
import { lensPlace, lenses, type Journey, type Lens } from '../features/lenses';
import type { Finding } from '../findings/finding';
import type { Slice } from '../records/slice';
import type { ServerContext } from './context';
import type { OpenDocument } from './documents';
import { findingsIn, isWholeWorkspaceRead } from './findings-of';
import { guard } from './guard';

export const lensCapabilities: ServerCapabilities = { codeLensProvider: {} };

/** The client's commands. */
const COMMANDS: Record<Lens['kind'], string> = { preview: 'inspectionRecords.openPreviewToSide', problems: 'workbench.actions.view.problems', journey: 'inspectionRecords.showJourney' };

/** Lines above each record. */
export function registerLenses(context: ServerContext): void {
  const { connection, documents, settings } = context;
  connection.onCodeLens(guard<{ textDocument: { uri: string } }, CodeLens[]>(connection, 'lenses', [], ({ textDocument: { uri } }) => {
    const document = settings().lenses ? documents.get(uri) : undefined;
    if (!document) return [];
    const checker = context.checkerFor(uri);
    const findings = findingsIn(context, uri);
    const journeys = journeySteps(context);
    return document.stream.slices.flatMap((slice, index) => lensesOf(document, slice, index, checker.hasChecked(slice) ? findings(slice) : [], journeys(slice)));
  }));
}

/** Asks the client to fetch the lenses anew: something else than the text has changed. */
export function refreshLenses({ connection, client }: Pick<ServerContext, 'connection' | 'client'>): void {
  if (client.workspace?.codeLens?.refreshSupport) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
}

function lensesOf({ uri, stream }: OpenDocument, slice: Slice, index: number, findings: readonly Finding[], journey: Journey | undefined): CodeLens[] {
  const place = lensPlace(slice);
  if (!place) return [];
  const range = stream.rangeOf(index, place);
  return lenses(findings, journey).map(({ kind, title }) => ({ range, command: { title, command: COMMANDS[kind], arguments: kind === 'problems' ? [] : [uri, range.start] } }));
}

/** Where a record stands in its journey; each journey is looked up once. Nothing while the workspace is still being read. */
function journeySteps(context: ServerContext): (slice: Slice) => Journey | undefined {
  const steps = new Map<string, Map<Slice, Journey>>();
  const allRead = isWholeWorkspaceRead(context);
  return slice => {
    const authority = allRead ? context.workspace.record(slice)?.authority : undefined;
    if (authority === undefined) return undefined;
    let journey = steps.get(authority);
    if (!journey) {
      const places = context.workspace.journey(authority);
      steps.set(authority, (journey = new Map(places.map((place, i) => [place.slice, { step: i + 1, of: places.length }]))));
    }
    return journey.get(slice);
  };
}
