import type { RecordText } from '../records/read';
import type { CalendarDate } from '../reference/calendar';
import type { Inspection } from '../reference/inspection';
import type { Span } from '../text/span';

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Text to put in the place of a span (an empty span: to insert). Offsets in the record's slice. */
export interface TextEdit extends Span {
  text: string;
}

/** One way to mend a finding. */
export interface Fix {
  /** What it does, as a menu would say: "Change to 'Good'". */
  title: string;
  edits: TextEdit[];
  /** Safe to apply without looking: takes part in fix-all, on save and `check --fix`. */
  all?: boolean;
}

/** What a rule has to say about one place of a record. Offsets are UTF-16 units in the record's slice. */
export interface Report extends Span {
  /** What is wrong, what was expected, and why: plain British English, no jargon. */
  message: string;
  /** Right values for the words at fault, likeliest first. */
  suggestions?: string[];
  /** Likeliest first; several where the mistake is ambiguous. */
  fixes?: Fix[];
  /** Other places that are involved; in this record, unless it says in which other one. */
  related?: (Span & { message: string; in?: OtherRecord })[];
  /** It is about something missing: while its record is being typed it may wait. */
  missing?: boolean;
  /** Its line may only be half written: while the caret is on it, it may wait. */
  unfinished?: boolean;
  /** The words may go without loss. */
  unnecessary?: boolean;
  /** Whatever else is found in this part of the record follows from the same mistake. */
  covers?: Span;
  /** For rules whose severity depends on the record; else the rule's own. */
  severity?: Severity;
}

/** What most rules have to say of most records. */
export const NOTHING: readonly Report[] = [];

/** What there is to say of several things, worked out one by one: nobody reads very many. */
export function ofEach<T>(things: readonly T[], say: (thing: T) => Iterable<Report>): Iterable<Report> {
  return things.length ? saying(things, say) : NOTHING;
}

function* saying<T>(things: readonly T[], say: (thing: T) => Iterable<Report>): Generator<Report> {
  for (const thing of things) yield* say(thing);
}

/** What a rule may know besides the record itself. */
export interface RuleContext {
  /** Today's date. */
  today: Required<CalendarDate>;
}

interface RuleText {
  /** Normative: other programs and configurations rely on it. */
  id: string;
  severity: Severity;
  /** One sentence for lists and settings: what the rule says. */
  summary: string;
  /** Why it matters, with the source of the fact; shown by `explain` and on the rule's page. */
  why: string;
  /** Whether it offers a fix, and whether that takes part in fix-all. */
  fix?: 'some' | 'all';
}

/** A rule about what a record says. */
export interface InspectionRule extends RuleText {
  check(inspection: Inspection, context: RuleContext): Iterable<Report>;
}

/** A rule about the text of a record, whether or not it can be understood. */
export interface TextRule extends RuleText {
  checkText(record: RecordText, text: string): Iterable<Report>;
}

/** Another record of the workspace. */
export interface OtherRecord {
  inspection: Inspection;
  /** What it is called in a message: "ILACS standard inspection of 8 July 2024". */
  name: string;
}

/** The other records of the workspace, as far as they bear on one record. */
export interface OtherRecords {
  /** The first with an id; never the record itself. */
  withId(id: string): OtherRecord | undefined;
  /** The ids of the workspace that may be meant by one that no record has; not certainly all of them. */
  idsLike(id: string): readonly string[];
  /** Those of the same authority that certainly began before a date, latest first. */
  before(date: CalendarDate): Iterable<OtherRecord>;
  /** Those of these that are graded inspections. */
  gradedBefore(date: CalendarDate): Iterable<OtherRecord>;
  /** Those of the same authority that may have begun on that day; never the record itself. */
  on(date: CalendarDate): Iterable<OtherRecord>;
}

/** A rule that holds a record against others of the workspace. It says nothing when they are not there. */
export interface AcrossRule extends RuleText {
  checkAcross(inspection: Inspection, others: OtherRecords, context: RuleContext): Iterable<Report>;
}

/** A comment that silences rules. */
export interface IgnoreComment extends Span {
  /** Nothing else stands on its line. */
  alone: boolean;
  /** The rules it names, each with its place and whether it silenced anything. */
  rules: (Span & { id: string; used: boolean })[];
  /** The lines on which it silences them. */
  silences: Span;
}

/** A rule about the comments that silence others; it speaks after all others have. */
export interface IgnoreRule extends RuleText {
  checkIgnores(ignores: readonly IgnoreComment[], text: string, ruleIds: readonly string[]): Iterable<Report>;
}

export type Rule = InspectionRule | TextRule | AcrossRule | IgnoreRule;

/** A fix that replaces one span. */
export function replacement({ start, end }: Span, text: string, options: { title?: string; all?: boolean } = {}): Fix {
  return { title: options.title ?? `Change to '${text}'`, edits: [{ start, end, text }], ...(options.all && { all: true }) };
}
