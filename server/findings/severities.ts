import { rules } from '../rules/registry';
import { SEVERITIES, type Severity } from '../rules/rule';

/** What a configuration may say of a rule. */
export const LEVELS = [...SEVERITIES, 'off'] as const;
export type Level = (typeof LEVELS)[number];

/** What other programs call them. */
export const LEVELS_ELSEWHERE: ReadonlyMap<string, Level> = new Map(Object.entries({
  2: 'error', 1: 'warning', warn: 'warning', info: 'information', suggestion: 'hint', 0: 'off', false: 'off', no: 'off', none: 'off', never: 'off', disable: 'off', disabled: 'off', ignore: 'off',
}));

/** Levels by rule id; a rule that is not named keeps its own severity. */
export type Levels = Readonly<Record<string, Level>>;

export function isLevel(text: unknown): text is Level {
  return (LEVELS as readonly unknown[]).includes(text);
}

export function isRule(id: string): boolean {
  return rules.some(rule => rule.id === id);
}

/** Whether `severity` is as grave as `least`, or graver. */
export function atLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}
