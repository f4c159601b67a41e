/** A mistake of whoever called the program: its message is for them, and ends the run with status 2. */
export class UsageError extends Error {}
