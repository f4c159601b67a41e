/** Resolves when everything else that waits has had its turn. */
export const takeTurns = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
