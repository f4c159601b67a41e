import type { Slice } from '../records/slice';
import type { Inspection } from '../reference/inspection';
import { Reader } from '../reference/reader';
import type { Reference } from '../reference/reference';
import { rules, ruleWithId } from '../rules/registry';
import { NOTHING, type AcrossRule, type InspectionRule, type OtherRecords, type Report, type Rule, type RuleContext, type Severity, type TextRule } from '../rules/rule';
import type { Finding } from './finding';
import { ignoresOf, silence } from './ignores';
import { merge } from './merge';
import type { Levels } from './severities';

/** How much was done: tests hold that an edit costs the same in a large file as in a small one. */
export interface Work {
  recordsRead: number;
  recordsChecked: number;
}

/** What is known of the record of a slice. */
interface Checked {
  inspection: Inspection | undefined;
  /** What the rules say of it by itself. */
  own: readonly Finding[];
  /** Whether comments silence anything of that. */
  hasIgnores: boolean;
  /** What is left to be told of it by itself, once that was asked for. */
  told: readonly Finding[] | undefined;
}

/** One for all records in which nothing is wrong. */
const NO_FINDINGS: readonly Finding[] = [];

/** Nobody reads more findings of one rule about one record, and a file of nothing but mistakes must not make an editor wait. */
const MOST_OF_A_RULE = 200;

/**
 * Checks records, each once: what it found in a slice is kept as long as the slice lives, and a slice never changes. A checker's
 * reference data, levels and day never change either; where they do, there is a new checker.
 */
export class Checker {
  private recordsChecked = 0;
  private readonly known = new WeakMap<Slice, Checked>();

  /** The rules that are not turned off. */
  private readonly rules: readonly Rule[];
  private readonly ownRules: readonly (TextRule | InspectionRule)[];
  private readonly acrossRules: readonly AcrossRule[];

  /** @param reader shared by checkers that differ only in levels or day, so that a record is read once for all of them */
  constructor(readonly reference: Reference, readonly context: RuleContext, readonly levels: Levels = {}, readonly reader = new Reader(reference)) {
    this.rules = rules.filter(({ id }) => levels[id] !== 'off');
    this.ownRules = this.rules.filter(rule => 'checkText' in rule || 'check' in rule);
    this.acrossRules = this.rules.filter(rule => 'checkAcross' in rule);
  }

  get work(): Work {
    return { recordsRead: this.reader.recordsRead, recordsChecked: this.recordsChecked };
  }

  /** What the record of a slice says; undefined where it is blank or no mapping of fields. */
  inspection(slice: Slice): Inspection | undefined {
    return this.reader.inspection(slice);
  }

  /** What is wrong with the record of a slice by itself, in order of place. */
  findings(slice: Slice): readonly Finding[] {
    if (slice.isBlank) return NO_FINDINGS;
    const checked = this.checked(slice);
    return (checked.told ??= this.told(slice, checked));
  }

  /** The same with what other records have to say against it. */
  findingsAmong(slice: Slice, others: OtherRecords): readonly Finding[] {
    if (slice.isBlank) return NO_FINDINGS;
    const checked = this.checked(slice);
    const { inspection, hasIgnores } = checked;
    const across = inspection ? this.run(this.acrossRules, rule => rule.checkAcross(inspection, others, this.context)) : NO_FINDINGS;
    return across.length || hasIgnores ? this.told(slice, checked, across) : this.findings(slice);
  }

  /** Whether the rules have had their say about a slice already, by itself or among others, so that asking costs next to nothing. */
  hasChecked(slice: Slice): boolean {
    return slice.isBlank || this.known.has(slice);
  }

  /**
   * Merged, and without what comments silence; with the comments that silence nothing.
   * @param across what other records have to say; absent where that is not known
   */
  private told(slice: Slice, { own, hasIgnores }: Checked, across?: readonly Finding[]): readonly Finding[] {
    const merged = merge(across?.length ? [...own, ...across] : own, slice.record);
    if (!hasIgnores) return merged;
    const ignores = ignoresOf(slice.record, slice.text);
    const told = silence(merged, ignores);
    // A comment is not called idle for a rule that was not asked.
    for (const name of ignores.flatMap(ignore => ignore.rules)) if (!this.asks(name.id, across !== undefined)) name.used = true;
    const idle = this.run(this.rules, rule => ('checkIgnores' in rule ? rule.checkIgnores(ignores, slice.text, rules.map(({ id }) => id)) : []));
    return [...told, ...idle].sort((a, b) => a.start - b.start || a.end - b.end);
  }

  /** What the rules say of the record of a slice by itself; one that is not blank. */
  private checked(slice: Slice): Checked {
    let checked = this.known.get(slice);
    if (!checked) {
      this.recordsChecked++;
      const { record, text } = slice;
      const inspection = this.inspection(slice);
      const own = this.run(this.ownRules, rule => {
        if ('checkText' in rule) return rule.checkText(record, text);
        return inspection ? rule.check(inspection, this.context) : NOTHING;
      });
      this.known.set(slice, (checked = { inspection, own, hasIgnores: ignoresOf(record, text).length > 0, told: undefined }));
    }
    return checked;
  }

  /** Whether a rule, if there is such a one, has its say: it is not turned off, and what it needs is known. */
  private asks(id: string, knowsOthers: boolean): boolean {
    const rule = ruleWithId(id);
    return !rule || (this.levels[id] !== 'off' && (knowsOthers || !('checkAcross' in rule)));
  }

  /** Runs rules, in their order. */
  private run<R extends Rule>(asked: readonly R[], ask: (rule: R) => Iterable<Report>): readonly Finding[] {
    let findings: Finding[] | undefined;
    for (const rule of asked) {
      const reports = ask(rule);
      if (reports === NOTHING) continue;
      let told = 0;
      for (const report of reports) {
        (findings ??= []).push({ ...report, rule: rule.id, severity: this.levelOf(rule) ?? report.severity ?? rule.severity });
        if (++told === MOST_OF_A_RULE) break;
      }
    }
    return findings ?? NO_FINDINGS;
  }

  private levelOf({ id }: Rule): Severity | undefined {
    const level = this.levels[id];
    return level === 'off' ? undefined : level;
  }
}
