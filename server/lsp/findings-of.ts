import type { Finding } from '../findings/finding';
import type { Slice } from '../records/slice';
import type { ServerContext } from './context';

/** What is wrong with a record: among the others of the workspace once all of those are read, till then by itself. */
export function findingsOf({ among, workspace, checkerFor }: ServerContext, uri: string, slice: Slice): readonly Finding[] {
  const checker = checkerFor(uri);
  const allRead = workspace.advance(() => true);
  return allRead ? among.findings(slice, checker) : checker.findings(slice);
}
