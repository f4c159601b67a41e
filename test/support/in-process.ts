import { PassThrough } from 'node:stream';
import type { CancellationToken, ClientCapabilities, InitializeResult } from 'vscode-languageserver-protocol';
import { createMessageConnection, type MessageConnection } from 'vscode-languageserver-protocol/node';
import { createConnection } from 'vscode-languageserver/node';
import { Gate } from '../../server/lsp/gate';
import type { Files, Host } from '../../server/lsp/host';
import type { InitializationOptions } from '../../server/lsp/protocol';
import { createServer } from '../../server/lsp/server';
import { reference, TODAY } from './checker';
import { PULLS } from './editor';
import { takeTurns } from './turns';

/** The folder in which files lie that are nowhere but here. */
export const ROOT = 'memory:/records';

/** Files that are nowhere but here: texts by their addresses, which may be changed. */
function filesInMemory(texts: ReadonlyMap<string, string>): Files {
  return {
    normalize: uri => uri,
    async *list(folder) {
      await takeTurns();
      for (const uri of [...texts.keys()]) if (uri.startsWith(`${folder}/`)) yield uri;
    },
    isLinked: () => Promise.resolve(false),
    isThere: uri => Promise.resolve(texts.has(uri)),
    read: async uri => { await takeTurns(); return texts.get(uri); },
  };
}

interface Options {
  /** What is to be otherwise than in an ordinary run. */
  host?: Partial<Host>;
  capabilities?: ClientCapabilities;
  /** Addresses. */
  folders?: readonly string[];
  initializationOptions?: InitializationOptions;
}

/** A client of a server, in this process or behind any other connection. */
export class Client {
  constructor(private readonly connection: MessageConnection) {}

  request<R>(method: string, params?: unknown, token?: CancellationToken): Promise<R> {
    return token ? this.connection.sendRequest<R>(method, params, token) : this.connection.sendRequest<R>(method, params);
  }

  notify(method: string, params: unknown): void {
    void this.connection.sendNotification(method, params);
  }

  /** Hears what the server tells. */
  hear<P>(method: string, handle: (params: P) => void): void {
    this.connection.onNotification(method, handle);
  }

  /** Answers what the server asks. */
  answer<P>(method: string, handle: (params: P) => unknown): void {
    this.connection.onRequest(method, handle);
  }
}

/**
 * Connects to a language server in this process, with nothing between it and a client but messages; it is not yet told of the client.
 * @param texts files, by their addresses
 */
export function connectInProcess(texts: ReadonlyMap<string, string> = new Map(), host: Partial<Host> = {}): Client {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const server = createConnection(there, back, new Gate().options);
  createServer(server, { reference, today: () => TODAY, now: () => performance.now(), yield: takeTurns, files: filesInMemory(texts), rulePages: '', ...host });
  server.listen();
  const connection = createMessageConnection(back, there);
  connection.listen();
  return new Client(connection);
}

/** The same for a client that has introduced itself: so that what the server does can be counted. */
export async function startInProcess(texts: ReadonlyMap<string, string>, { host, capabilities = PULLS, folders = [ROOT], initializationOptions }: Options = {}): Promise<Client> {
  const client = connectInProcess(texts, host);
  await initialize(client, { capabilities, folders, initializationOptions });
  return client;
}

/** Begins the conversation of a client with its server. */
export async function initialize(client: Client, { capabilities, folders = [], initializationOptions }: Omit<Options, 'host'>): Promise<void> {
  await client.request<InitializeResult>('initialize', { processId: null, rootUri: null, capabilities, workspaceFolders: folders.map(uri => ({ uri, name: '' })), initializationOptions });
  client.notify('initialized', {});
}
