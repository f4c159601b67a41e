import { count, listed } from '../text/words';
import type { Problem } from './view';

const NOUNS: readonly (readonly [Problem['severity'], string])[] = [['error', 'error'], ['warning', 'warning'], ['information', 'remark'], ['hint', 'hint']];

/** "1 error and 2 hints". */
export function tally(problems: readonly Problem[]): string {
  return listed(NOUNS.flatMap(([severity, noun]) => {
    const number = problems.filter(problem => problem.severity === severity).length;
    return number ? [count(number, noun)] : [];
  }));
}
