import type { Authority } from '../reference/authorities';
import { couldBegin } from '../reference/frameworks';
import type { Inspection } from '../reference/inspection';
import { matched } from '../reference/match';

/** A record among many, and where it stands: what pages about several records are made from. */
export interface Placed {
  inspection: Inspection;
  /** Number of its file in the list that goes with the page. */
  file: number;
  /** What the file is called: "north/kirklees.inspection.yaml". */
  fileName: string;
  /** Line (from 0) in the file of an offset in the record's slice. */
  lineOf(offset: number): number;
}

/** A place in a file that a page about several records leads to. */
export interface Place {
  file: number;
  /** From 0. */
  line: number;
}

/**
 * The authority that a record is about. A body that was not there on the day is none: what is written of it was another one's.
 */
export function authorityOf({ authority, on }: Inspection): Authority | undefined {
  const named = matched(authority?.match);
  return named && (!on || couldBegin(named, on)) ? named : undefined;
}

/** Where a record begins, or where a part of it stands. */
export function placeOf({ inspection, file, lineOf }: Placed, offset = inspection.root.start): Place {
  return { file, line: lineOf(offset) };
}

/** Where a record stands, for people: "kirklees.inspection.yaml, line 41". */
export function placeInWords(record: Placed): string {
  return `${record.fileName}, line ${placeOf(record).line + 1}`;
}
