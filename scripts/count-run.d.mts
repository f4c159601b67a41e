export interface Counts { passed: number; failed: number; skipped: number; failures: string[] }
export function countRun(start: (done: () => void) => Mocha.Runner): Promise<Counts>;
