import picomatch from 'picomatch';

/** Whether a path (with `/`, without a leading one) is meant. */
export type PathMatcher = (path: string) => boolean;

/** So many places of a pattern may leave open what stands there, in steps of a path and of whole steps: each more multiplies the ways to try. */
const MOST_OPEN = 3;

/** Whether a pattern can be tried on any path in no time. One that cannot fits nothing. */
export function isManageable(pattern: string): boolean {
  const steps = pattern.split('/').filter(step => step !== '*');
  const whole = steps.filter(step => step === '**').length;
  const open = steps.flatMap(step => step.match(/\*+/g) ?? []).length - whole;
  return whole <= MOST_OPEN && open <= MOST_OPEN && pattern.length <= 500;
}

/**
 * Patterns for paths as people know them from .gitignore: one that matches a folder stands for everything in it, and one
 * without `/` matches at any depth.
 */
export function pathMatcher(patterns: readonly string[]): PathMatcher {
  const matchers = patterns.filter(isManageable).map(pattern => picomatch(rooted(pattern), { dot: true }));
  return path => matchers.length > 0 && foldersAndFile(path).some(part => matchers.some(matches => matches(part)));
}

function rooted(pattern: string): string {
  const path = pattern.replace(/^\.\//, '').replace(/(?<!\/)\/+$/, '');
  return literal(path.includes('/') ? path.replace(/^\//, '') : `**/${path}`);
}

/** Brackets and the signs before them are part of names here: picomatch would take them for regular expressions, as slow as anybody likes. */
function literal(pattern: string): string {
  return pattern.replace(/[()+@!]/g, '\\$&');
}

/** `a/b/c` is `a`, `a/b` and `a/b/c`. */
function foldersAndFile(path: string): string[] {
  const steps = path.split('/');
  return steps.map((_, index) => steps.slice(0, index + 1).join('/'));
}
