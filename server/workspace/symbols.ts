import { isoDate } from '../reference/calendar';
import { matched } from '../reference/match';
import { fold } from '../text/spelling';
import { visible } from '../text/visible';
import type { WorkspaceRecord } from './record';
import type { Workspace } from './workspace';

export interface WorkspaceSymbol {
  /** "Kirklees, ILACS standard inspection, 2024-07-08" */
  name: string;
  record: WorkspaceRecord;
}

/** A list longer than this helps nobody to find anything. */
const MOST = 200;

/**
 * The records whose authority, event, date or id hold all words of the query: one step for each record that is looked at, with what was found
 * if anything was, so that others can have their turn in between.
 */
export function* workspaceSymbols(query: string, workspace: Workspace): Generator<WorkspaceSymbol | undefined> {
  const words = fold(query).split(' ').filter(word => word !== '');
  let found = 0;
  for (const record of workspace.all()) {
    const { name, text } = describe(record);
    const fits = words.every(word => text.includes(word));
    yield fits ? { name, record } : undefined;
    if (fits && ++found === MOST) return;
  }
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
  return visible([authority ?? inspection.authority?.node.text, event, date].filter(part => part !== undefined).join(', ')) || 'Record';
}
