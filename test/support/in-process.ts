import type { ClientCapabilities, InitializeResult } from 'vscode-languageserver-protocol';
import { connect } from '../../server/lsp/connection';
import type { Files, Host } from '../../server/lsp/host';
import { Rpc } from '../../server/lsp/rpc';
import { createServer } from '../../server/lsp/server';
import { reference, TODAY } from './checker';
import { PULLS } from './editor';
import { pair, takeTurns } from './pair';

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
    read: async uri => { await takeTurns(); return texts.get(uri); },
  };
}

interface Options {
  /** What is to be otherwise than in an ordinary run. */
  host?: Partial<Host>;
  capabilities?: ClientCapabilities;
  /** Addresses. */
  folders?: readonly string[];
}

/**
 * Starts the language server in this process, with nothing between it and a client but messages: so that what it does can be counted.
 * @param texts files, by their addresses
 */
export async function startInProcess(texts: ReadonlyMap<string, string>, { host = {}, capabilities = PULLS, folders = [ROOT] }: Options = {}): Promise<Rpc> {
  const [ours, theirs] = pair();
  const connection = connect(ours);
  createServer(connection, { reference, today: () => TODAY, now: () => performance.now(), yield: takeTurns, files: filesInMemory(texts), rulePages: '', ...host });
  const client = new Rpc(theirs);
  await client.request<InitializeResult>('initialize', { processId: null, rootUri: null, capabilities, workspaceFolders: folders.map(uri => ({ uri, name: '' })) });
  client.notify('initialized', {});
  return client;
}
