import type { Arguments } from './arguments';
import { STATUS, type Status } from './status';
import { UsageError } from './usage-error';

/** Runs the language server until its client ends it. */
export async function lsp(args: Arguments): Promise<Status> {
  if (!args.has('stdio')) throw new UsageError("The language server speaks over standard input and output: 'inspection-records lsp --stdio'.");
  // Only this command needs it: the others start sooner without.
  const { startNodeServer } = await import('../lsp/node');
  startNodeServer();
  return STATUS.clean;
}
