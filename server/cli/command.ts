import type { Arguments, Options } from './arguments';
import type { Status } from './status';

/** One command: what it does, and all that its help says. */
export interface Command {
  /** What stands behind its name: `[PATH…]`. */
  takes: string;
  /** In a few words, for the list of commands. */
  does: string;
  /** More, for its own help. */
  about: string;
  options: Options;
  run(args: Arguments): Promise<Status>;
}
