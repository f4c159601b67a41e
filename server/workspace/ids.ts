import type { ScalarNode } from '../records/node';
import type { Slice } from '../records/slice';
import { fieldText } from '../reference/inspection';
import type { Reader } from '../reference/reader';
import { touches, type Span } from '../text/span';
import type { RecordPlace, Workspace } from './workspace';

/** A place in some file of the workspace; the span counts from the start of the record's slice. */
export interface Location {
  place: RecordPlace;
  span: Span;
}

/** An id under the caret: in `id:` it names the record itself, in `follows:` another one. */
export interface WrittenId {
  id: string;
  node: ScalarNode;
  field: 'id' | 'follows';
}

/** The id that stands at an offset of a record, if any. */
export function idAt(slice: Slice, offset: number, reader: Reader): WrittenId | undefined {
  const inspection = reader.inspection(slice);
  for (const field of ['id', 'follows'] as const) {
    const node = inspection && fieldText(inspection, field);
    if (node && touches(node, offset)) return { id: node.text, node, field };
  }
  return undefined;
}

/** The records that have an id. */
export function definitions(id: string, workspace: Workspace): Location[] {
  return workspace.withId(id).map(place => ({ place, span: fieldText(place.inspection, 'id')! }));
}

/** Where other records point to it. */
export function references(id: string, workspace: Workspace): Location[] {
  return workspace.following(id).map(place => ({ place, span: fieldText(place.inspection, 'follows')! }));
}

/** Why an id cannot be renamed; undefined where it can. */
export function refusal(id: string, workspace: Workspace): string | undefined {
  const known = workspace.withId(id).length;
  if (known === 0) return `No record of this folder has the id '${id}'.`;
  return known > 1 ? `${known} records have the id '${id}'. Give each its own id first.` : undefined;
}

/** Every place that changes when an id is renamed, or why the new id will not do. */
export function rename(id: string, to: string, workspace: Workspace): Location[] | string {
  if (!/^[a-z0-9-]+$/.test(to)) return `An id is made of small letters, figures and hyphens: '${to}' is not.`;
  if (to !== id && workspace.withId(to).length) return `Another record has the id '${to}' already.`;
  return refusal(id, workspace) ?? [...definitions(id, workspace), ...references(id, workspace)];
}
