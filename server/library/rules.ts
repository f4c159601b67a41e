import { rules } from '../rules/registry';
import type { Level } from './options';

/** A rule that records are checked by. */
export interface Rule {
  id: string;
  severity: Exclude<Level, 'off'>;
  /** What it says, in one sentence. */
  summary: string;
  /** Why it matters, with the source of the fact. */
  why: string;
}

/** All rules, in the order in which they speak. */
export function listRules(): Rule[] {
  return rules.map(({ id, severity, summary, why }) => ({ id, severity, summary, why }));
}
