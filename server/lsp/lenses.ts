import type { CodeLens, Command, ServerCapabilities } from 'vscode-languageserver';
import { keep } from '../features/kept';
import { countProblems, lensPlace, lenses, type Journey, type Lens } from '../features/lenses';
import type { Slice } from '../records/slice';
import { positionAt } from '../text/lines';
import { eventsOf } from '../workspace/events';
import { KeptOfFile } from '../workspace/kept-of-file';
import type { WorkspaceRecord } from '../workspace/record';
import { ask } from './connection';
import type { ServerContext } from './context';
import type { OpenDocument } from './documents';
import { keptList } from './file-list';
import { findingsIn, isWholeWorkspaceRead } from './findings-of';
import { guard } from './guard';
import { EDITOR_COMMANDS } from './protocol';

export const lensCapabilities: ServerCapabilities = { codeLensProvider: { resolveProvider: true } };

/** The client's commands. */
const COMMANDS: Record<Lens['kind'], string> = { preview: EDITOR_COMMANDS.openPreview, problems: EDITOR_COMMANDS.showProblems, journey: EDITOR_COMMANDS.showJourney };

/** What a lens is known by until it is shown: of thousands that a file has, an editor shows a dozen, and asks what these say and do. */
interface Unshown extends CodeLens {
  /** `document`: number of its session. */
  data: { document: number; kind: Lens['kind'] };
}

/** What an editor shows of a lens that is no more: nothing. */
const NO_MORE: Command = { title: '', command: '' };
const START = { line: 0, character: 0 };
const NO_LENS: CodeLens = { range: { start: START, end: START }, command: NO_MORE };

/** Lines above each record. */
export function registerLenses(context: ServerContext): void {
  const { connection, documents, settings, commands } = context;
  const canFollow = Object.values(COMMANDS).every(command => commands.has(command));
  const known = new WeakMap<object, KeptOfFile<string>>();
  const list = keptList(context.writesBytes, lensesAt);
  connection.onCodeLens(guard<{ textDocument: { uri: string } }, CodeLens[]>(connection, 'lenses', [], ({ textDocument: { uri } }) => {
    const document = canFollow && settings().lenses ? documents.get(uri) : undefined;
    if (!document) return [];
    const { stream, session } = document;
    const kept = known.get(session) ?? new KeptOfFile(context.workspace);
    known.set(session, kept);
    const kinds = kindsOf(context, document, kept);
    return list(stream.slices, index => [stream.firstLines[index]!, session.number, kinds[index]!]);
  }));
  connection.onCodeLensResolve(guard<CodeLens, CodeLens>(connection, 'lens', NO_LENS, lens => {
    const { data: { document: number, kind }, range: { start } } = lens as Unshown;
    const document = documents.ofSession(number);
    const shown = document && lensesOf(context, document)(document.stream.locate(start).slice).find(each => each.kind === kind);
    return { ...lens, command: shown ? { title: shown.title, command: COMMANDS[kind], arguments: kind === 'problems' ? [] : [document.uri, start] } : NO_MORE };
  }));
}

/** The kinds of lenses of each record of a document, with commas between. */
function kindsOf(context: ServerContext, document: OpenDocument, kept: KeptOfFile<string>): string[] {
  const { stream: { slices }, uri } = document;
  const checker = context.checkerFor(uri);
  const lensesIn = lensesOf(context, document);
  const kindsIn = (slice: Slice) => lensesIn(slice).map(({ kind }) => kind).join();
  if (context.isIgnored(uri)) return slices.map(kindsIn);
  const known = kept.of(document.stream, { checker, isAmong: isWholeWorkspaceRead(context) });
  // What is wrong with a record may become known at any time, as long as it has not been checked.
  return slices.map((slice, i) => known[i] ?? (checker.hasChecked(slice) ? (known[i] = kindsIn(slice)) : kindsIn(slice)));
}

/** What the lenses of a document say, slice by slice. */
function lensesOf(context: ServerContext, { uri }: OpenDocument): (slice: Slice) => readonly Lens[] {
  const checker = context.checkerFor(uri);
  const findings = findingsIn(context, uri);
  const journeyOf = journeys(context);
  return slice => lenses(countProblems(checker.hasChecked(slice) ? findings(slice) : []), journeyOf(slice));
}

/** Asks the client to fetch the lenses anew: something else than the text has changed. */
export function refreshLenses({ connection, client }: Pick<ServerContext, 'connection' | 'client'>): void {
  if (client.workspace?.codeLens?.refreshSupport) ask(connection, 'workspace/codeLens/refresh');
}

/** The lenses of a slice that begins on a line of the text, by their kinds with commas between. */
function lensesAt(slice: Slice, firstLine: number, document: number, kinds: string): readonly Unshown[] {
  const place = placeIn(slice);
  if (!place) return [];
  const start = { line: place.line + firstLine, character: place.character };
  return (kinds.split(',') as Lens['kind'][]).map(kind => ({ range: { start, end: start }, data: { document, kind } }));
}

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
