import type { Report, Severity } from '../rules/rule';

/** One mistake, as people are told of it. Offsets are UTF-16 units in the record's slice. */
export interface Finding extends Report {
  rule: string;
  severity: Severity;
}
