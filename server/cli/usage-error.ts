import { visibleLines } from '../text/visible';

/** A mistake of whoever called the program: its message is for them, and ends the run with status 2. */
export class UsageError extends Error {
  /** @param isMarked the message comes from `markedProblem`, which may give it colours */
  constructor(message: string, { isMarked = false } = {}) {
    super(isMarked ? message : visibleLines(message));
  }
}
