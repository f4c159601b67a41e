import type { Slice } from '../records/slice';
import { matched } from '../reference/match';
import type { Reader } from '../reference/reader';
import { touches } from '../text/span';
import type { Location } from './ids';
import type { Workspace } from './workspace';

/** The authority that is named at an offset of a record, by its canonical name. */
export function authorityAt(slice: Slice, offset: number, reader: Reader): string | undefined {
  const written = reader.inspection(slice)?.authority;
  return written && touches(written.node, offset) ? matched(written.match)?.name : undefined;
}

/** Where the records of an authority name it, in order of date. */
export function namingsOf(authority: string, workspace: Workspace): Location[] {
  return workspace.journey(authority).map(record => ({ record, node: record.inspection.authority!.node }));
}
