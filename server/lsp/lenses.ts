import type { CodeLens, ServerCapabilities } from 'vscode-languageserver';
import { keep } from '../features/kept';
import { countProblems, lensPlace, lenses, type Journey, type Lens } from '../features/lenses';
import type { Slice } from '../records/slice';
import { positionAt } from '../text/lines';
import { eventsOf } from '../workspace/events';
import type { WorkspaceRecord } from '../workspace/record';
import { ask } from './connection';
import type { ServerContext } from './context';
import { findingsIn, isWholeWorkspaceRead } from './findings-of';
import { guard } from './guard';
import { EDITOR_COMMANDS } from './protocol';

export const lensCapabilities: ServerCapabilities = { codeLensProvider: {} };

/** The client's commands. */
const COMMANDS: Record<Lens['kind'], string> = { preview: EDITOR_COMMANDS.openPreview, problems: EDITOR_COMMANDS.showProblems, journey: EDITOR_COMMANDS.showJourney };

/** Lines above each record. */
export function registerLenses(context: ServerContext): void {
  const { connection, documents, settings, commands } = context;
  const canFollow = Object.values(COMMANDS).every(command => commands.has(command));
  connection.onCodeLens(guard<{ textDocument: { uri: string } }, CodeLens[]>(connection, 'lenses', [], ({ textDocument: { uri } }) => {
    const document = canFollow && settings().lenses ? documents.get(uri) : undefined;
    if (!document) return [];
    const { stream } = document;
    const checker = context.checkerFor(uri);
    const findings = findingsIn(context, uri);
    const journeyOf = journeys(context);
    return stream.slices.flatMap((slice, index) => {
      const journey = journeyOf(slice);
      return lensesAt(slice, stream.firstLines[index]!, document.uri, countProblems(checker.hasChecked(slice) ? findings(slice) : []), journey?.step, journey?.of);
    });
  }));
}

/** Asks the client to fetch the lenses anew: something else than the text has changed. */
export function refreshLenses({ connection, client }: Pick<ServerContext, 'connection' | 'client'>): void {
  if (client.workspace?.codeLens?.refreshSupport) ask(connection, 'workspace/codeLens/refresh');
}

/** The lenses of a slice that begins on a line of the text. */
const lensesAt = keep((slice: Slice, firstLine: number, uri: string, problems: number, step?: number, of?: number): readonly CodeLens[] => {
  const place = placeIn(slice);
  if (!place) return [];
  const start = { line: place.line + firstLine, character: place.character };
  return lenses(problems, step === undefined || of === undefined ? undefined : { step, of })
    .map(({ kind, title }) => ({ range: { start, end: start }, command: { title, command: COMMANDS[kind], arguments: kind === 'problems' ? [] : [uri, start] } }));
});

/** Lines are counted from the first of the slice. */
const placeIn = keep((slice: Slice) => {
  const place = lensPlace(slice);
  return place && positionAt(slice.lineStarts, place.start);
});

/** Where records stand in their journeys. Nothing while the workspace is still being read. */
function journeys(context: ServerContext): (slice: Slice) => Journey | undefined {
  const { workspace } = context;
  if (!isWholeWorkspaceRead(context)) return () => undefined;
  return slice => {
    const authority = workspace.record(slice)?.authority;
    return authority === undefined ? undefined : steps(workspace.journey(authority)).get(slice);
  };
}

/** The steps of a journey by the slices that tell of them. The workspace has another list when one of them changes: until then each is counted once. */
function steps(journey: readonly WorkspaceRecord[]): ReadonlyMap<Slice, Journey> {
  let counted = known.get(journey);
  if (!counted) {
    const events = eventsOf(journey);
    known.set(journey, (counted = new Map(events.flatMap((event, i) => event.map(({ slice }) => [slice, { step: i + 1, of: events.length }])))));
  }
  return counted;
}

const known = new WeakMap<readonly WorkspaceRecord[], ReadonlyMap<Slice, Journey>>();
