import { Checker } from '../findings/checker';
import { isLevel, isRule, LEVELS, type Levels } from '../findings/severities';
import { alternatives } from '../text/did-you-mean';
import { dayFrom } from './dates';
import { builtIn, type Knowledge } from './knowledge';
import { referenceOf } from './reference';

/** How grave a finding is; `off`: nothing is said. */
export type Level = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** What a finding depends on besides the text. */
export interface CheckOptions {
  /** The day on which it is asked, `YYYY-MM-DD`: nothing can have happened after it. There is no clock in here: the same text always has the same findings. */
  today: string;
  /** How grave rules are to be, by their ids; the others are as `listRules` has them. */
  levels?: Readonly<Record<string, Level>>;
  /** What is known of frameworks and bodies, where that is more than what is built in. */
  knowledge?: Knowledge;
}

/** A checker for these options. Throws a RangeError where one of them makes no sense. @internal */
export function checkerFor({ today, levels = {}, knowledge = builtIn() }: CheckOptions): Checker {
  for (const [rule, level] of Object.entries(levels)) {
    if (!isRule(rule)) throw new RangeError(`There is no rule '${rule}'.`);
    if (!isLevel(level)) throw new RangeError(`A rule can be ${alternatives(LEVELS)}, not '${String(level)}'.`);
  }
  return new Checker(referenceOf(knowledge), { today: dayFrom(today) }, levels satisfies Levels);
}
