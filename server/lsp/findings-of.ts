import type { Finding } from '../findings/finding';
import type { Slice } from '../records/slice';
import type { ServerContext } from './context';
import { Turns } from './turns';

/** The longest that a request reads what waits in the workspace, in milliseconds: after an edit that is one record. */
const TURN = 5;

/**
 * What is wrong with the records of a document: among the others of the workspace once all of those are read, till then by themselves.
 * Of a file that the configuration ignores, nothing is said.
 */
export function findingsIn(context: ServerContext, uri: string): (slice: Slice) => readonly Finding[] {
  if (context.isIgnored(uri)) return () => [];
  const checker = context.checkerFor(uri);
  return isWholeWorkspaceRead(context) ? slice => context.among.findings(slice, checker) : slice => checker.findings(slice);
}

/** What is wrong with one record. */
export function findingsOf(context: ServerContext, uri: string, slice: Slice): readonly Finding[] {
  return findingsIn(context, uri)(slice);
}

/** Whether all records of all files are known: only then can be said what stands in none of them. */
export function isWholeWorkspaceRead({ workspace, clock, areFilesRead }: ServerContext): boolean {
  const turns = new Turns(clock, TURN);
  return workspace.advance(() => turns.isOver) && areFilesRead() === 'now';
}
