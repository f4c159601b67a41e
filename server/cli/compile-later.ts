import { setFlagsFromString } from 'node:v8';

/** The V8 of Node 20. Later ones wait of themselves until a function has been called some thousands of times. */
const EAGER = '11.';

/** Plain machine code at once, which is quick to make; optimised code when a function has run fifteen times as long as is usual. */
const FLAGS = ['--always-sparkplug', '--interrupt-budget=1000000'];

/**
 * To be called before work that goes through many records once: on Node 20 more time went into optimising code than was saved by it in a
 * run of a second or two, and none is lost in a long one. Nothing but speed depends on it.
 */
export function compileLater(): void {
  if (process.versions.v8.startsWith(EAGER)) for (const flag of FLAGS) setFlagsFromString(flag);
}
