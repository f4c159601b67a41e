import { URI } from 'vscode-uri';
import type { ClientCapabilities } from 'vscode-languageserver';
import { TRIGGERS } from './completion';
import type { Configurations } from './configurations';
import { ask, type Connection } from './connection';
import { TextDocumentSyncKind } from './kinds';

/**
 * Has the client send files of reference data while they are open. To an editor they are YAML like any other, and nothing but a
 * configuration tells which of all YAML files are meant: so each is asked for by its name, for as long as it is named.
 */
export class DataFiles {
  private readonly asked = new Set<string>();
  private version = -1;

  constructor(private readonly connection: Connection, private readonly client: ClientCapabilities, private readonly configurations: Configurations) {}

  /** To be called when a configuration may name other files than before. */
  refresh(): void {
    const { configurations, client, connection } = this;
    if (!client.textDocument?.synchronization?.dynamicRegistration || configurations.version === this.version) return;
    this.version = configurations.version;
    const named = new Set(configurations.dataUris.filter(uri => configurations.isData(uri)));
    const [come, gone] = [[...named].filter(uri => !this.asked.has(uri)), [...this.asked].filter(uri => !named.has(uri))];
    if (gone.length) ask(connection, 'client/unregisterCapability', { unregisterations: gone.flatMap(uri => this.methods.map(method => ({ id: idOf(method, uri), method }))) });
    if (come.length) ask(connection, 'client/registerCapability', { registrations: come.flatMap(uri => this.methods.map(method => ({ id: idOf(method, uri), method, registerOptions: optionsFor(uri) }))) });
    for (const uri of gone) this.asked.delete(uri);
    for (const uri of come) this.asked.add(uri);
  }

  private get methods(): string[] {
    const { completion, hover } = this.client.textDocument ?? {};
    return [...SYNCHRONISATION, ...(completion?.dynamicRegistration ? ['textDocument/completion'] : []), ...(hover?.dynamicRegistration ? ['textDocument/hover'] : [])];
  }
}

const SYNCHRONISATION = ['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didSave', 'textDocument/didClose'];

function idOf(method: string, uri: string): string {
  return `${method} ${uri}`;
}

/** For any of the methods. The pattern is a path: editors take one that is written out for itself, whatever it may mean as a pattern. */
function optionsFor(uri: string): unknown {
  const { scheme, fsPath } = URI.parse(uri);
  return { documentSelector: [{ scheme, pattern: fsPath }], syncKind: TextDocumentSyncKind.Incremental, triggerCharacters: TRIGGERS };
}
