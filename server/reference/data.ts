/**
 * The shape of reference data: the YAML files under `schemas/` and those that a workspace adds hold exactly this.
 * Every file is a mapping of any of these lists; files are joined list by list. Dates are calendar dates, `YYYY-MM-DD`.
 */
export interface ReferenceData {
  grades: GradeData[];
  grade_scales: GradeScaleData[];
  events: EventData[];
  frameworks: FrameworkData[];
  authorities: AuthorityData[];
  authority_titles: AuthorityTitleData[];
  trusts: TrustData[];
  themes: ThemeData[];
  national_framework: NationalFrameworkData[];
  links: LinkData[];
  bank_holidays: BankHolidayData[];
  next_steps: NextStepData[];
  known_errors: KnownErrorData[];
}

/** One grade, whatever an era calls it. Scales name it; two scales that use the same grade mean the same thing by it. */
export interface GradeData {
  id: string;
  /** The letter printed beside the colour, so that grades are never told by colour alone: O, G, R, A, I, N. */
  letter: string;
  /** Colour family of the preview. */
  tone: 'outstanding' | 'good' | 'middling' | 'inadequate' | 'none';
  /** 1 is best. Absent where the value is not a place on the scale ("Not judged"). */
  rank?: number;
  /** Other ways in which people write it (case and spaces are folded before comparing). */
  spellings?: string[];
}

export interface GradeScaleData {
  id: string;
  name: string;
  /** Best to worst, then values off the scale. */
  grades: {
    grade: string;
    /** As this era prints it: the canonical value of a record. */
    name: string;
    /** The number some people write for it, e.g. 3. */
    number?: number;
    meaning: string;
  }[];
  source?: string;
}

export interface EventData {
  id: string;
  /** Canonical value of `event:`. */
  name: string;
  spellings?: string[];
  /** `grades`: carries judgements; `outcome`: carries one of the outcomes of its scale; `none`: carries neither. */
  result: 'grades' | 'outcome' | 'none';
  /** For `result: outcome`: id of the grade scale that lists the outcomes. */
  outcome_scale?: string;
  /** Who inspects. What follows from one inspection for another is asked of inspections by the same inspectorate only; absent is one too. */
  inspectorate?: string;
  description: string;
  /** First and last day on which fieldwork could begin; for graded events the frameworks say it instead. */
  in_force?: { from: string; to?: string };
  /** Usual length of fieldwork in calendar days, first to last day on site; silent where absent. */
  fieldwork_days?: { from: number; to: number; usual: string };
  /** Mondays to Fridays that usually pass between the last day on site and the publication; silent where absent. */
  publication_weekdays?: { from: number; to: number };
  /** Ids of the grades that the overall judgement before must have had for it (rule `short-after-weak`). */
  previous_overall?: string[];
  /** It follows an inspection that gave a judgement the worst grade (rule `monitoring-without-inadequate`). */
  follows_worst?: boolean;
  /** Days since the graded inspection before it that were ever seen, with some room (rule `inspection-interval`). */
  interval_days?: { from: number; to: number };
  /** Ids of the events that took its place. */
  followed_by?: string[];
  /** Whether `ordinal` makes sense for it (monitoring visits). */
  ordinal?: boolean;
  /** Whether `theme` is usual for it. */
  theme?: boolean;
  source?: string;
}

export interface FrameworkData {
  id: string;
  name: string;
  /** A few words for a header or a hint: "ILACS, from January 2023". */
  short_name: string;
  /** Ids of the events that are judged by it. */
  events: string[];
  /** By first day of fieldwork; `to` is inclusive and absent for the edition still in force. */
  in_force: { from: string; to?: string };
  /** First and last publication day seen: where a record knows no fieldwork, the edition is possible between them. */
  published_seen?: { from: string; to: string };
  grade_scale: string;
  /** In printed order. */
  judgements: JudgementData[];
  /** How a weak judgement bears on the overall one (rule `limiting-judgement`). */
  limiting?: 'always' | 'usually';
  /** With an `overall` grade at most so many key judgements have `grade` or a worse one (rule `overall-out-of-range`). */
  overall_bears?: { overall: string; grade: string; most: number }[];
  source?: string;
}

