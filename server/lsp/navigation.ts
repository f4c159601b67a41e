import { ResponseError, type Location as LspLocation, type ServerCapabilities, type WorkspaceEdit } from 'vscode-languageserver';
import { definitions, idAt, references, refusal, rename, type Location } from '../workspace/ids';
import { workspaceSymbols } from '../workspace/symbols';
import { recordAt, type ServerContext } from './context';
import { guard } from './guard';

/** LSP's code for a request that is understood but cannot be done; its message is shown to the user. */
const REQUEST_FAILED = -32803;

/** LSP's symbol kind for a record: an object. */
const RECORD_SYMBOL = 19;

export const navigationCapabilities: ServerCapabilities = {
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  workspaceSymbolProvider: true,
};

/** Ids and `follows` across files: go to definition, references, rename; records of the workspace by name. */
export function registerNavigation(context: ServerContext): void {
  const { connection, workspace } = context;
  connection.onDefinition(guard(connection, 'definition', [], params => {
    const written = writtenId(context, params);
    return written ? definitions(written.id, workspace).map(toLocation) : [];
  }));
  connection.onReferences(guard(connection, 'references', [], params => {
    const written = writtenId(context, params);
    if (!written) return [];
    return [...(params.context.includeDeclaration ? definitions(written.id, workspace) : []), ...references(written.id, workspace)].map(toLocation);
  }));
  connection.onPrepareRename(guard(connection, 'rename', null, params => {
    const at = recordAt(context, params);
    const written = writtenId(context, params);
    if (!at || !written) throw refuse("Only the id of a record can be renamed: put the cursor on the value of 'id' or 'follows'.");
    const why = refusal(written.id, workspace);
    if (why) throw refuse(why);
    return { range: at.stream.rangeOf(at.index, written.node), placeholder: written.id };
  }));
  connection.onRenameRequest(guard(connection, 'rename', null, params => {
    const written = writtenId(context, params);
    const places = written ? rename(written.id, params.newName, workspace) : 'There is no id here.';
    if (typeof places === 'string') throw refuse(places);
    return toEdit(places, params.newName);
  }));
  connection.onWorkspaceSymbol(guard(connection, 'workspace symbols', [], ({ query }) => workspaceSymbols(query, workspace).map(({ name, container, place }) => ({
    name, kind: RECORD_SYMBOL, containerName: container, location: toLocation({ place, span: place.inspection.root }),
  }))));
}

function writtenId(context: ServerContext, params: Parameters<typeof recordAt>[1]) {
  const at = recordAt(context, params);
  return at && idAt(at.slice, at.offset, context.reader);
}

function toLocation({ place, span }: Location): LspLocation {
  return { uri: place.uri, range: place.stream.rangeOf(place.index, span) };
}

function toEdit(places: readonly Location[], newText: string): WorkspaceEdit {
  const changes: NonNullable<WorkspaceEdit['changes']> = {};
  for (const { uri, range } of places.map(toLocation)) (changes[uri] ??= []).push({ range, newText });
  return { changes };
}

function refuse(why: string): ResponseError<void> {
  return new ResponseError(REQUEST_FAILED, why);
}
