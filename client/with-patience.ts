import * as vscode from 'vscode';

/** How long work may last before one says so, in milliseconds. */
const PATIENCE = 1000;

/** Waits for work; says so and offers to cancel it where it is long. Undefined as soon as it is cancelled, however long the work then goes on. */
export async function withPatience<T>(title: string, work: (token: vscode.CancellationToken) => Promise<T>): Promise<T | undefined> {
  const source = new vscode.CancellationTokenSource();
  const cancelled = new Promise<undefined>(resolve => { source.token.onCancellationRequested(() => resolve(undefined)); });
  const done = work(source.token).catch((error: unknown) => {
    if (source.token.isCancellationRequested) return undefined;
    throw error;
  });
  const over = Promise.race([done, cancelled]);
  const timer = setTimeout(() => void vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, (_, token) => {
    token.onCancellationRequested(() => source.cancel());
    return over.then(() => undefined, () => undefined);
  }), PATIENCE);
  try {
    return await over;
  } finally {
    clearTimeout(timer);
    source.dispose();
  }
}
