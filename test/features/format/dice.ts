/** Draws from a seed: the same ones every time. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A whole number from `least` to `most`, both included. */
  number(least: number, most: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return least + (((t ^ (t >>> 14)) >>> 0) % (most - least + 1));
  }

  one<T>(of: readonly T[]): T {
    return of[this.number(0, of.length - 1)]!;
  }

  chance(percent: number): boolean {
    return this.number(1, 100) <= percent;
  }
}
