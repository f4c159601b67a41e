/** The project's folder. */
export const root: string;

/** The folder of what is fetched when it is first needed. */
export const CACHE: string;

/** Runs npm; returns what it prints. */
export function npm(args: string[], cwd?: string): string;
