import { isoDate } from '../reference/calendar';
import { matched } from '../reference/match';
import { fold } from '../text/spelling';
import type { WorkspaceRecord } from './record';
import type { Workspace } from './workspace';

export interface WorkspaceSymbol {
  /** "Kirklees, ILACS standard inspection, 2024-07-08" */
  name: string;
  record: WorkspaceRecord;
}

/** A list longer than this helps nobody to find anything. */
const MOST = 200;

/** The records whose authority, event, date or id hold all words of the query. */
export function workspaceSymbols(query: string, workspace: Workspace): WorkspaceSymbol[] {
  const words = fold(query).split(' ').filter(word => word !== '');
  const found: WorkspaceSymbol[] = [];
  for (const record of workspace.all()) {
    const { name, text } = describe(record);
    if (words.every(word => text.includes(word)) && found.push({ name, record }) >= MOST) break;
  }
  return found;
}

/** What a record is called, and the text to look for words in: worked out once, as a record never changes. */
function describe(record: WorkspaceRecord): { name: string; text: string } {
  let described = known.get(record);
  if (!described) {
    const name = nameOf(record);
    known.set(record, (described = { name, text: fold(`${name} ${record.id ?? ''}`) }));
  }
  return described;
}

const known = new WeakMap<WorkspaceRecord, { name: string; text: string }>();

function nameOf({ authority, inspection }: WorkspaceRecord): string {
  const event = matched(inspection.event?.match)?.name ?? inspection.event?.node.text;
  const date = inspection.on && isoDate(inspection.on.date);
  return [authority ?? inspection.authority?.node.text, event, date].filter(part => part !== undefined).join(', ') || 'Record';
}
