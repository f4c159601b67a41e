import type { CancellationToken } from 'vscode-languageserver';
import type { Connection } from './connection';
import { LSPErrorCodes, ResponseError } from './kinds';

/** Answers slower than this are named in the log, in milliseconds. */
const SLOW = 200;

/**
 * The one boundary around every request: a cancelled one is answered so and costs nothing more; one that fails is logged once and
 * answered with `fallback`, so that a single odd file never silences the server.
 */
export function guard<P, R>(connection: Connection, name: string, fallback: R, answer: (params: P, token: CancellationToken) => R | Promise<R>) {
  return async (params: P, token: CancellationToken): Promise<R> => {
    if (token.isCancellationRequested) throw cancelled();
    const start = performance.now();
    try {
      const result = await answer(params, token);
      if (token.isCancellationRequested) throw cancelled();
      return result;
    } catch (error) {
      // A refusal with a reason for the user, such as "this id cannot be renamed", is an answer.
      if (error instanceof ResponseError) throw error;
      connection.console.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return fallback;
    } finally {
      const took = performance.now() - start;
      if (took > SLOW) connection.console.info(`${name} took ${took.toFixed(0)} ms`);
    }
  };
}

/** The same for notifications, which have no answer. */
export function guardNotification<P>(connection: Connection, name: string, handle: (params: P) => void) {
  return (params: P): void => {
    try {
      handle(params);
    } catch (error) {
      connection.console.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  };
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
}
