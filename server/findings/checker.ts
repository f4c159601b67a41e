import type { Slice } from '../records/slice';
import type { Inspection } from '../reference/inspection';
import { Reader } from '../reference/reader';
import type { Reference } from '../reference/reference';
import { rules } from '../rules/registry';
import type { Report, RuleContext } from '../rules/rule';
import type { Finding } from './finding';
import { merge } from './merge';
import type { Levels } from './severities';

/** How much was done: tests hold that an edit costs the same in a large file as in a small one. */
export interface Work {
  recordsRead: number;
  recordsChecked: number;
}

/**
 * Checks records, each once: what it found in a slice is kept as long as the slice lives, and a slice never changes. A checker's
 * reference data, levels and day never change either; where they do, there is a new checker.
 */
export class Checker {
  private recordsChecked = 0;
  private readonly checked = new WeakMap<Slice, readonly Finding[]>();

  /** @param reader shared by checkers that differ only in levels or day, so that a record is read once for all of them */
  constructor(readonly reference: Reference, readonly context: RuleContext, readonly levels: Levels = {}, readonly reader = new Reader(reference)) {}

  get work(): Work {
    return { recordsRead: this.reader.recordsRead, recordsChecked: this.recordsChecked };
  }

  /** What the record of a slice says; undefined where it is blank or no mapping of fields. */
  inspection(slice: Slice): Inspection | undefined {
    return this.reader.inspection(slice);
  }

  /** What is wrong with the record of a slice, in order of place. */
  findings(slice: Slice): readonly Finding[] {
    let findings = this.checked.get(slice);
    if (!findings) {
      this.recordsChecked++;
      this.checked.set(slice, (findings = slice.isBlank ? [] : merge(this.check(slice), slice.record)));
    }
    return findings;
  }

  /** Whether the findings of a slice are known already, so that asking costs nothing. */
  hasChecked(slice: Slice): boolean {
    return this.checked.has(slice);
  }

  private check(slice: Slice): Finding[] {
    const inspection = this.inspection(slice);
    const findings: Finding[] = [];
    for (const rule of rules) {
      const level = this.levels[rule.id];
      if (level === 'off') continue;
      let reports: Iterable<Report> = [];
      if ('checkText' in rule) reports = rule.checkText(slice.record, slice.text);
      else if (inspection) reports = rule.check(inspection, this.context);
      for (const report of reports) findings.push({ ...report, rule: rule.id, severity: level ?? report.severity ?? rule.severity });
    }
    return findings;
  }
}
