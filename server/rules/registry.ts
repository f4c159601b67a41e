import { acrossRules } from './across/all';
import { formRules } from './form/all';
import { judgementRules } from './judgements/all';
import type { Rule } from './rule';
import { whoAndWhenRules } from './who-and-when/all';

/** Every rule: the single source for checking, configuration, documentation and tests. */
export const rules: readonly Rule[] = [...formRules, ...whoAndWhenRules, ...judgementRules, ...acrossRules];

export function ruleWithId(id: string): Rule | undefined {
  return rules.find(rule => rule.id === id);
}
