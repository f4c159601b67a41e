import type * as Lsp from 'vscode-languageserver';

/** The connection to a client. */
export type Connection = Lsp.Connection;

/** Asks the client for what it does not send unless it is asked. */
export function register(connection: Connection, method: string, registerOptions: unknown): Promise<unknown> {
  return connection.sendRequest('client/registerCapability', { registrations: [{ id: method, method, registerOptions }] });
}
