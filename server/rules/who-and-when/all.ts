import type { Rule } from '../rule';

/** In the order of the list of rules: where two say something of the same words, the first one speaks. */
export const whoAndWhenRules: readonly Rule[] = [];
