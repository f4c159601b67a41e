/** What ends a program from outside: Ctrl-C, and whatever stops a job. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

let isListening = false;

/**
 * From now on an interruption ends the program when it next waits for something, as it always does, and not in the middle of what it
 * does at a stretch: no file that was to take the place of another stays beside it.
 */
export function finishBeforeInterruption(): void {
  if (isListening) return;
  isListening = true;
  for (const signal of SIGNALS) process.once(signal, () => process.kill(process.pid, signal));
}
