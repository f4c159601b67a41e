import type * as Lsp from 'vscode-languageserver';
import { Rpc, type Handler, type Transport } from './rpc';

/** What a client asks or tells, by the names that `vscode-languageserver` has for it, and those of LSP. */
const METHODS = {
  onInitialize: 'initialize', onInitialized: 'initialized', onShutdown: 'shutdown', onExit: 'exit',
  onDidOpenTextDocument: 'textDocument/didOpen', onDidChangeTextDocument: 'textDocument/didChange',
  onDidSaveTextDocument: 'textDocument/didSave', onDidCloseTextDocument: 'textDocument/didClose',
  onDidChangeConfiguration: 'workspace/didChangeConfiguration', onDidChangeWatchedFiles: 'workspace/didChangeWatchedFiles',
  onCompletion: 'textDocument/completion', onHover: 'textDocument/hover', onDocumentSymbol: 'textDocument/documentSymbol',
  onCodeLens: 'textDocument/codeLens', onFoldingRanges: 'textDocument/foldingRange', onSelectionRanges: 'textDocument/selectionRange',
  onDocumentLinks: 'textDocument/documentLink', onDocumentHighlight: 'textDocument/documentHighlight',
  onDefinition: 'textDocument/definition', onReferences: 'textDocument/references',
  onPrepareRename: 'textDocument/prepareRename', onRenameRequest: 'textDocument/rename', onWorkspaceSymbol: 'workspace/symbol',
  onCodeAction: 'textDocument/codeAction', onDocumentFormatting: 'textDocument/formatting',
  onDocumentRangeFormatting: 'textDocument/rangeFormatting', onDocumentOnTypeFormatting: 'textDocument/onTypeFormatting',
} as const satisfies Partial<Record<keyof Lsp.Connection, string>>;

type Named = Pick<Lsp.Connection, keyof typeof METHODS>;

/**
 * The connection to a client, as far as this server needs one: typed as in `vscode-languageserver`, of which nothing else is used. To
 * load that package would double the code of the server and the memory that it takes, and a third of the time in which it starts.
 */
export interface Connection extends Named {
  onRequest<P>(method: string, handle: Handler<P>): void;
  onNotification<P>(method: string, handle: (params: P) => void): void;
  /** Rejects when the client refuses. */
  sendRequest<R>(method: string, params?: unknown): Promise<R>;
  sendNotification(method: string, params: unknown): void;
  /** Asks the client for what it does not send unless it is asked. */
  register(method: string, registerOptions: unknown): Promise<unknown>;
  /** Lines of the client's log. */
  readonly console: { info(message: string): void; error(message: string): void };
}

/** How weighty a line of the log is, in LSP. */
const ERROR = 1 satisfies Lsp.MessageType, INFO = 3 satisfies Lsp.MessageType;

/** Serves a client, from now on until it is gone. */
export function connect(transport: Transport): Connection {
  const rpc = new Rpc(transport);
  const named = Object.entries(METHODS).map(([name, method]) => [name, (handle: Handler<never>) => rpc.on(method, handle)] as const);
  const log = (type: Lsp.MessageType) => (message: string) => rpc.notify('window/logMessage', { type, message });
  return {
    ...Object.fromEntries(named) as unknown as Named,
    onRequest: (method, handle) => rpc.on(method, handle),
    onNotification: (method, handle) => rpc.on(method, handle),
    sendRequest: (method, params) => rpc.request(method, params),
    sendNotification: (method, params) => rpc.notify(method, params),
    register: (method, registerOptions) => rpc.request('client/registerCapability', { registrations: [{ id: method, method, registerOptions }] }),
    console: { error: log(ERROR), info: log(INFO) },
  };
}
