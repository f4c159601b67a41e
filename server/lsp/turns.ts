import type { Host } from './host';

/** How long work may keep requests waiting, in milliseconds. What it has begun then, and the collection of garbage, come on top: together less than 20. */
const TURN = 10;

/** What tells the time, and lets others have their turn. */
export type Clock = Pick<Host, 'now' | 'yield'>;

/** Long work in turns, which are short enough for nobody to notice. Between two pieces of it: `if (turns.isOver) await turns.next();`. */
export class Turns {
  private end: number;

  constructor(private readonly clock: Clock, private readonly length = TURN) {
    this.end = clock.now() + length;
  }

  get isOver(): boolean {
    return this.clock.now() > this.end;
  }

  /** Resolves when everything else that waits has had its turn. */
  async next(): Promise<void> {
    await this.clock.yield();
    this.end = this.clock.now() + this.length;
  }
}
