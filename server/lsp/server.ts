import { DidChangeWatchedFilesNotification, TextDocumentSyncKind, type Connection, type InitializeParams, type InitializeResult, type Position, type Range } from 'vscode-languageserver';
import { version } from '../../package.json';
import { Reader } from '../reference/reader';
import { AmongOthers } from '../workspace/among';
import { Workspace } from '../workspace/workspace';
import { actionCapabilities, registerActions } from './actions';
import { completionCapabilities, registerCompletion } from './completion';
import { Configurations } from './configurations';
import type { ServerContext } from './context';
import { Diagnostics } from './diagnostics';
import { Documents } from './documents';
import { Folders, WATCHERS } from './folders';
import { formattingCapabilities, registerFormatting } from './formatting';
import { guardNotification } from './guard';
import type { Host } from './host';
import { navigationCapabilities, registerNavigation } from './navigation';
import { registerPreview } from './preview';
import { readingCapabilities, registerReading } from './reading';
import { RULE_PAGES } from './translate';
import { TypingWatch } from './typing';

/** What the client may say when it starts the server. */
interface InitializationOptions {
  /** Address of the folder with the pages of the rules; ends with `/`. */
  rulePages?: string;
}

/** Wires a connection to the engine. Translates; decides nothing about records. */
export function createServer(connection: Connection, host: Host): void {
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const { rulePages = RULE_PAGES } = (params.initializationOptions ?? {}) as InitializationOptions;
    const reader = new Reader(host.reference);
    const workspace = new Workspace(reader);
    const documents = new Documents(host.files.normalize);
    const configurations = new Configurations(reader, host.today);
    const context: ServerContext = {
      connection, client: params.capabilities, documents, workspace, reader, rulePages, among: new AmongOthers(workspace),
      checkerFor: uri => configurations.checkerFor(host.files.normalize(uri)),
    };
    const typing = new TypingWatch(() => diagnostics.refresh());
    const diagnostics: Diagnostics = new Diagnostics(context, typing, host.yield);
    const preview = registerPreview(context);
    const folders = new Folders({ connection, host, documents, workspace, configurations, changed: () => {
      diagnostics.refresh();
      preview.refresh();
    } });
    registerDocuments(context, typing, uri => {
      diagnostics.changed(uri);
      preview.changed(uri);
    }, uri => void folders.readAgain(host.files.normalize(uri)));
    folders.register();
    registerCompletion(context);
    registerNavigation(context);
    registerActions(context);
    registerFormatting(context);
    registerReading(context);
    connection.onInitialized(() => startWatching(context, folders, params));
    return {
      serverInfo: { name: 'inspection-records', version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...diagnostics.capabilities,
        ...completionCapabilities,
        ...navigationCapabilities,
        ...actionCapabilities,
        ...formattingCapabilities,
        ...readingCapabilities,
      },
    };
  });
  connection.onShutdown(() => undefined);
}

/** Reads the folders, and asks the client to tell of changes in them. */
function startWatching({ connection, client }: ServerContext, folders: Folders, { workspaceFolders, rootUri }: InitializeParams): void {
  void folders.add(workspaceFolders ?? (rootUri ? [{ uri: rootUri, name: '' }] : []));
  if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHERS });
  if (client.workspace?.workspaceFolders) connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    folders.remove(removed);
    void folders.add(added);
  });
}

/** Keeps the open documents, and the workspace, as the client has them. */
function registerDocuments({ connection, documents, workspace, checkerFor }: ServerContext, typing: TypingWatch, changed: (uri: string) => void, closed: (uri: string) => void): void {
  connection.onDidOpenTextDocument(guardNotification(connection, 'opening', ({ textDocument: { uri, version, text } }) => {
    const document = documents.opened(uri, version, text, workspace.stream(documents.normalize(uri)));
    workspace.set(document.key, document.stream);
    changed(uri);
  }));
  connection.onDidChangeTextDocument(guardNotification(connection, 'change', ({ textDocument: { uri, version }, contentChanges }) => {
    const before = documents.get(uri);
    const document = documents.changed(uri, version, contentChanges);
    if (!before || !document) return;
    workspace.set(document.key, document.stream);
    const last = contentChanges.at(-1);
    if (last && 'range' in last) typing.typed(before, document, endOf(last), checkerFor(uri));
    changed(uri);
  }));
  connection.onDidCloseTextDocument(guardNotification(connection, 'closing', ({ textDocument: { uri } }) => {
    typing.closed(uri);
    documents.closed(uri);
    workspace.delete(documents.normalize(uri));
    changed(uri);
    closed(uri);
  }));
}

/** Where a change ends in the new text: there the caret is. */
function endOf({ range: { start }, text }: { range: Range; text: string }): Position {
  const lines = text.split(/\r\n|[\n\r]/);
  const last = lines.at(-1)!.length;
  return lines.length === 1 ? { line: start.line, character: start.character + last } : { line: start.line + lines.length - 1, character: last };
}
