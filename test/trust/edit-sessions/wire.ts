import type { CancellationToken } from 'vscode-languageserver-protocol';

/** What goes to a server and comes from it. Faults are planted here, so that the product needs no holes for them. */
export interface Wire {
  request<R>(method: string, params: unknown, token?: CancellationToken): Promise<R>;
  notify(method: string, params: unknown): void;
  /** Hears what the server tells. */
  hear<P>(method: string, handle: (params: P) => void): void;
}
