import { fieldsAt } from '../reference/fields';

/** Where a value was read: for people, so that they can look there. */
export interface Evidence {
  /** "page 1", "sheet 'History', row 12". */
  place: string;
  /** The words there, as the source has them. */
  words: string;
}

/** Something that is to be known of a value: where it was read, and why somebody should look at it again. */
export interface Remark {
  /** Where the value stands in the record: names of fields, numbers of entries. */
  path: readonly (string | number)[];
  evidence?: Evidence;
  /** Why it is not certain, as the end of "check: ". */
  doubt?: string;
  /** Whether the source says it, whatever it means by it: another source that says otherwise contradicts. */
  isSaid?: true;
}

/** What a source says of one inspection, as a record has it. Nothing is filled in that the source does not say. */
export interface Draft {
  /** Fields by name. */
  value: Readonly<Record<string, unknown>>;
  remarks: readonly Remark[];
  /** Where it comes from, for messages: "history.ods, sheet 'History', row 12". */
  origin: string;
  /** Findings that the rules would have about what the source does not have because there is no such thing, with why: they are silenced in the record. */
  silenced?: readonly Silenced[];
  /** It was a record before it was exported: it is taken as it is, and not joined with others. */
  wasRecord?: boolean;
}

/** A rule that has nothing to say about a record, and why, as a sentence without a full stop. */
export interface Silenced {
  rule: string;
  why: string;
}

/** What was read of a source: records, and what is to be said of the reading, each a sentence. */
export interface Reading {
  drafts: readonly Draft[];
  notes: readonly string[];
}

/** Puts a record together, value by value, with what is to be known of each. */
export class DraftMaker {
  private readonly value: Record<string, unknown> = {};
  private readonly remarks: Remark[] = [];
  private readonly silenced: Silenced[] = [];

  constructor(private readonly origin: string) {}

  /** Sets a field; nothing where there is no value. */
  set(field: string, value: unknown, about: Omit<Remark, 'path'> = {}): void {
    if (value === undefined) return;
    this.value[field] = value;
    this.remark([field], about);
  }

  /** Sets an entry of a mapping within a field. */
  setIn(field: string, name: string, value: unknown, about: Omit<Remark, 'path'> = {}): void {
    const map = (this.value[field] ??= {}) as Record<string, unknown>;
    map[name] = value;
    this.remark([field, name], about);
  }

  /** Adds entries to a list. */
  add(field: string, values: readonly unknown[], about: Omit<Remark, 'path'> = {}): void {
    if (values.length === 0) return;
    const list = (this.value[field] ??= []) as unknown[];
    for (const value of values) {
      list.push(value);
      this.remark([field, list.length - 1], about);
    }
  }

  remark(path: Remark['path'], about: Omit<Remark, 'path'>): void {
    if (about.evidence ?? about.doubt) this.remarks.push({ path, ...about });
  }

  silence(rule: string, why: string): void {
    this.silenced.push({ rule, why });
  }

  draft(): Draft {
    return { value: inOrder(this.value), remarks: this.remarks, origin: this.origin, ...(this.silenced.length > 0 ? { silenced: this.silenced } : {}) };
  }
}

/** The fields in the order of the format; others last. */
export function inOrder(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = fieldsAt([]).map(({ name }) => name);
  const known = names.filter(name => name in value);
  const others = Object.keys(value).filter(name => !names.includes(name));
  return Object.fromEntries([...known, ...others].map(name => [name, value[name]]));
}

/** Whether two values of records are the same, whatever the order of names. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, entry]) => [name, sorted(entry)]));
}
