import type { ClientCapabilities, InitializeResult } from 'vscode-languageserver-protocol';
import { connect } from '../../server/lsp/connection';
import type { Files, Host } from '../../server/lsp/host';
import { Rpc } from '../../server/lsp/rpc';
import { createServer } from '../../server/lsp/server';
import { reference, TODAY } from './checker';
import { PULLS } from './editor';
import { pair, takeTurns } from './pair';

/** The folder in which the files of a server in this process lie. */
export const ROOT = 'memory:/records';

/** Files that are nowhere but here: texts by their names below `ROOT`, which may be changed. */
export function filesInMemory(texts: Map<string, string>): Files {
  return {
    normalize: uri => uri,
    async *list(folder) { for (const name of [...texts.keys()]) if (`${ROOT}/${name}`.startsWith(`${folder}/`)) yield `${ROOT}/${name}`; await takeTurns(); },
    isLinked: () => Promise.resolve(false),
    read: async uri => { await takeTurns(); return texts.get(uri.slice(ROOT.length + 1)); },
  };
}

/**
 * Starts the language server in this process, with nothing between it and a client but messages: so that what it does can be counted.
 * @param host what is to be otherwise than in an ordinary run
 */
export async function startInProcess(texts: Map<string, string>, host: Partial<Host> = {}, capabilities: ClientCapabilities = PULLS): Promise<Rpc> {
  const [ours, theirs] = pair();
  const connection = connect(ours);
  createServer(connection, { reference, today: () => TODAY, now: () => performance.now(), yield: takeTurns, files: filesInMemory(texts), rulePages: '', ...host });
  const client = new Rpc(theirs);
  await client.request<InitializeResult>('initialize', { processId: null, rootUri: null, capabilities, workspaceFolders: [{ uri: ROOT, name: 'records' }] });
  client.notify('initialized', {});
  return client;
}
