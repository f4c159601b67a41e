import type { Place } from '../placed';
import type { Topic } from '../topics';
import type { Change, GradeRun } from '../view';

/**
 * What is shown of an authority's journey: plain data that every writer (svg, html, markdown, text) turns into its own form. Texts are as
 * people read them and not escaped. Days are numbers of days since 1 January 1970; a date that is known to the month or the year only
 * stands at its middle.
 */
export interface JourneyView {
  /** "Journey of Kirklees". */
  title: string;
  authority: string;
  /** What is known of the authority: type, region, code, first and last day. */
  about: readonly string[];
  /** The overall grades in one sentence. */
  story?: string;
  /** First and last day that the time line shows. */
  from: number;
  to: number;
  today: number;
  editions: readonly EditionBand[];
  /** In order from above to below. */
  lanes: readonly Lane[];
  visits: readonly Mark[];
  steps: readonly Mark[];
  /** Who ran the services in the authority's place. */
  trusts: readonly Period[];
  gaps: readonly Gap[];
  /** Authorities that it came from or went into. */
  kin: readonly Kin[];
  /** Everything that the time line shows, in words and in order of date. */
  chronicle: readonly Entry[];
}

/** An edition of a framework while it was in force, as far as the time line shows it. */
export interface EditionBand {
  name: string;
  from: number;
  to: number;
}

export interface Lane {
  topic: Topic;
  stretches: readonly Stretch[];
}

/** A grade for as long as it stood: until the next one, or until the thing was no longer judged. */
export interface Stretch {
  from: number;
  to: number;
  /** It still stands. */
  open: boolean;
  grade: GradeRun;
  /** Topics of the lanes below that it holds for as well, having been judged together with this one. */
  together: readonly string[];
  /** "ILACS standard inspection, July 2024". */
  told: string;
  place: Place;
}

/** Something that has no grade: a visit, or a step that government or the council took. */
export interface Mark {
  /** "Monitoring visit 5". */
  name: string;
  /** What else is to be read beside it: "Eleanor Brazil". */
  detail?: string;
  /** "July 2018". */
  when: string;
  day: number;
  /** First and last day that the date may mean, where they differ. */
  range?: { from: number; to: number };
  /** The date is not known: it stands where its record does. */
  undated?: boolean;
  place: Place;
}

export interface Period {
  name: string;
  from: number;
  to: number;
  open: boolean;
}

/** A time about which the records say nothing, although something is to be expected. */
export interface Gap {
  /** "No record for 4 years and 10 months". */
  text: string;
  /** The same in so few words that they fit into a time line: two lines. */
  short: readonly [string, string];
  /** "November 2011 to September 2016". */
  when: string;
  /** Present where it is a time, and not a thing that lacks. */
  span?: { from: number; to: number };
  /** Where it stands among the entries of the chronicle. */
  day: number;
}

export interface Kin {
  relation: 'predecessor' | 'successor';
  name: string;
  /** "until 31 March 2021". */
  life: string;
  lane?: Lane;
  /** What its records tell: empty where there are none. */
  chronicle: readonly EventEntry[];
}

export type Entry = EventEntry | StepEntry | RemarkEntry;

/** An inspection, visit or review. */
export interface EventEntry {
  kind: 'event';
  /** "8–19 July 2024". */
  when: string;
  day?: number;
  name: string;
  /** Theme and number. */
  about?: string;
  grades: readonly { name: string; overall: boolean; grade: GradeRun; change?: Change }[];
  outcome?: GradeRun;
  summary?: string;
  place: Place;
  /** "kirklees.inspection.yaml, line 41". */
  standsIn: string;
  /** Other records that tell of it, likewise. */
  alsoIn: readonly { text: string; place: Place }[];
}

/** What government or the council did. */
export interface StepEntry {
  kind: 'step';
  when: string;
  day?: number;
  name: string;
  note?: string;
  place: Place;
}

/** What follows from data: a change of framework, a gap, the first or last day of the authority or of a trust. */
export interface RemarkEntry {
  kind: 'edition' | 'gap' | 'life' | 'trust';
  when: string;
  day: number;
  text: string;
}
