export interface VSCodeWeb {
  /** The workbench's address. */
  address: string;
  /** What was asked for, from the top of this machine's address. */
  asked: string[];
  stop(): Promise<void>;
}

export function startWeb(options: {
  files: Record<string, string>;
  extensions?: string[];
  development?: string;
  tests?: string;
  settings?: Record<string, unknown>;
}): Promise<VSCodeWeb>;
