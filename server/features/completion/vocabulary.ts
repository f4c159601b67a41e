import type { Inspection } from '../../reference/inspection';

/** The id of a record. */
export interface KnownId {
  id: string;
  authority?: string;
  /** For people: "ILACS standard inspection of 8 July 2024". */
  name: string;
  /** The first day on which it may have begun, as a day number; absent where no date is known. */
  began?: number;
  /** Its event gives grades. */
  graded: boolean;
}

/** What a visit is counted on from. */
export interface CountedOn {
  /** Which visit this is, then: 1 where an inspection led to it. */
  number: number;
  /** The record before it, for people: "Monitoring visit of 8 July 2024". */
  from: string;
}

/** What the records of a workspace say already. Whoever has read them hands it in; without it nothing is offered from there. */
export interface Vocabulary {
  /** Those of all records. */
  ids(): readonly KnownId[];
  /** The values of a field in all records, the most used first; its path has a star for a list entry. */
  used(field: string): readonly string[];
  /** The number that a visit has after those before it; undefined where none is known, or it carries none. */
  countedOn(inspection: Inspection): CountedOn | undefined;
}
