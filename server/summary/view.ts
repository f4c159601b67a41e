/**
 * What is shown of a record: plain data that every writer (html, markdown, text) turns into its own form. Texts are as people read
 * them and not escaped. `at` is the offset (UTF-16 units, in the record's slice) of the text that a piece stands for; it is absent
 * where a piece follows from something else.
 */
export type View = RecordView | GuideView;

/** A piece of text. */
export interface Run {
  text: string;
  at?: number;
  /** Offset of the text from which this one follows, where none stands for it. */
  from?: number;
  /** The date that it stands for, for machines: `2024-07-08`. */
  iso?: string;
  /** A web address to which the text may lead. */
  url?: string;
  /** Another record to which the text may lead: its number in the journey. */
  record?: number;
  /** What is doubtful about it, in a few words: "no such authority". */
  mark?: string;
  /** Where it stands in its file, for readers who want to follow it there: "line 12". */
  trace?: string;
}

/** A place in a text, for whoever leads there. */
export interface TextPlace {
  /** From 0. */
  line: number;
  /** From 0, in UTF-16 units. */
  character: number;
  /** Address of the file, where it is not the one that is shown. */
  uri?: string;
}

/** Pieces that are read one straight after the other. */
export type Line = readonly Run[];

export interface RecordView {
  kind: 'record';
  /** "Kirklees: ILACS standard inspection, July 2024". */
  title: string;
  /** For a tab: "Kirklees, July 2024". */
  shortTitle: string;
  authority: Run;
  event: Line;
  /** What is known of the authority: type, region, code, last day. */
  about: readonly string[];
  /** The grades in one sentence; absent where there are none. */
  headline?: Run;
  /** What the record itself says that a reader should know first. */
  summary?: Run;
  facts: readonly Fact[];
  judgements?: JudgementTable;
  outcome?: Outcome;
  /** All records of the authority, where there are others. */
  journey?: JourneyStrip;
  sections: readonly Section[];
  problems: readonly Problem[];
}

export interface Fact {
  /** The field that it is from, or `framework`. */
  id: string;
  label: string;
  line: Line;
}

/** A grade or an outcome, or what was written in its place. */
export interface GradeRun extends Run {
  /** The letter beside the colour; absent where no grade is known. */
  letter?: string;
  /** Colour family: `outstanding`, `good`, `middling`, `inadequate`, `none`. */
  tone: string;
}

export interface JudgementTable {
  title: string;
  rows: readonly JudgementRow[];
  /** The graded inspection before this one; absent where none is known. */
  previous?: { event: string; when: string; comparable: boolean };
}

export interface JudgementRow {
  name: Run;
  level: 'overall' | 'key' | 'sub' | 'separate';
  /** What the record says about this judgement beside its grade. */
  summary?: Run;
  grade?: GradeRun;
  /** Why there is no grade: "not given". */
  absent?: string;
  change?: Change;
}

/** A grade set against the one before. `other`: better and worse mean nothing here. */
export interface Change {
  direction: 'up' | 'down' | 'same' | 'other';
  /** "up from Requires improvement to be good". */
  text: string;
  /** What was graded then, where that was not the same: "children in care and care leavers together". */
  then?: string;
}

export interface Outcome {
  label: string;
  grade: GradeRun;
  meaning?: string;
}

/** The records of an authority in order of date. */
export interface JourneyStrip {
  steps: readonly JourneyStep[];
  /** How many there are, and how many of them come before and after the steps that are told. */
  count: number;
  earlier: number;
  later: number;
}

export interface JourneyStep {
  when: Run;
  /** "Monitoring visit 5". */
  event: string;
  /** The overall grade, the only grade or the outcome. */
  grade?: GradeRun;
  /** The record that is shown. */
  isThis: boolean;
  /** "3 years later", where so much time passed until the next step. */
  pause?: string;
}

/** A field that holds a list, or a text of its own: strengths, quotes, notes; and what follows from the record. */
export type Section = ListSection | TableSection;

interface Heading {
  /** The field's name: the same for as long as the section is there. */
  id: string;
  title: string;
  count?: number;
}

export interface ListSection extends Heading {
  style: 'list' | 'quotes' | 'text';
  groups: readonly Group[];
}

export interface TableSection extends Heading {
  style: 'table';
  /** What is to be said of the whole: "1 of 4 done, 1 overdue". */
  note?: string;
  columns: readonly string[];
  /** As many cells as there are columns; an empty one has no pieces. The first cell is what a row is about. */
  rows: readonly (readonly Line[])[];
}

/** Items under one judgement, or under none. */
export interface Group {
  title?: string;
  items: readonly Item[];
}

export interface Item {
  main: Run;
  details: readonly Detail[];
}

export interface Detail {
  /** Absent where the value explains itself. */
  label?: string;
  value: Run;
}

export interface Problem {
  severity: 'error' | 'warning' | 'information' | 'hint';
  message: string;
  rule: string;
  at: number;
}

/** Shown where there is no record to show: what one needs. */
export interface GuideView {
  kind: 'guide';
  title: string;
  shortTitle: string;
  intro: string;
  needs: readonly Need[];
  problems: readonly Problem[];
}

export interface Need {
  name: string;
  description: string;
  /** As it is written in a record: `authority: Kirklees`. */
  example: string;
}
