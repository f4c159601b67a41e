import { TextDocumentSyncKind, type Connection, type InitializeParams, type InitializeResult } from 'vscode-languageserver';
import { version } from '../../package.json';
import { Checker } from '../findings/checker';
import type { CalendarDate } from '../reference/calendar';
import type { Reference } from '../reference/reference';
import { registerCompletion } from './completion';
import { Diagnostics } from './diagnostics';
import { Documents } from './documents';
import { guard, guardNotification } from './guard';
import { registerPreview } from './preview';
import { RULE_PAGES } from './translate';

/** What the server may know of the world it runs in: Node or a web worker. */
export interface Host {
  reference: Reference;
  today(): Required<CalendarDate>;
  /** Resolves when everything else that waits has had its turn. */
  yield(): Promise<void>;
}

/** What the parts of the server share. */
export interface ServerContext {
  connection: Connection;
  documents: Documents;
  /** The checker for a document: there is a new one when the day or the configuration changes. */
  checkerFor(uri: string): Checker;
  /** Whether the client takes completion text with tab stops. */
  snippets: boolean;
}

/** What the client may say when it starts the server. */
interface InitializationOptions {
  /** Address of the folder with the pages of the rules; ends with `/`. */
  rulePages?: string;
}

/** Wires a connection to the engine. Translates; decides nothing about records. */
export function createServer(connection: Connection, host: Host): void {
  const documents = new Documents();
  let checker = new Checker(host.reference, { today: host.today() });
  const checkerFor = (): Checker => {
    const today = host.today();
    if (today.day !== checker.context.today.day || today.month !== checker.context.today.month) checker = new Checker(host.reference, { today });
    return checker;
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const { rulePages = RULE_PAGES } = (params.initializationOptions ?? {}) as InitializationOptions;
    const pull = !!params.capabilities.textDocument?.diagnostic;
    const snippets = !!params.capabilities.textDocument?.completion?.completionItem?.snippetSupport;
    const context: ServerContext = { connection, documents, checkerFor, snippets };
    const diagnostics = new Diagnostics({ connection, documents, checkerFor, rulePages, yield: host.yield });
    const preview = registerPreview(context);
    registerDocuments(context, pull ? undefined : diagnostics, preview.changed);
    if (pull) connection.languages.diagnostics.on(guard(connection, 'diagnostics', { kind: 'full' as const, items: [] }, ({ textDocument, previousResultId }, token) => diagnostics.report(textDocument.uri, previousResultId, token)));
    registerCompletion(context);
    return {
      serverInfo: { name: 'inspection-records', version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        completionProvider: { triggerCharacters: [' ', ':', '-', '\n'] },
        ...(pull && { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }),
      },
    };
  });
  connection.onShutdown(() => undefined);
}

/** Keeps the open documents as the client has them, and tells who listens. */
function registerDocuments({ connection, documents }: ServerContext, push: Diagnostics | undefined, changed: (uri: string) => void): void {
  connection.onDidOpenTextDocument(guardNotification(connection, 'opening', ({ textDocument: { uri, version, text } }) => {
    documents.opened(uri, version, text);
    push?.publishSoon(uri);
    changed(uri);
  }));
  connection.onDidChangeTextDocument(guardNotification(connection, 'change', ({ textDocument: { uri, version }, contentChanges }) => {
    documents.changed(uri, version, contentChanges);
    push?.publishSoon(uri);
    changed(uri);
  }));
  connection.onDidCloseTextDocument(guardNotification(connection, 'closing', ({ textDocument: { uri } }) => {
    documents.closed(uri);
    push?.clear(uri);
    changed(uri);
  }));
}
