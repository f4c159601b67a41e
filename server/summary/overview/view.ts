import type { Place } from '../placed';
import type { Topic } from '../topics';
import type { Change, GradeRun } from '../view';

/**
 * What is shown of all the records of a folder: plain data that every writer (html, markdown, text) turns into its own form. Texts are as
 * people read them and not escaped.
 */
export interface OverviewView {
  /** "Overview of north". */
  title: string;
  /** "306 inspections and visits of 153 authorities, in 4 files". */
  tally: string;
  /** Inspections of different inspectorates are never counted together. */
  parts: readonly Part[];
  overdue: readonly Overdue[];
  coverage: Coverage;
  /** Records that count nowhere, and why. */
  left: readonly { name: string; why: string; place: Place; standsIn: string }[];
}

/** All that one inspectorate graded. */
export interface Part {
  /** Absent where there is only one. */
  inspectorate?: string;
  /** The grades that were given, best first, in the order of all columns of counts. */
  grades: readonly GradeRun[];
  /** Topics of overall and key judgements: the columns of the table. */
  topics: readonly Topic[];
  /** Today's authorities with their latest grades, in order of name. */
  standings: readonly Standing[];
  /** The same for authorities that are no more. */
  former: readonly Standing[];
  /** How many of today's authorities hold each grade: a row for each topic. */
  held: readonly Distribution[];
  /** How many hold each grade of the first topic: a row for each region. */
  regions: readonly Distribution[];
  movements: Movements;
  /** How often each grade was given, year by year: for each topic. */
  years: readonly { topic: Topic; rows: readonly Distribution[] }[];
}

/** The latest grades of an authority. */
export interface Standing {
  authority: string;
  region: string;
  /** "until 31 March 2023", for an authority that is no more. */
  life?: string;
  event: string;
  /** "July 2024". */
  when: string;
  /** For sorting: `2024-07-08`. */
  iso: string;
  place: Place;
  /** As many as there are topics; undefined where a topic was not graded. */
  cells: readonly (Cell | undefined)[];
  movement: Movement;
}

export interface Cell extends GradeRun {
  id: string;
  /** For sorting: 1 is best; absent off the scale. */
  rank?: number;
  /** It was graded together with what stands beside it. */
  together: boolean;
}

/** What became of grades since the graded inspection before. */
export interface Movement {
  /** `none`: there is nothing to compare with. */
  direction: 'up' | 'down' | 'same' | 'mixed' | 'none';
  /** "July 2019", of the inspection before. */
  since?: string;
  /** Of the overall grade, where both have one. */
  overall?: Change;
  /** Judgements that went up, and down, the overall one left out. */
  up: number;
  down: number;
}

export interface Movements {
  counts: Readonly<Record<Movement['direction'], number>>;
  /** Those that went up or down, or both. */
  moved: readonly Standing[];
}

/** How many have which grade. */
export interface Distribution {
  name: string;
  /** As many as there are grades. */
  counts: readonly number[];
  /** How many have none. */
  without: number;
}

/** An action that is not done after the day on which it was due. */
export interface Overdue {
  authority: string;
  action: string;
  owner?: string;
  due: string;
  /** For sorting. */
  iso: string;
  /** "2 years and 3 months". */
  late: string;
  /** "In progress", "Not said to be done". */
  status: string;
  place: Place;
  standsIn: string;
}

/** Which of today's authorities have a record. */
export interface Coverage {
  known: number;
  all: number;
  regions: readonly { region: string; known: number; all: number; without: readonly string[] }[];
}
