export interface VSCodeServer {
  /** A file's address inside the server. */
  remote(file: string): string;
  /** The workbench's address. */
  url(what: { folder: string; openFile?: string; payload?: [string, string][] }): string;
  stop(): Promise<void>;
}

export function startServer(options: {
  vsix?: string[];
  settings?: Record<string, unknown>;
  keys?: readonly object[];
  env?: Record<string, string>;
  guarded?: boolean;
  logFile: string;
  onOutput?: (text: string) => void;
}): Promise<VSCodeServer>;
