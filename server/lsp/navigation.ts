import type { Location as LspLocation, ServerCapabilities, SymbolInformation } from 'vscode-languageserver';
import { highlights } from '../features/highlight';
import type { ScalarNode } from '../records/node';
import type { Span } from '../text/span';
import { authorityAt, namingsOf } from '../workspace/authority';
import { definitions, idAt, references, refusal, rename } from '../workspace/ids';
import type { WorkspaceRecord } from '../workspace/record';
import { workspaceSymbols } from '../workspace/symbols';
import { recordAt, type ServerContext } from './context';
import { guard } from './guard';
import { ResponseError, SymbolKind } from './kinds';
import { Turns } from './turns';
import { toWorkspaceEdit } from './workspace-edit';

/** LSP's code for a request that is understood but cannot be done; its message is shown to the user. */
const REQUEST_FAILED = -32803;

export const navigationCapabilities: ServerCapabilities = {
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  workspaceSymbolProvider: true,
};

/**
 * Ids and `follows` across files: go to definition, references, rename; from a finding to the judgement it belongs to; records of the
 * workspace by name, and all of an authority. All of these wait until the whole workspace is read: half of the places of an id would be worse than none.
 */
export function registerNavigation(context: ServerContext): void {
  const { connection, workspace } = context;
  connection.onDefinition(guard(connection, 'definition', [], async params => {
    await context.allRead();
    const id = writtenId(context, params);
    return id ? definitions(id.text, workspace).map(place => toLocation(context, place)) : judgementNamed(context, params);
  }));
  connection.onReferences(guard(connection, 'references', [], async params => {
    await context.allRead();
    const id = writtenId(context, params);
    if (!id) return recordsOfAuthority(context, params);
    const declared = params.context.includeDeclaration ? definitions(id.text, workspace) : [];
    return [...declared, ...references(id.text, workspace)].map(place => toLocation(context, place));
  }));
  connection.onPrepareRename(guard(connection, 'rename', null, async params => {
    await context.allRead();
    const at = recordAt(context, params);
    const id = writtenId(context, params);
    if (!at || !id) throw refuse("Only the id of a record can be renamed: put the cursor on the value of 'id' or 'follows'.");
    const why = refusal(id.text, workspace);
    if (why) throw refuse(why);
    return { range: at.stream.rangeOf(at.index, id), placeholder: id.text };
  }));
  connection.onRenameRequest(guard(connection, 'rename', null, async params => {
    await context.allRead();
    const id = writtenId(context, params);
    const edits = id ? rename(id.text, params.newName, workspace) : 'There is no id here.';
    if (typeof edits === 'string') throw refuse(edits);
    return toWorkspaceEdit(context, edits.map(({ record, edit }) => ({ uri: record.uri, edit: { range: record.stream.rangeOf(record.index, edit), newText: edit.text } })));
  }));
  connection.onWorkspaceSymbol(guard(connection, 'workspace symbols', [], async ({ query }) => {
    await context.allRead();
    const found: SymbolInformation[] = [];
    const turns = new Turns(context.clock);
    for (const symbol of workspaceSymbols(query, workspace)) {
      // Where it stands is looked up at once: a moment later it may stand there no more.
      if (symbol) found.push({ name: symbol.name, kind: SymbolKind.Object, containerName: symbol.record.id, location: toLocation(context, { record: symbol.record, node: symbol.record.inspection.root }) });
      if (turns.isOver) await turns.next();
    }
    return found;
  }));
}

function writtenId(context: ServerContext, params: Parameters<typeof recordAt>[1]): ScalarNode | undefined {
  const at = recordAt(context, params);
  return at && idAt(at.slice, at.offset, context.checkerFor(params.textDocument.uri).reader);
}

/** The line of the judgement that is named at a place. */
function judgementNamed(context: ServerContext, params: Parameters<typeof recordAt>[1]): LspLocation[] {
  const { uri } = params.textDocument;
  const at = recordAt(context, params);
  const named = at ? highlights(at.stream, at.index, at.offset, context.checkerFor(uri)) : [];
  return named.filter(({ defines }) => defines).map(({ index, span }) => ({ uri, range: at!.stream.rangeOf(index, span) }));
}

/** All records of the authority that is named at a place. */
function recordsOfAuthority(context: ServerContext, params: Parameters<typeof recordAt>[1]): LspLocation[] {
  const at = recordAt(context, params);
  const authority = at && authorityAt(at.slice, at.offset, context.checkerFor(params.textDocument.uri).reader);
  return authority === undefined ? [] : namingsOf(authority, context.workspace).map(place => toLocation(context, place));
}

function toLocation({ documents }: ServerContext, { record: { uri, stream, index }, node }: { record: WorkspaceRecord; node: Span }): LspLocation {
  return { uri: documents.get(uri)?.uri ?? uri, range: stream.rangeOf(index, node) };
}

function refuse(why: string): ResponseError {
  return new ResponseError(REQUEST_FAILED, why);
}
