import { setFlagsFromString } from 'node:v8';

/** How much time of a processor is spent before any code is optimised, and how often that is looked at; in milliseconds. */
const PATIENCE = 1000;
const LOOKED = 100;

/**
 * To be called before work that goes through many records once. V8 optimises what has run for a few hundredths of a second, and guesses that it
 * will run on; but a folder of two thousand files is done within a second, and half of that went into optimising. So until then there is plain
 * machine code only, which is quick to make. Nothing but speed depends on it.
 */
export function compileLater(): void {
  setFlagsFromString('--always-sparkplug');
  setFlagsFromString('--no-turbofan');
  const looking = setInterval(() => {
    if (process.cpuUsage().user < PATIENCE * 1000) return;
    setFlagsFromString('--turbofan');
    clearInterval(looking);
  }, LOOKED).unref();
}
