// The little of node:assert/strict that tests inside VS Code use, for those that run where there is no Node.

class AssertionError extends Error {
  constructor(message: string | undefined, readonly actual: unknown, readonly expected: unknown) {
    super(message ?? `${shown(actual)} is not ${shown(expected)}`);
  }
}

function shown(value: unknown): string {
  return value instanceof RegExp || value === undefined ? String(value) : JSON.stringify(value);
}

function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return keys.length === others.length && keys.every(key => key in b && isEqual((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}

function hold(holds: boolean, message: string | undefined, actual: unknown, expected: unknown): void {
  if (!holds) throw new AssertionError(message, actual, expected);
}

export default {
  ok: (value: unknown, message?: string) => hold(Boolean(value), message, value, true),
  equal: (actual: unknown, expected: unknown, message?: string) => hold(Object.is(actual, expected), message, actual, expected),
  notEqual: (actual: unknown, expected: unknown, message?: string) => hold(!Object.is(actual, expected), message ?? `both are ${shown(actual)}`, actual, expected),
  deepEqual: (actual: unknown, expected: unknown, message?: string) => hold(isEqual(actual, expected), message, actual, expected),
  match: (text: string, expected: RegExp, message?: string) => hold(expected.test(text), message, text, expected),
  rejects: async (call: () => PromiseLike<unknown>, expected: RegExp) => {
    const problem = await Promise.resolve(call()).then(() => 'nothing', (error: unknown) => String(error));
    hold(expected.test(problem), undefined, problem, expected);
  },
  doesNotMatch: (text: string, expected: RegExp, message?: string) => hold(!expected.test(text), message ?? `${shown(text)} matches ${shown(expected)}`, text, expected),
};