export interface JudgementData {
  id: string;
  name: string;
  /** `overall`; `key`: bears on the overall; `sub`: part of a key one; `separate`: about another body. */
  level: 'overall' | 'key' | 'sub' | 'separate';
  /** Printed in every report of the framework. `false`: never demanded. */
  required: boolean;
  /** Short names, variants and misprints that mean it. */
  spellings?: string[];
  /** Other official wordings, accepted as they are. */
  also_printed?: string[];
  /** What it covers, for people who choose it from a list. */
  covers: string;
  /** Ids of judgements of other editions of which this one is the join or a part (the care judgements). */
  joins?: string[];
  /** Id of a judgement of another edition that is about the same work: shown in one lane with it, but never compared. */
  topic?: string;
}

export interface AuthorityData {
  name: string;
  official_name: string;
  gss_code?: string;
  dfe_code?: number;
  region: string;
  /** The region that the inspectorate counts it to, where it has regions of its own. */
  inspectorate_region?: string;
  type: string;
  /** Absent: before April 2009. */
  valid_from?: string;
  /** Last day; absent: current. */
  valid_to?: string;
  /** GSS codes. */
  successors?: string[];
  former_gss_codes?: string[];
  /** On the inspectorate's reports site. */
  provider_number?: number;
  aliases?: string[];
  note?: string;
}

/** Words of a council's title that are not part of its name: "City of", "Borough". */
export interface AuthorityTitleData {
  words: string;
  stands: 'before' | 'after';
}

export interface TrustData {
  name: string;
  aliases?: string[];
  /** `authority` is the canonical name. */
  runs: { authority: string; from: string; to?: string; note?: string }[];
  source: string;
}

export interface ThemeData {
  name: string;
  /** One of the inspectorate's own themes of visits. */
  official: boolean;
}

/** The form that addresses in a field have. Where a field has several, any will do. */
export interface LinkData {
  /** The field of a record. */
  field: string;
  /** What the address leads to, in a few words. */
  leads_to: string;
  /** Regular expression for the whole address. */
  pattern: string;
  example: string;
  /** The address that is about one authority: with `{provider_number}` where its number belongs. */
  for_authority?: string;
  source: string;
}

/** What a finding may refer to in the Children's Social Care National Framework. */
export interface NationalFrameworkData {
  /** As reports and records write it: "outcome 4". */
  reference: string;
  name: string;
}

/** The bank holidays of one year, on the days on which they are kept. */
export interface BankHolidayData {
  year: number;
  days: string[];
}

/** What a published table is known to have said wrongly of an inspection. */
export interface KnownErrorData {
  /** The authority that was inspected, and the first day on site. */
  authority: string;
  start: string;
  /** Id of the judgement. */
  judgement: string;
  /** Ids of grades: as the table has it, and as the report prints it. */
  says: string;
  report_says: string;
  source: string;
}

/** What usually follows an inspection, and when. Whatever is worked out from it is an estimate. */
export interface NextStepData {
  id: string;
  /** What it is called; where absent, by the names of its events. */
  name?: string;
  /** Ids of the events that it is: the first of them that comes later has fulfilled it. */
  events?: string[];
  /** Ids of the events after which it comes. */
  after: string[];
  /** Where it does not come after each of them: all that is named here must hold. Grades and outcomes by their ids. */
  when?: {
    frameworks?: string[];
    overall?: string[];
    /** Any judgement but one about another body. */
    any?: string[];
    outcome?: string[];
    /** A field of the record that is not empty. */
    field?: string;
  };
  /**
   * When it comes, counted from the publication or the first day of fieldwork: working days, then days, then months. Months are a
   * window, a limit (`to` alone) or a time `about` which it comes. Absent where nothing is known.
   */
  due?: { since: 'published' | 'fieldwork'; working_days?: number; days?: number; months?: { from?: number; to?: number; about?: number } };
  /** Kinds of follow-up by which a record tells of it. */
  follow_up?: string[];
  /** Why it comes, in a sentence or two. */
  reason: string;
  source: string;
}
