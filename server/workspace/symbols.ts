import { isoDate } from '../reference/calendar';
import { fieldText } from '../reference/inspection';
import { matched } from '../reference/match';
import { fold } from '../text/spelling';
import type { RecordPlace, Workspace } from './workspace';

export interface WorkspaceSymbol {
  /** "Kirklees, ILACS standard inspection, 2024-07-08" */
  name: string;
  /** The record's id, where it has one. */
  container?: string;
  place: RecordPlace;
}

/** A list longer than this helps nobody to find anything. */
const MOST = 200;

/** The records whose authority, event, date or id hold all words of the query. */
export function workspaceSymbols(query: string, workspace: Workspace): WorkspaceSymbol[] {
  const words = fold(query).split(' ').filter(word => word !== '');
  const found: WorkspaceSymbol[] = [];
  for (const place of workspace.all()) {
    const symbol = describe(place);
    const text = fold(`${symbol.name} ${symbol.container ?? ''}`);
    if (words.every(word => text.includes(word)) && found.push(symbol) >= MOST) break;
  }
  return found;
}

function describe(place: RecordPlace): WorkspaceSymbol {
  const { inspection } = place;
  const authority = matched(inspection.authority?.match)?.name ?? inspection.authority?.node.text;
  const event = matched(inspection.event?.match)?.name ?? inspection.event?.node.text;
  const date = inspection.on && isoDate(inspection.on.date);
  return { name: [authority, event, date].filter(part => part !== undefined).join(', ') || 'Record', container: fieldText(inspection, 'id')?.text, place };
}
