import type * as Lsp from 'vscode-languageserver';

/** The connection to a client. */
export type Connection = Lsp.Connection;

/** Asks the client for something that goes on without it: one that refuses what it said that it supports loses nothing else. */
export function ask(connection: Connection, method: string, params?: object): void {
  connection.sendRequest(method, params).catch((error: unknown) => connection.console.info(`The client refused ${method}: ${String(error)}`));
}

/** Asks the client for what it does not send unless it is asked. */
export function register(connection: Connection, method: string, registerOptions: unknown): void {
  ask(connection, 'client/registerCapability', { registrations: [{ id: method, method, registerOptions }] });
}
