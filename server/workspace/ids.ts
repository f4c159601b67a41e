import type { ScalarNode } from '../records/node';
import type { Slice } from '../records/slice';
import { fieldText } from '../reference/inspection';
import type { Reader } from '../reference/reader';
import { VALUE_FORMS } from '../rules/form/value-forms';
import { rewrite } from '../rules/scalar-text';
import type { TextEdit } from '../rules/rule';
import { touches } from '../text/span';
import { pointersOf, type WorkspaceRecord } from './record';
import type { Workspace } from './workspace';

/** A value in some record of the workspace; its offsets count from the start of the record's slice. */
export interface Location {
  record: WorkspaceRecord;
  node: ScalarNode;
}

/** The value at an offset of a record that is an id, or that names another record by its id. */
export function idAt(slice: Slice, offset: number, reader: Reader): ScalarNode | undefined {
  const inspection = reader.inspection(slice);
  return inspection && [fieldText(inspection, 'id'), ...pointersOf(inspection)].find(node => node && touches(node, offset));
}

/** The records that have an id. */
export function definitions(id: string, workspace: Workspace): Location[] {
  return workspace.withId(id).map(record => ({ record, node: fieldText(record.inspection, 'id')! }));
}

/** Where records point to it. */
export function references(id: string, workspace: Workspace): Location[] {
  return workspace.pointingTo(id).flatMap(record => record.pointers.filter(({ text }) => text === id).map(node => ({ record, node })));
}

/** Why an id cannot be renamed; undefined where it can. */
export function refusal(id: string, workspace: Workspace): string | undefined {
  const known = workspace.withId(id).length;
  if (known === 0) return `No record of this workspace has the id '${id}'.`;
  return known > 1 ? `${known} records have the id '${id}'. Give each its own id first.` : undefined;
}

/** An edit of a record of the workspace, by offsets in its slice. */
export interface RecordEdit {
  record: WorkspaceRecord;
  edit: TextEdit;
}

/** What changes when an id is renamed, wherever it stands; or why the new id will not do. */
export function rename(id: string, to: string, workspace: Workspace): RecordEdit[] | string {
  const { fits, says } = VALUE_FORMS.slug;
  if (!fits(to)) return `An id ${says}: '${to}' will not do.`;
  if (to !== id && workspace.withId(to).length) return `Another record has the id '${to}' already.`;
  const why = refusal(id, workspace);
  if (why !== undefined) return why;
  return [...definitions(id, workspace), ...references(id, workspace)].map(({ record, node }) => ({ record, edit: rewrite(record.slice.record, node, to) }));
}
